using Verify.Abi;

namespace Verify.Model;

/// <summary>What a prison makes of addresses (J2, J3).</summary>
internal static class PrisonAddress
{
    /// <summary>A prison's address can be used only while an interface has it.</summary>
    public static Denial? WhyUnusable(State state, Prison prison) =>
        state.Network.IsOwn(prison.Address) && !prison.Address.IsMulticast
            ? null
            : new Denial(Errno.EADDRNOTAVAIL, Rule.PrisonAddressAbsent);

    /// <summary>Whom a prisoner means by a remote address: "this host", under either name, is the prison itself.</summary>
    public static SocketAddress Remote(ref Hearing hearing, Socket socket, SocketAddress remote)
    {
        if (socket.Prison is not { } prison || !IsThisHost(remote.Endpoint.Address))
        {
            return remote;
        }

        hearing.Use(Rule.PrisonLoopback);
        return remote with { Endpoint = remote.Endpoint with { Address = prison.Address } };
    }

    private static bool IsThisHost(Ipv4 address) => address.IsAny || address == Ipv4.Loopback;
}
