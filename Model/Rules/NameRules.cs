using Verify.Abi;

namespace Verify.Model;

/// <summary>getsockname(2) and getpeername(2).</summary>
internal static class NameRules
{
    public static Verdict GetSockName(ref Hearing hearing, Socket socket) => socket.IsGone
        ? hearing.Fails(Errno.EINVAL, Rule.NameGone)
        : hearing.Must(new Outcome { Address = socket.Local }, hearing.State, Rule.NameLocal);

    public static Verdict GetPeerName(ref Hearing hearing, Socket socket) => socket.IsConnected
        ? hearing.Must(new Outcome { Address = socket.Foreign }, hearing.State, Rule.NamePeer)
        : hearing.Fails(Errno.ENOTCONN, Rule.NameNotConnected);
}
