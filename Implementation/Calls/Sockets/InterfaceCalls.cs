using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Inet.Routing;
using Verify.Implementation.Processes;
using Verify.Implementation.Routing;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>
/// ioctl(2) on interfaces, by way of any socket: ifioctl (J3, J9, S7). ENXIO comes first; addresses are a matter of
/// the protocols of the Internet alone.
/// </summary>
internal sealed class InterfaceCalls(Interfaces interfaces, InterfaceControl control, ReceiverNames names)
{
    public Outcome Execute(Process caller, Socket socket, Call.OnInterface call) =>
        interfaces.Find(call.Name) is not { } card ? Outcome.Failed(Errno.ENXIO)
        : call switch
        {
            Call.IoctlGetInterfaceFlags => Outcome.Returned((int)card.Flags),
            Call.IoctlSetInterfaceFlags set => SetFlags(caller, card, set.Flags),
            _ => Control(caller, socket, call),
        };

    /// <summary>
    /// SIOCGIFCONF: ifconf. A negative length is EINVAL; FreeBSD 4.0 takes it for a very large one, and panics in the
    /// end (D62, G7).
    /// </summary>
    public Outcome List(Process caller, int length) =>
        length < 0 ? Outcome.Failed(Errno.EINVAL)
        : AddressListing.TryList(interfaces, caller.Credentials.Prison?.Address, length, out string text)
            ? Outcome.Read(text)
        : Outcome.Failed(Errno.ENAMETOOLONG);

    private Outcome SetFlags(Process caller, Card card, InterfaceOptions flags)
    {
        if (!InterfaceControl.MayChange(caller))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        Traffic traffic = default;
        control.SetFlags(card, flags, ref traffic);
        return names.Describe(Errno.None, value: 0, traffic);
    }

    private Outcome Control(Process caller, Socket socket, Call.OnInterface call)
    {
        Traffic traffic = default;
        Outcome outcome = socket.Protocol.Control(call, caller, ref traffic);
        return names.Describe(outcome, traffic);
    }
}
