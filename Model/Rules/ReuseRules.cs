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
        State state = hearing.State;
        bool multicast = local.Address.IsMulticast;
        bool outside = socket.Prison is null;
        Answers strangers = default;
        if (socket.Owner != 0 && !multicast)
        {
            foreach (Socket user in LocalUse.Closest(state, socket.Protocol, local, wildcard: outside))
            {
                strangers.Add(!IsStrangers(socket, local.Address, user));
            }
        }

        Answers users = default;
        foreach (Socket user in LocalUse.Closest(state, socket.Protocol, local, outside && socket.Shuns))
        {
            users.Add(Shares(socket, user, multicast));
        }

        bool mayRefuse = strangers.SomeRefuse || users.SomeRefuse;
        bool mayAllow = strangers.MayAllow && users.MayAllow;
        if (mayRefuse && (!mayAllow || hearing.Seen.Error == Errno.EADDRINUSE))
        {
            return new Denial(Errno.EADDRINUSE, strangers.SomeRefuse ? Rule.BindOtherUser : Rule.BindInUse);
        }

        hearing.Use(users.SomeAllow ? Rule.BindShared : outside ? Rule.BindFree : Rule.BindPrisonExact);
        return null;
    }

    /// <summary>True where the use belongs to another user who has not opened it to all.</summary>
    private static bool IsStrangers(Socket socket, Ipv4 address, Socket user) =>
        user.Owner != socket.Owner
        && !(address.IsAny && user.Local.Address.IsAny && user.ReusePort);

    /// <summary>True where both sockets ask for sharing; for a multicast address SO_REUSEADDR is enough.</summary>
    private static bool Shares(Socket socket, Socket user, bool multicast) =>
        multicast && socket.ReuseAddress ? user.ReuseAddress || user.ReusePort : socket.ReusePort && user.ReusePort;

    /// <summary>What the equally close users say; one of them is asked.</summary>
    private struct Answers
    {
        public bool SomeAllow { get; private set; }

        public bool SomeRefuse { get; private set; }

        /// <summary>True where the one asked may allow it, or nobody is there to ask.</summary>
        public readonly bool MayAllow => SomeAllow || !SomeRefuse;

        public void Add(bool allows)
        {
            SomeAllow |= allows;
            SomeRefuse |= !allows;
        }
    }
}
