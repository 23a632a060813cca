using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// The sharing of an address and port by several sockets (P5, H2). The closest use decides, of equally close ones the
/// newest.
/// </summary>
internal static class ReuseRules
{
    public static readonly Rule BindOtherUser = new(
        "P5.other-user",
        "bind to an address and port that another user's socket uses fails with EADDRINUSE, unless both "
        + "addresses are wildcards and that socket has SO_REUSEPORT.",
        "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule BindInUse = new(
        "P5.in-use", "bind to an address and port in use fails with EADDRINUSE unless both sockets allow sharing.",
        "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule BindShared = new(
        "P5.shared", "bind to an address and port in use succeeds if both sockets allow sharing.",
        "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule BindFree = new(
        "P5.free", "bind to an address and port that no socket uses succeeds.", "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule BindPrisonExact = new(
        "H2.prison-exact", "In a prison, bind does not conflict with sockets bound to a wildcard address.",
        "netinet/in_pcb.c:in_pcblookup_local");

    /// <summary>The denial by other sockets' uses; null if the bind may continue.</summary>
    public static Denial? ConflictDenial(ref CallCheck check, Socket socket, Endpoint local)
    {
        State state = check.State;
        bool multicast = local.Address.IsMulticast;
        bool outside = socket.Prison is null;
        if (socket.Owner != 0 && !multicast
            && LocalUse.Asked(state, socket.Protocol, local, wildcard: outside) is { } stranger
            && IsStrangers(socket, local.Address, stranger))
        {
            return new Denial(Errno.EADDRINUSE, BindOtherUser);
        }

        Socket? user = LocalUse.Asked(
            state, socket.Protocol, local, outside && socket.Shuns, isSecond: true);
        if (user is not null && !Shares(socket, user, multicast))
        {
            return new Denial(Errno.EADDRINUSE, BindInUse);
        }

        check.Use(user is not null ? BindShared : outside ? BindFree : BindPrisonExact);
        return null;
    }

    /// <summary>True if the use belongs to another user's socket that does not share it with everybody.</summary>
    private static bool IsStrangers(Socket socket, Ipv4 address, Socket user) =>
        user.Owner != socket.Owner
        && !(address.IsAny && user.Local.Address.IsAny && user.ReusePort);

    /// <summary>True if both sockets ask to share; for a multicast address SO_REUSEADDR is enough.</summary>
    private static bool Shares(Socket socket, Socket user, bool multicast) =>
        multicast && socket.ReuseAddress ? user.ReuseAddress || user.ReusePort : socket.ReusePort && user.ReusePort;
}
