using Verify.Abi;

namespace Verify.Model;

/// <summary>getsockname(2) and getpeername(2).</summary>
internal static class NameRules
{
    public static readonly Rule NameGone = new(
        "S8.name-gone", "getsockname of a socket without a PCB fails with EINVAL.", "netinet/in_pcb.c:in_setsockaddr");
    public static readonly Rule NameLocal = new(
        "S8.name-local", "getsockname returns the local address and port.", "netinet/in_pcb.c:in_setsockaddr");
    public static readonly Rule NamePeer = new(
        "S8.name-peer", "getpeername returns the foreign address and port.", "netinet/in_pcb.c:in_setpeeraddr");
    public static readonly Rule NameNotConnected = new(
        "S8.name-unconnected", "getpeername of a socket that is not connected fails with ENOTCONN.",
        "kern/uipc_syscalls.c:getpeername1");

    public static Verdict GetSockName(ref Hearing hearing, Socket socket) => socket.IsGone
        ? hearing.Fails(Errno.EINVAL, NameGone)
        : hearing.Must(new Outcome { Address = socket.Local }, hearing.State, NameLocal);

    public static Verdict GetPeerName(ref Hearing hearing, Socket socket) => socket.IsConnected
        ? hearing.Must(new Outcome { Address = socket.Foreign }, hearing.State, NamePeer)
        : hearing.Fails(Errno.ENOTCONN, NameNotConnected);
}
