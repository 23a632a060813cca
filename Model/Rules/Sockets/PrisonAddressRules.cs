using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>How a prison restricts and replaces addresses (J2, J3).</summary>
internal static class PrisonAddressRules
{
    public static readonly Rule PrisonLoopback = new(
        "J2.loopback", "In a prison, a remote 127.0.0.1 or 0.0.0.0 means the prison's own address.",
        "kern/kern_jail.c:prison_remote_ip");
    public static readonly Rule PrisonAddressAbsent = new(
        "J3.absent", "Binding to a prison's address fails with EADDRNOTAVAIL if no interface has that address.", "D5");

    /// <summary>The denial of a prison's address that no interface has.</summary>
    public static Denial? AddressDenial(State state, Prison prison) =>
        state.Network.IsOwn(prison.Address) && !prison.Address.IsMulticast
            ? null
            : new Denial(Errno.EADDRNOTAVAIL, PrisonAddressAbsent);

    /// <summary>The remote address that a prisoner means: 0.0.0.0 and 127.0.0.1 mean the prison itself.</summary>
    public static SocketAddress Remote(ref CallCheck check, Socket socket, SocketAddress remote)
    {
        if (socket.Prison is not { } prison || !IsThisHost(remote.Endpoint.Address))
        {
            return remote;
        }

        check.Use(PrisonLoopback);
        return remote with { Endpoint = remote.Endpoint with { Address = prison.Address } };
    }

    private static bool IsThisHost(Ipv4 address) => address.IsAny || address == Ipv4.Loopback;
}
