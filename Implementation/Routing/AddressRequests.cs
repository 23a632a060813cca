using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Inet.Routing;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Routing;

/// <summary>The addresses of interfaces: in_control (J3, J9).</summary>
internal sealed class AddressRequests(Interfaces interfaces, InterfaceControl control) : IAddressRequests
{
    /// <summary>Class E, which no host can have.</summary>
    private const uint Reserved = 0xf000_0000;

    public Outcome Control(Call.OnInterface call, ICaller caller, ref Traffic traffic)
    {
        Card card = interfaces.Find(call.Name)!;
        return call switch
        {
            Call.IoctlAddAddress add => Add(caller, card, add.Address, ref traffic),
            Call.IoctlDeleteAddress delete => Delete(caller, card, delete.Address, ref traffic),
            _ => GetAddress(caller, card),
        };
    }

    /// <summary>
    /// EPERM, then EINVAL for an address that no host can have: a prison could be given a group, or every address
    /// (D60).
    /// </summary>
    private Outcome Add(ICaller caller, Card card, InterfaceAddress address, ref Traffic traffic) =>
        Replies.Of(
            !InterfaceControl.MayChange(caller) ? Errno.EPERM
            : !address.Address.IsUnicast || address.Address.Value >= Reserved ? Errno.EINVAL
            : control.Add(card, address, ref traffic));

    /// <summary>
    /// Whether the address is there is looked at before the privilege, but a prisoner does not learn it (D64).
    /// </summary>
    private Outcome Delete(ICaller caller, Card card, Ipv4 address, ref Traffic traffic)
    {
        if (caller.Credentials.Prison is not null)
        {
            return Outcome.Failed(Errno.EPERM);
        }

        if (interfaces.Find(card, address) is not { } own)
        {
            return Outcome.Failed(Errno.EADDRNOTAVAIL);
        }

        if (!InterfaceControl.MayChange(caller))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        control.Delete(own, ref traffic);
        return Outcome.Ok;
    }

    /// <summary>
    /// The first address of the interface. A prison sees its own, if the interface has it, and no other (D59).
    /// </summary>
    private Outcome GetAddress(ICaller caller, Card card)
    {
        Ipv4? address = caller.Credentials.Prison is { } prison
            ? interfaces.Find(card, prison.Address)?.Address
            : interfaces.FirstOf(card)?.Address;
        return address is { } seen
            ? Outcome.Named(new Endpoint(seen, 0))
            : Outcome.Failed(Errno.EADDRNOTAVAIL);
    }
}
