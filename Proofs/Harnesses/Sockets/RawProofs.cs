using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Inet.Raw;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>Raw IP: which packets are taken in, and who receives them.</summary>
internal static class RawProofs
{
    private const byte End = 0;
    private const byte NoOperation = 1;

    [Proof("S11", "ip_dooptions ends for options of any content, reads nothing behind the packet, and passes those that "
        + "are lists of single bytes and of options with a length, none of which the kernel would have to write.",
        Bound = "four bytes of options and one byte behind them", Unwind = 5, Terminates = true,
        Mutant = "raw-option-without-length")]
    public static void OptionsEnd(byte first, byte second, byte third, byte fourth, byte behind)
    {
        byte[] rest = [first, second, third, fourth, behind];
        bool fromFourth = IsEnd(fourth);
        bool fromThird = third == End
            || (third == NoOperation ? fromFourth : IsPlain(third) & (fourth == 2 | (fourth == 1 & fromFourth)));
        bool fromSecond = second == End
            || (second == NoOperation ? fromThird
                : IsPlain(second) & (third == 3 | (third == 1 & fromThird) | (third == 2 & fromFourth)));
        bool fromFirst = first == End
            || (first == NoOperation ? fromSecond
                : IsPlain(first)
                    & (second == 4 | (second == 3 & fromFourth) | (second == 2 & fromThird)
                        | (second == 1 & fromSecond)));
        Proof.Assert(IpOptions.Pass(rest, 4) == fromFirst, "exactly the well-formed lists pass");

        bool IsEnd(byte last) => last is End or NoOperation || (IsPlain(last) & behind == 1);
    }

    [Proof("S11", "A raw socket receives a packet if its protocol is 0 or the packet's, and its addresses are 0.0.0.0 or "
        + "the packet's; every socket that does gets a copy, the newest first, unless its buffer is full.",
        Bound = "two raw sockets, a packet from outside with up to eight bytes", Mutant = "raw-first-alone")]
    public static void ReachesTheSet(
        HostState state, RawState older, RawState newer, Ipv4 source, Ipv4 destination, byte protocol, ShortData data,
        bool isFull)
    {
        Proof.Assume(data.IsValid);
        var host = new ProofHost(state.Plain);
        var table = new PcbTable("ripcb", 1, int.MaxValue, host.PortHeads);
        Socket first = Add(host, table, older);
        Socket second = Add(host, table, newer);
        second.Sizes = BufferSizes.Of(1, isFull ? 1 : 1000);
        var packet = new IpPacket
        {
            Protocol = (Protocol)protocol,
            Source = source,
            Destination = destination,
            Rest = data.ToData(),
        };
        Traffic traffic = default;
        host.RawInput(table).Receive(packet, 0, ref traffic);
        bool isForeign = protocol is not (1 or 2 or 6 or 17 or 46);
        bool reachesSecond = isForeign & newer.Admits(protocol, source, destination) & !isFull;
        bool reachesFirst = isForeign & older.Admits(protocol, source, destination);
        Proof.Assert(second.Received.First is not null == reachesSecond, "the newest one receives it if it matches");
        Proof.Assert(first.Received.First is not null == reachesFirst, "and so does the other one");
        Proof.Assert(
            ReferenceEquals(traffic.Receiver, reachesSecond ? second : reachesFirst ? first : null)
            & traffic.Others.Length == (reachesSecond & reachesFirst ? 1 : 0),
            "the receivers are reported");
        Proof.Assert(
            first.Received.First is not { } queued
            || (queued.Sender == new Endpoint(source, 0) & queued.Data.Length == IpPacket.LeastHeader + data.Length),
            "with the source and the header");
    }

    private static bool IsPlain(byte kind) => kind is not (End or NoOperation or 7 or 68 or 131 or 137);

    private static Socket Add(ProofHost host, PcbTable table, RawState state)
    {
        host.Sockets.Create(host.RawOf(table), default, out Socket socket, (Protocol)state.Protocol);
        socket.Pcb!.Local = new Endpoint(state.Local, 0);
        socket.Pcb.Foreign = new Endpoint(state.Foreign, 0);
        return socket;
    }
}

/// <summary>A raw socket of the host: an input of a harness.</summary>
/// <param name="Protocol">Its protocol.</param>
/// <param name="Local">Its local address.</param>
/// <param name="Foreign">Its foreign address.</param>
internal readonly record struct RawState(byte Protocol, Ipv4 Local, Ipv4 Foreign)
{
    /// <summary>True if rip_input would deliver such a packet.</summary>
    public bool Admits(byte protocol, Ipv4 source, Ipv4 destination) =>
        (Protocol == 0 | Protocol == protocol)
        & (Local.IsAny | Local == destination)
        & (Foreign.IsAny | Foreign == source);
}
