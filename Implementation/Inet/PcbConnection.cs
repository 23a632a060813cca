using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>Connects and disconnects a PCB: in_pcbconnect and in_pcbdisconnect.</summary>
internal sealed class PcbConnection(PcbTable table, Interfaces interfaces, PcbBinding binding)
{
    /// <summary>Connects, binding an unbound PCB first. On error the PCB is unchanged.</summary>
    public Errno Connect(Pcb pcb, in SocketAddress name, in Credentials caller)
    {
        Errno error = ChooseEndpoints(pcb, name, out Endpoint foreign, out Ipv4 local);
        if (error != Errno.None)
        {
            return error;
        }

        if (table.LookupHash(foreign, pcb.Local with { Address = local }, wildcard: false) is not null)
        {
            return Errno.EADDRINUSE;
        }

        error = binding.EnsureBound(pcb, caller);
        if (error == Errno.None)
        {
            table.Rehash(pcb, local, foreign);
        }

        return error;
    }

    /// <summary>
    /// Clears the foreign endpoint and restores a local address. In a prison that is the prison's address, because
    /// INADDR_ANY would receive for the whole host (D3, D4, G1).
    /// </summary>
    public void Disconnect(Pcb pcb, Ipv4 local)
    {
        Ipv4 address = pcb.Socket.Owner.Prison is { } prison ? prison.Address : local;
        table.Rehash(pcb, address, Endpoint.None);
    }

    /// <summary>Determines both endpoints of the connection: in_pcbladdr.</summary>
    private Errno ChooseEndpoints(Pcb pcb, in SocketAddress name, out Endpoint foreign, out Ipv4 local)
    {
        foreign = new Endpoint(interfaces.Destination(name.Endpoint.Address), name.Endpoint.Port);
        local = pcb.Local.Address;
        Errno error = Check(name, local);
        if (error == Errno.None && local.IsAny)
        {
            // Use the prison's address, not the address of the outgoing interface (D2, G1), nor that of the
            // interface chosen by IP_MULTICAST_IF (S11).
            local = pcb.Socket.Owner.Prison is { } prison
                ? prison.Address
                : pcb.Multicast?.Interface is { } card && foreign.Address.IsMulticast
                    ? interfaces.FirstAddressOf(card)
                : interfaces.SourceFor(foreign.Address, pcb.IsDirect);

            // The interface chosen by IP_MULTICAST_IF may have lost its addresses.
            error = local.IsAny && foreign.Address.IsMulticast ? Errno.EADDRNOTAVAIL : Errno.None;
        }

        return error;
    }

    private Errno Check(in SocketAddress name, Ipv4 local) =>
        name.Length != SocketAddress.InetLength ? Errno.EINVAL
        : name.Family != AddressFamily.AF_INET ? Errno.EAFNOSUPPORT
        : name.Endpoint.Port == 0 ? Errno.EADDRNOTAVAIL
        : local.IsAny && !interfaces.HasAddress ? Errno.EADDRNOTAVAIL
        : Errno.None;
}
