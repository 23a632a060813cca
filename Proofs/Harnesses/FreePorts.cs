using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>
/// A free port is found if and only if there is one. For ranges of any size by induction over the tries: where a free
/// port has a turn within the tries that are left, a try finds a free port or leaves that one its turn; without tries
/// left no port has one. With <see cref="PortSearches.EveryPortHasATurn"/>, which says that at the start each has, a
/// search that finds none has tried every port of the range.
/// </summary>
internal static class FreePorts
{
    [Proof("G3", "Whichever ports are taken: a try finds a free port, or the free ones keep their turns.",
        Mutant = "range-skips-first")]
    public static void StaysAheadUntilOneIsFound(PortRange range, ushort cursor, int left, ushort free, bool isTaken)
    {
        Proof.Assume(InRange.Has(range, free) && left <= range.Size);
        int turn = InRange.Turn(range, cursor, free);
        Proof.Assume(1 <= turn && turn <= left);
        var search = new PortSearch(range, cursor, left);
        Proof.Assert(search.TryNext(out ushort tried), "there is a try left");
        Proof.Assert(InRange.Has(range, tried), "it is of a port of the range");
        Proof.Assume(isTaken & tried != free); // Otherwise the search has found one.
        int next = InRange.Turn(range, search.Cursor, free);
        Proof.Assert(1 <= next && next <= search.Left, "the free port's turn is still to come");
    }

    [Proof("G3", "bind to port 0, in a range of two ports beside two sockets: EAGAIN only where both are taken.",
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
