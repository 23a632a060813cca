using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>Binds a PCB to a local address and port: in_pcbbind. On error the PCB is unchanged (P4).</summary>
internal sealed class PcbBinding(PcbTable table, Interfaces interfaces, PortVariables ports)
{
    /// <summary>Binds an unbound PCB to INADDR_ANY and a port chosen by the kernel.</summary>
    public Errno EnsureBound(Pcb pcb, in Credentials caller) =>
        pcb.IsBound ? Errno.None : Bind(pcb, SocketAddress.Inet(Endpoint.None), caller);

    /// <summary>
    /// Binds to the requested address and port. The family is checked only where FreeBSD compares the address with the
    /// interfaces: old programs do not set it.
    /// </summary>
    public Errno Bind(Pcb pcb, in SocketAddress name, in Credentials caller)
    {
        if (!interfaces.HasAddress)
        {
            return Errno.EADDRNOTAVAIL;
        }

        if (pcb.IsBound || name.Length != SocketAddress.InetLength)
        {
            return Errno.EINVAL;
        }

        if (!pcb.Socket.TryCoerceLocal(name.Endpoint.Address, out Ipv4 address))
        {
            return Errno.EINVAL;
        }

        if (!IsAvailable(address, name.Family == AddressFamily.AF_INET, pcb.Socket.Owner.Prison))
        {
            return Errno.EADDRNOTAVAIL;
        }

        ushort port = name.Endpoint.Port;
        return port == 0
            ? BindToFreePort(pcb, address, caller)
            : BindToPort(pcb, new Endpoint(address, port), caller);
    }

    /// <summary>
    /// The host may bind to any local, broadcast or multicast address: ifa_ifwithaddr. A prison may bind only to its
    /// own address, which must be configured on the host (J3) and is never a multicast or broadcast address (D6).
    /// </summary>
    private bool IsAvailable(Ipv4 address, bool isInet, Prison? prison) =>
        prison is null
            ? address.IsAny || address.IsMulticast || (isInet && interfaces.HasAddressOrBroadcast(address))
            : !address.IsMulticast && interfaces.IsOwn(address) && isInet;

    private Errno BindToPort(Pcb pcb, Endpoint local, in Credentials caller)
    {
        if (Ports.IsReserved(local.Port) && !Privileges.Allows(caller, Privilege.LowPort))
        {
            return Errno.EACCES;
        }

        return IsTaken(pcb.Socket, local) ? Errno.EADDRINUSE : Insert(pcb, local);
    }

    /// <summary>In a prison, sockets bound to INADDR_ANY on the host do not conflict (H2).</summary>
    private bool IsTaken(Socket socket, Endpoint local)
    {
        bool onHost = socket.Owner.Prison is null;
        if (!Privileges.Allows(socket.Owner, Privilege.ShareOthersPorts) && !local.Address.IsMulticast)
        {
            Pcb? held = table.LookupLocal(local.Address, local.Port, wildcard: onHost);
            if (held is not null && !PortSharing.AllowsUser(socket, local.Address, held.Socket, held.Local.Address))
            {
                return true;
            }
        }

        bool exclusive = (socket.Options & SocketOptions.Reuse) == 0;
        Pcb? bound = table.LookupLocal(local.Address, local.Port, wildcard: onHost && exclusive);
        return bound is not null && !PortSharing.Allows(socket.Options, local.Address, bound.Socket.Options);
    }

    /// <summary>
    /// Binds to the next free port of the socket's range after the last one allocated (P1, P3, P4, G2).
    /// </summary>
    private Errno BindToFreePort(Pcb pcb, Ipv4 address, in Credentials caller)
    {
        if (pcb.Range == PortRangeOption.IP_PORTRANGE_LOW && !Privileges.Allows(caller, Privilege.LowRange))
        {
            return Errno.EPERM;
        }

        bool wildcard = (pcb.Socket.Options & SocketOptions.Reuse) == 0;
        var search = new PortSearch(ports.Ranges.Of(pcb.Range), table.Cursors[pcb.Range]);
        bool found = TryFindFree(ref search, address, wildcard, out ushort port);
        table.Cursors[pcb.Range] = search.Cursor;
        return found ? Insert(pcb, new Endpoint(address, port)) : Errno.EAGAIN;
    }

    /// <summary>Tries ports in turn until one is free at this address; false if the range is exhausted.</summary>
    internal bool TryFindFree(ref PortSearch search, Ipv4 address, bool wildcard, out ushort port)
    {
        while (search.TryNext(out port))
        {
            if (table.LookupLocal(address, port, wildcard) is null)
            {
                return true;
            }
        }

        return false;
    }

    private Errno Insert(Pcb pcb, Endpoint local)
    {
        pcb.Local = local;
        if (table.InsertHash(pcb))
        {
            return Errno.None;
        }

        pcb.Local = Endpoint.None;
        return Errno.EAGAIN;
    }
}
