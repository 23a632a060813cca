using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// Whether a socket may bind an address and port that another one uses (P5, H2). The closest use is asked, of equally
/// close ones the newest.
/// </summary>
internal static class ReuseRules
{
    /// <summary>Judges the other sockets' uses: null where the bind may go on.</summary>
    public static Denial? WhyTaken(ref Hearing hearing, Socket socket, Endpoint local)
    {
        State state = hearing.State;
        bool multicast = local.Address.IsMulticast;
        bool outside = socket.Prison is null;
        if (socket.Owner != 0 && !multicast
            && LocalUse.Asked(state, socket.Protocol, local, wildcard: outside) is { } stranger
            && IsStrangers(socket, local.Address, stranger))
        {
            return new Denial(Errno.EADDRINUSE, Rule.BindOtherUser);
        }

        Socket? user = LocalUse.Asked(
            state, socket.Protocol, local, outside && socket.Shuns, isSecond: true);
        if (user is not null && !Shares(socket, user, multicast))
        {
            return new Denial(Errno.EADDRINUSE, Rule.BindInUse);
        }

        hearing.Use(user is not null ? Rule.BindShared : outside ? Rule.BindFree : Rule.BindPrisonExact);
        return null;
    }

    /// <summary>True where the use belongs to another user who has not opened it to all.</summary>
    private static bool IsStrangers(Socket socket, Ipv4 address, Socket user) =>
        user.Owner != socket.Owner
        && !(address.IsAny && user.Local.Address.IsAny && user.ReusePort);

    /// <summary>True where both sockets ask for sharing; for a multicast address SO_REUSEADDR is enough.</summary>
    private static bool Shares(Socket socket, Socket user, bool multicast) =>
        multicast && socket.ReuseAddress ? user.ReuseAddress || user.ReusePort : socket.ReusePort && user.ReusePort;
}
