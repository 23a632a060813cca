using System.Buffers.Binary;
using System.Numerics;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// What UDP counts, and checksums. A datagram that arrives adds what became of it: from how many sockets it matched and
/// how many of them queued it follows everything else.
/// </summary>
internal static class UdpCountRules
{
    public static readonly Rule CountersRead = new(
        "S11.counters", "sysctl net.inet.udp.stats is what UDP has counted on the whole host since it booted.",
        "kern/kern_sysctl.c:sysctl_handle_opaque");
    public static readonly Rule CountArrival = new(
        "S11.counts-arrival",
        "A datagram that reaches UDP counts as ipackets; then as noport, or as noportbcast if it is to many, if no "
        + "socket matches it, and as fullsock for each socket that matches it and has no room.",
        "netinet/udp_usrreq.c:udp_input");
    public static readonly Rule CountDeparture = new(
        "S11.counts-departure", "A datagram that UDP hands to IP counts as opackets, whatever becomes of it there.",
        "netinet/udp_usrreq.c:udp_output");
    public static readonly Rule WrongChecksum = new(
        "S11.checksum",
        "A datagram with a wrong checksum is dropped before any socket is looked for, and counts as badsum; 0 is no "
        + "checksum.",
        "netinet/udp_usrreq.c:udp_input");

    private const int HeaderSize = 8;
    private const int PseudoHeaderSize = 12;

    /// <summary>The state after one more datagram was handed to IP.</summary>
    public static State Departed(ref CallCheck check, State state)
    {
        check.Use(CountDeparture);
        return state.Counting(new UdpCounters { Left = 1 });
    }

    /// <summary>The state after a datagram arrived.</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="state">The state with what the datagram has changed otherwise.</param>
    /// <param name="matching">How many sockets it matched.</param>
    /// <param name="queued">How many of them had room for it.</param>
    /// <param name="isToMany">True if it was to many.</param>
    public static State Arrived(ref CallCheck check, State state, int matching, int queued, bool isToMany = false)
    {
        check.Use(CountArrival);
        uint unmatched = matching == 0 ? 1u : 0;
        return state.Counting(new UdpCounters
        {
            Arrived = 1,
            Unmatched = isToMany ? 0 : unmatched,
            UnmatchedToMany = isToMany ? unmatched : 0,
            WithoutRoom = (uint)(matching - queued),
        });
    }

    /// <summary>Checks the arrival of a datagram with a wrong checksum.</summary>
    public static Verdict Damaged(ref CallCheck check, State state) => check.Must(
        Outcome.Ok, state.Counting(new UdpCounters { Arrived = 1, Damaged = 1 }), WrongChecksum);

    /// <summary>True for a checksum that is not the right one; 0 is none.</summary>
    public static bool IsDamaged(Call.WireUdp datagram) =>
        datagram.Checksum is { } checksum && checksum != 0 && checksum != ChecksumOf(datagram);

    /// <summary>
    /// The right checksum: what is missing to the next multiple of 65535, if pseudo header, header and data, filled up
    /// to an even length, are read as one number (RFC 768). 2 to the power of 16 leaves the remainder 1, so each pair
    /// of bytes counts alike, as in RFC 1071; and what is missing is never 0.
    /// </summary>
    public static ushort ChecksumOf(Call.WireUdp datagram)
    {
        int length = HeaderSize + datagram.Data.Length;
        byte[] bytes = new byte[PseudoHeaderSize + length + (length & 1)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, datagram.Source.Address.Value);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), datagram.Destination.Address.Value);
        bytes[9] = (byte)Protocol.Udp;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(10), unchecked((ushort)length));
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(12), datagram.Source.Port);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(14), datagram.Destination.Port);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(16), unchecked((ushort)length));
        datagram.Data.ToArray().CopyTo(bytes.AsSpan(PseudoHeaderSize + HeaderSize));
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        return (ushort)(ushort.MaxValue - number % ushort.MaxValue);
    }
}
