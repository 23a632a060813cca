using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

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

    public static Verdict GetSockName(ref CallCheck check, Socket socket) => socket.IsGone
        ? check.Fails(Errno.EINVAL, NameGone)
        : check.Must(Outcome.Named(socket.Local), check.State, NameLocal);

    public static Verdict GetPeerName(ref CallCheck check, Socket socket) => socket.IsEstablished
        ? check.Must(Outcome.Named(socket.Foreign), check.State, NamePeer)
        : check.Fails(Errno.ENOTCONN, NameNotConnected);
}
