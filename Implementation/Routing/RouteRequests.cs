using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Inet.Routing;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Routing;

/// <summary>Messages of processes to the routing table: raw_usend and route_output (S9).</summary>
internal sealed class RouteRequests(RouteProtocol protocol, Interfaces interfaces)
{
    private RouteTable Table => interfaces.Routes;

    /// <summary>Neither urgent data nor control data is supported, and a name is not needed.</summary>
    public Errno Send(Socket socket, in Message message, ICaller caller, ref Traffic traffic) =>
        message.IsUrgent || message.Control.Length > 0 ? Errno.EOPNOTSUPP
        : message.Name is not null ? Errno.EISCONN
        : message.Data.Length < MessageLayout.Beginning ? Errno.ENOBUFS
        : Output(socket, new RouteMessage(message.Data.ToArray()), caller, ref traffic);

    /// <summary>
    /// Carries a request out, and delivers it with its outcome to all, the sender included. What is no message is
    /// delivered as it is. Who may not send it is not heard by anybody (D57): users may only ask, and prisoners not
    /// even that.
    /// </summary>
    private Errno Output(Socket socket, RouteMessage message, ICaller caller, ref Traffic traffic)
    {
        bool isMessage = message.IsWhole;
        Errno error = !isMessage ? Errno.EINVAL
            : message.Version != MessageLayout.Version ? Errno.EPROTONOSUPPORT
            : Errno.None;
        if (!MaySend(caller.Credentials, message.Kind))
        {
            return error == Errno.None ? Errno.EPERM : error;
        }

        ushort? family = null;
        if (error == Errno.None)
        {
            message.SetPid(caller.Pid);
            error = CarryOut(ref message, out family);
        }

        if (isMessage)
        {
            message.SetOutcome(error);
        }

        bool isDeaf = (socket.Options & SocketOptions.UseLoopback) == 0;
        if (!isDeaf || protocol.Table.Zone.InUse > 1)
        {
            protocol.Deliver(message.Data, family, isDeaf ? socket : null, ref traffic);
        }

        return error;
    }

    private static bool MaySend(in Credentials caller, RouteMessageKind kind) =>
        kind == RouteMessageKind.RTM_GET ? !caller.IsJailed : Privileges.Allows(caller, Privilege.ChangeRoute);

    /// <summary>EINVAL for addresses that do not fit, for no destination, and for families that do not exist.</summary>
    private Errno CarryOut(ref RouteMessage message, out ushort? family)
    {
        family = null;
        if (!message.TryFindAddresses())
        {
            return Errno.EINVAL;
        }

        GivenAddress destination = message[AddressSlot.Destination];
        family = destination.IsThere ? destination.Family : null;
        if (!destination.IsThere || destination.IsOfNoFamily || message[AddressSlot.Gateway].IsOfNoFamily)
        {
            return Errno.EINVAL;
        }

        return message.Kind switch
        {
            RouteMessageKind.RTM_ADD => Add(message),
            RouteMessageKind.RTM_DELETE => Delete(ref message),
            RouteMessageKind.RTM_GET => Get(ref message),
            RouteMessageKind.RTM_CHANGE => Change(message),
            RouteMessageKind.RTM_LOCK => Lock(message),
            _ => Errno.EOPNOTSUPP,
        };
    }

    private Errno Add(RouteMessage message)
    {
        GivenAddress gateway = message[AddressSlot.Gateway];
        Errno error = !gateway.IsThere ? Errno.EINVAL : CheckGateway(message);
        RouteKey asked = default;
        error = error == Errno.None ? ReadKey(message, OfRequest(message), out asked, Errno.ESRCH) : error;
        if (error != Errno.None)
        {
            return error;
        }

        RouteKey key = RouteKey.Masked(asked.Destination, asked.Length);
        error = interfaces.Changes.Add(
            new RouteArguments(key, asked.Destination, gateway.Value, message.Flags), out Route? route);
        if (route is not null)
        {
            route.Metrics.Set(message.Inits, message.Metrics);
            route.Metrics.Lock(message.Inits, message.Metrics.Locks);
        }

        return error;
    }

    private Errno Delete(ref RouteMessage message)
    {
        Errno error = ReadKey(message, OfRequest(message), out RouteKey key, Errno.ESRCH);
        if (error != Errno.None)
        {
            return error;
        }

        if (interfaces.Changes.Delete(key) is not { } route)
        {
            return Errno.ESRCH;
        }

        message = message.Report(route);
        interfaces.Changes.FreeIfAny(route);
        return Errno.None;
    }

    private Errno Get(ref RouteMessage message)
    {
        Errno error = Find(message, out Route? route);
        message = error == Errno.None ? message.Report(route!) : message;
        return error;
    }

    private Errno Change(RouteMessage message)
    {
        GivenAddress gateway = message[AddressSlot.Gateway];
        Errno error = CheckGateway(message);
        Route? route = null;
        error = error == Errno.None ? Find(message, out route) : error;
        error = error == Errno.None
            ? interfaces.Changes.SetGateway(route!, gateway.IsThere ? gateway.Value : null)
            : error;
        if (error == Errno.None)
        {
            route!.Metrics.Set(message.Inits, message.Metrics);
            interfaces.Changes.Renew(route);
            route.Metrics.Lock(message.Inits, message.Metrics.Locks);
        }

        return error;
    }

    private Errno Lock(RouteMessage message)
    {
        Errno error = Find(message, out Route? route);
        route?.Metrics.Lock(message.Inits, message.Metrics.Locks);
        return error;
    }

    /// <summary>The best route to the destination, or the one with the mask: ESRCH without it.</summary>
    private Errno Find(RouteMessage message, out Route? route)
    {
        route = null;
        Errno error = ReadKey(message, message[AddressSlot.NetMask], out RouteKey key, Errno.EAFNOSUPPORT);
        if (error != Errno.None)
        {
            return error;
        }

        route = Table.LookUp(key.Destination, key.HasMask ? key.Length : null);
        return route is null ? Errno.ESRCH : Errno.None;
    }

    /// <summary>A route to a host has no mask, whatever the message has.</summary>
    private static GivenAddress OfRequest(RouteMessage message) =>
        (message.Flags & RouteOptions.RTF_HOST) != 0 ? default : message[AddressSlot.NetMask];

    /// <summary>Only gateways of the Internet are known, and no masks for cloned routes: EINVAL.</summary>
    private static Errno CheckGateway(RouteMessage message) =>
        message[AddressSlot.Gateway] is { IsThere: true, IsInet: false } || message[AddressSlot.GenMask].IsThere
            ? Errno.EINVAL
            : Errno.None;

    /// <summary>
    /// EINVAL for a mask with gaps, or a destination of another length than those of its family have; an error for
    /// families that have no table.
    /// </summary>
    private static Errno ReadKey(RouteMessage message, GivenAddress mask, out RouteKey key, Errno noTable)
    {
        GivenAddress destination = message[AddressSlot.Destination];
        int length = RouteKey.HostLength;
        bool isMask = !mask.IsThere || mask.TryGetMaskLength(out length);
        key = new RouteKey(destination.Value, length);
        return !isMask ? Errno.EINVAL
            : destination.Family != (byte)AddressFamily.AF_INET ? noTable
            : !destination.IsInet ? Errno.EINVAL
            : Errno.None;
    }
}
