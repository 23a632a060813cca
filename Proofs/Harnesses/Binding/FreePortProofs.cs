using Verify.Abi;
using Verify.Implementation.Calls.Sockets;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Binding;

/// <summary>
/// A free port is found if and only if one exists. <see cref="PortSearchProofs"/> shows, for ranges of any size, that
/// each port has its turn within the tries of a search. What remains is the loop that tries, and bind around it; these
/// proofs execute both, so the number of tries is bounded.
/// </summary>
internal static class FreePortProofs
{
    [Proof("G3", "From any point of a search, the first free port in turn is found, and none is skipped.",
        Bound = "six tries or fewer, in a range of any size; six ports held that differ in their low three bits, by "
        + "sockets bound to INADDR_ANY",
        Mutant = "search-of-three-tries")]
    public static void SearchFindsTheFirst(
        PortRange range, ushort cursor, byte left, bool wildcard, ushort a, ushort b, ushort c, ushort d,
        ushort e, ushort f)
    {
        left &= 7;
        (a, b, c) = (Of8(a, 0), Of8(b, 1), Of8(c, 2));
        (d, e, f) = (Of8(d, 3), Of8(e, 4), Of8(f, 5));
        Proof.Assume(left <= 6 & a != 0);
        ushort expected = cursor;
        bool isFree = false;
        for (int tries = 0; tries < left & !isFree; tries++)
        {
            expected = range.Next(expected);
            isFree = expected != a & expected != b & expected != c & expected != d & expected != e & expected != f;
        }

        var search = new PortSearch(range, cursor, left);
        var binding = new PcbBinding(HeldPorts.Table(a, b, c, d, e, f), null!, null!);
        bool found = binding.TryFindFree(ref search, Ipv4.Any, wildcard, out ushort port);
        Proof.Assert(found == isFree, "a port is found if one is free");
        Proof.Assert(
            search.Cursor == expected & (!found | port == expected),
            "it is the first in turn, and the cursor is there");
    }

    [Proof("G3", "bind to port 0 takes the first free port of the range; EAGAIN if all are held.",
        Bound = "a range of eight ports, up or down, its cursor outside; any of them held, by sockets bound to "
        + "INADDR_ANY",
        Unwind = 9, Mutant = "search-shortened-by-bind")]
    public static void BindTakesTheFirst(byte taken, bool down, PortRangeOption option, int options)
    {
        Proof.Assume(option is >= PortRangeOption.IP_PORTRANGE_DEFAULT and <= PortRangeOption.IP_PORTRANGE_LOW);
        var world = new World { Interfaces = [new Interface("fxp0", [new InterfaceAddress(new Ipv4(1), 8)])] };
        (int first, int last) = down ? (2007, 2000) : (2000, 2007);
        var ports = new PortVariables(world) { Ranges = new PortRanges(first, last, first, last, first, last) };
        var held = new ushort[8];
        for (int i = 0; i < held.Length; i++)
        {
            held[i] = (ushort)(3000 + i - 1000 * (taken >> i & 1));
        }

        PcbTable table = HeldPorts.Table(held);
        Pcb pcb = table.Allocate(new Socket { Options = (SocketOptions)options & SocketOptions.Reuse })!;
        pcb.Range = option;
        Errno error = new PcbBinding(table, new Interfaces(world, new Clock()), ports).EnsureBound(pcb, default);
        int turn = 0;
        while (turn < held.Length && IsTaken(taken, down ? 7 - turn : turn))
        {
            turn++;
        }

        Proof.Assert(error == (turn == 8 ? Errno.EAGAIN : Errno.None), "it fails only if all are held");
        Proof.Assert(
            pcb.Local.Port == (turn == 8 ? 0 : down ? 2007 - turn : 2000 + turn), "it is the first that is free");
    }

    [Proof("G3", "bind to port 0 of a host's UDP socket returns EAGAIN only if other sockets prevent it at every "
        + "port.",
        Bound = "two ports; two other sockets, each of any kind", Mutant = "range-gives-up-early")]
    public static void BindFindsAnyFreePort(HostState state, int uid, int options, SocketState b, SocketState c)
    {
        var host = new ProofHost(state);
        Socket called = host.Add(
            host.Udp, new SocketState(prison: 0, uid, options, default, Endpoint.None, Endpoint.None, listens: false));
        host.Add(host.Udp, b);
        host.Add(host.Udp, c);
        bool wildcard = (called.Options & SocketOptions.Reuse) == 0;
        bool isFirstFree = host.Table.LookupLocal(Ipv4.Any, 1024, wildcard) is null;
        bool isLastFree = host.Table.LookupLocal(Ipv4.Any, 1025, wildcard) is null;
        Errno error = NameCalls.Bind(host.Caller(0, 0), called, SocketAddress.Inet(Endpoint.None)).Error;
        ushort port = called.Pcb!.Local.Port;
        Proof.Assert(error == Errno.None == (isFirstFree | isLastFree), "a port is found if one is free");
        Proof.Assert(
            error == Errno.None ? (port == 1024 & isFirstFree) | (port == 1025 & isLastFree) : port == 0,
            "the port found was free");
    }

    // A port with this remainder modulo 8, so that the six ports differ by construction.
    private static ushort Of8(ushort port, int remainder) => (ushort)(port & 0xfff8 | remainder);

    private static bool IsTaken(byte taken, int index) => (taken >> index & 1) != 0;
}
