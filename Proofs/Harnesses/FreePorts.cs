using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>
/// A free port is found if and only if there is one. For ranges of any size that follows from
/// <see cref="PortSearches"/>: at the start each port has its turn within the tries that there are, and a try of
/// another port costs one try and brings it one turn nearer. So a free port is reached, where no other one was taken
/// before. What is left is the loop that tries: here it is run as it is, with two ports.
/// </summary>
internal static class FreePorts
{
    [Proof("G3", "bind of a host's UDP socket to port 0 of two, beside two others: EAGAIN only where both are taken.",
        Mutant = "range-gives-up-early")]
    public static void BindFindsOneIfThereIs(HostState state, int uid, int options, SocketState b, SocketState c)
    {
        var host = new Host(state);
        Socket called = host.Add(
            host.Udp, new SocketState(prison: 0, uid, options, default, Endpoint.None, Endpoint.None, listens: false));
        host.Add(host.Udp, b);
        host.Add(host.Udp, c);
        bool wildcard = (called.Options & SocketOptions.Reuse) == 0;
        bool isFirstFree = host.Table.LookupLocal(Ipv4.Any, 1024, wildcard) is null;
        bool isLastFree = host.Table.LookupLocal(Ipv4.Any, 1025, wildcard) is null;
        Errno error = NameCalls.Bind(host.Caller(0, 0), called, SocketAddress.Inet(Endpoint.None)).Error;
        ushort port = called.Pcb!.Local.Port;
        Proof.Assert(error == Errno.None == (isFirstFree | isLastFree), "one is found where there is one");
        Proof.Assert(
            error == Errno.None ? (port == 1024 & isFirstFree) | (port == 1025 & isLastFree) : port == 0,
            "what is found was free");
    }
}
