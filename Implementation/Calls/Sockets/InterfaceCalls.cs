using Verify.Abi;
using Verify.Implementation.Identity;
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
    /// <summary>Class E, which no host can have.</summary>
    private const uint Reserved = 0xf000_0000;

    public Outcome Execute(Process caller, Socket socket, Call.OnInterface call) =>
        interfaces.Find(call.Name) is not { } card ? Outcome.Failed(Errno.ENXIO)
        : call switch
        {
            Call.IoctlGetInterfaceFlags => Outcome.Returned((int)card.Flags),
            Call.IoctlSetInterfaceFlags set => SetFlags(caller, card, set.Flags),
            _ when socket.Protocol is not InetProtocol => Outcome.Failed(Errno.EOPNOTSUPP),
            Call.IoctlAddAddress add => Add(caller, card, add.Address),
            Call.IoctlDeleteAddress delete => Delete(caller, card, delete.Address),
            _ => GetAddress(caller, card),
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
        if (!MayChange(caller))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        Traffic traffic = default;
        control.SetFlags(card, flags, ref traffic);
        return names.Describe(Errno.None, value: 0, traffic);
    }

    /// <summary>
    /// EPERM, then EINVAL for an address that no host can have: a prison could be given a group, or every address
    /// (D60).
    /// </summary>
    private Outcome Add(Process caller, Card card, InterfaceAddress address)
    {
        Errno error = !MayChange(caller) ? Errno.EPERM
            : !address.Address.IsUnicast || address.Address.Value >= Reserved ? Errno.EINVAL
            : Errno.None;
        Traffic traffic = default;
        if (error == Errno.None)
        {
            error = control.Add(card, address, ref traffic);
        }

        return names.Describe(error, value: 0, traffic);
    }

    /// <summary>
    /// Whether the address is there is looked at before the privilege, but a prisoner does not learn it (D64).
    /// </summary>
    private Outcome Delete(Process caller, Card card, Ipv4 address)
    {
        if (caller.Credentials.Prison is not null)
        {
            return Outcome.Failed(Errno.EPERM);
        }

        if (interfaces.Find(card, address) is not { } own)
        {
            return Outcome.Failed(Errno.EADDRNOTAVAIL);
        }

        if (!MayChange(caller))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        Traffic traffic = default;
        control.Delete(own, ref traffic);
        return names.Describe(Errno.None, value: 0, traffic);
    }

    /// <summary>
    /// The first address of the interface. A prison sees its own, if the interface has it, and no other (D59).
    /// </summary>
    private Outcome GetAddress(Process caller, Card card)
    {
        Ipv4? address = caller.Credentials.Prison is { } prison
            ? interfaces.Find(card, prison.Address)?.Address
            : interfaces.FirstOf(card)?.Address;
        return address is { } seen
            ? Outcome.Named(new Endpoint(seen, 0))
            : Outcome.Failed(Errno.EADDRNOTAVAIL);
    }

    private static bool MayChange(Process caller) =>
        Privileges.Allows(caller.Credentials, Privilege.ConfigureInterface);
}
