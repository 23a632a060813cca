using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// Whether a socket may bind an address and port that another one uses (P5, H2). Of several equally close uses the
/// requirement does not say which one is asked, so both answers may be allowed.
/// </summary>
internal static class ReuseRules
{
    /// <summary>Judges the other sockets' uses: null where the bind may go on.</summary>
    public static Denial? WhyTaken(ref Hearing hearing, Socket socket, Endpoint local)
    {
        bool multicast = local.Address.IsMulticast;
        bool freeWorld = socket.Prison is null;
        Answers strangers = socket.Owner != 0 && !multicast
            ? Ask(hearing.State, socket, local, freeWorld, user => IsStrangers(socket, local.Address, user))
            : Answers.Free;
        Answers uses = Ask(
            hearing.State, socket, local, freeWorld && socket.Shuns, user => !Shares(socket, user, multicast));

        Rule rule = strangers.MayRefuse ? Rule.BindOtherUser : Rule.BindInUse;
        bool mayRefuse = strangers.MayRefuse || uses.MayRefuse;
        bool mayAllow = strangers.MayAllow && uses.MayAllow;
        if (mayRefuse && (!mayAllow || hearing.Seen.Error == Errno.EADDRINUSE))
        {
            return new Denial(Errno.EADDRINUSE, rule);
        }

        hearing.Use(uses.IsUsed ? Rule.BindShared : freeWorld ? Rule.BindFree : Rule.BindPrisonExact);
        return null;
    }

    /// <summary>True where the use belongs to another user who has not opened it to all.</summary>
    private static bool IsStrangers(Socket socket, Ipv4 address, Socket user) =>
        user.Owner != socket.Owner
        && !(address.IsAny && user.Local.Address.IsAny && user.ReusePort);

    /// <summary>True where both sockets ask for sharing; for a multicast address SO_REUSEADDR is enough.</summary>
    private static bool Shares(Socket socket, Socket user, bool multicast) =>
        multicast && socket.ReuseAddress ? user.ReuseAddress || user.ReusePort : socket.ReusePort && user.ReusePort;

    private static Answers Ask(
        State state, Socket socket, Endpoint local, bool wildcard, Func<Socket, bool> refuses)
    {
        int closest = LocalUse.Closest(state, socket.Protocol, local, wildcard);
        if (closest == LocalUse.None)
        {
            return Answers.Free;
        }

        var answers = new Answers(false, false, true);
        foreach (Socket user in state.Sockets)
        {
            if (user.Local.Port == local.Port && user.Protocol == socket.Protocol
                && LocalUse.Distance(user, local.Address, wildcard) == closest)
            {
                answers = refuses(user) ? answers with { MayRefuse = true } : answers with { MayAllow = true };
            }
        }

        return answers;
    }

    private readonly record struct Answers(bool MayRefuse, bool MayAllow, bool IsUsed)
    {
        public static readonly Answers Free = new(false, true, false);
    }
}
