using Verify.Abi;
using Verify.Implementation.Inet.Raw;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>Raw IP: which packets are taken in, and who receives them.</summary>
internal static class RawProofs
{
    private const byte End = 0;
    private const byte NoOperation = 1;

    [Proof("S11", "ip_dooptions ends for options of any content, reads nothing behind the packet, and passes those "
        + "that are lists of single bytes and of options with a length, none of which the kernel would have to write.",
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

    [Proof("S11", "A raw socket is meant by a packet if its protocol is 0 or the packet's, its local address 0.0.0.0 "
        + "or the destination, and its foreign address 0.0.0.0 or the source.",
        Bound = "one raw socket", Mutant = "raw-connected-hears-others")]
    public static void MeansTheSocket(
        byte wanted, Ipv4 local, Ipv4 foreign, byte protocol, Ipv4 source, Ipv4 destination)
    {
        var pcb = new Pcb
        {
            Number = (Protocol)wanted,
            Local = new Endpoint(local, 0),
            Foreign = new Endpoint(foreign, 0),
        };
        var packet = new Ipv4Packet { Protocol = (Protocol)protocol, Source = source, Destination = destination };
        Proof.Assert(
            RawInput.Matches(pcb, packet)
            == ((wanted == 0 | wanted == protocol)
                & (local.IsAny | local == destination)
                & (foreign.IsAny | foreign == source)));
    }

    private static bool IsPlain(byte kind) => kind is not (End or NoOperation or 7 or 68 or 131 or 137);
}
