using Verify.Abi;
using Verify.Implementation.Calls.Sockets;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>The effect of setsockopt(2), and what getsockopt(2) returns afterwards.</summary>
internal static class SocketOptionProofs
{
    [Proof("P1", "IP_PORTRANGE has three values; any other is EINVAL and changes nothing. ECONNRESET without a PCB.",
        Bound = "one UDP or TCP socket on a host", Mutant = "range-option-unchecked")]
    public static void PortRangeHasThreeValues(HostState state, SocketState socket, bool tcp, bool dropped, int value)
    {
        var host = new ProofHost(state.Plain);
        Socket called = host.Add(tcp ? host.Tcp : host.Udp, socket);
        if (dropped)
        {
            called.Protocol.Detach(called);
            Proof.Assert(OptionCalls.Set(called, SocketOption.IP_PORTRANGE, value).Error == Errno.ECONNRESET);
            Proof.Assert(OptionCalls.Get(called, SocketOption.IP_PORTRANGE).Error == Errno.ECONNRESET);
            return;
        }

        bool isValid = value is 0 or 1 or 2;
        Errno error = OptionCalls.Set(called, SocketOption.IP_PORTRANGE, value).Error;
        Proof.Assert(error == (isValid ? Errno.None : Errno.EINVAL));
        Proof.Assert(
            OptionCalls.Get(called, SocketOption.IP_PORTRANGE).Value == (isValid ? value : (int)socket.Range));
    }

    [Proof("P5", "SO_REUSEADDR and SO_REUSEPORT are independent: zero clears one, any other value sets it.",
        Bound = "one UDP or TCP socket on a host", Mutant = "reuse-options-together")]
    public static void ReuseOptionsAreTwo(HostState state, SocketState socket, bool tcp, bool port, int value)
    {
        var host = new ProofHost(state.Plain);
        Socket called = host.Add(tcp ? host.Tcp : host.Udp, socket);
        (SocketOption set, SocketOption other) = port
            ? (SocketOption.SO_REUSEPORT, SocketOption.SO_REUSEADDR)
            : (SocketOption.SO_REUSEADDR, SocketOption.SO_REUSEPORT);
        int before = OptionCalls.Get(called, other).Value;
        Proof.Assert(OptionCalls.Set(called, set, value).Error == Errno.None, "it can be set");
        Proof.Assert(OptionCalls.Get(called, set).Value == (value != 0 ? (int)set : 0), "it reads as it was set");
        Proof.Assert(OptionCalls.Get(called, other).Value == before, "the other option is unchanged");
    }

    [Proof("S7", "What setsockopt sets to an integer, getsockopt returns: a flag as its bit, a size as it is, a mark "
        + "cut to its buffer, also to a later one, of IP a byte or a truth. What it refuses it leaves as it was.",
        Bound = "one UDP or TCP socket on a host; every option but IP_MULTICAST_IF, which is an address",
        Mutant = "time-to-live-signed")]
    public static void ReadsAsItWasSet(
        HostState state, SocketState socket, bool tcp, SocketOption option, int value, int send, int receive)
    {
        Proof.Assume(option is not (SocketOption.SO_ERROR or SocketOption.IP_MULTICAST_IF));
        var host = new ProofHost(state.Plain);
        Socket called = host.Add(tcp ? host.Tcp : host.Udp, socket);
        OptionCalls.Set(called, SocketOption.SO_SNDBUF, send);
        OptionCalls.Set(called, SocketOption.SO_RCVBUF, receive);
        Outcome before = OptionCalls.Get(called, option);
        Errno error = OptionCalls.Set(called, option, value).Error;
        Outcome after = OptionCalls.Get(called, option);
        Proof.Assert(
            Reads(called, SocketOption.SO_SNDLOWAT) <= Reads(called, SocketOption.SO_SNDBUF)
                & Reads(called, SocketOption.SO_RCVLOWAT) <= Reads(called, SocketOption.SO_RCVBUF),
            "no mark is above its buffer");
        if (error != Errno.None)
        {
            Proof.Assert(after.Value == before.Value & after.Error == before.Error, "what is refused changes nothing");
            return;
        }

        int buffer = Reads(
            called, option == SocketOption.SO_SNDLOWAT ? SocketOption.SO_SNDBUF : SocketOption.SO_RCVBUF);
        Proof.Assert(after.Error == Errno.None, "it can be read");
        Proof.Assert(after.Value == Reading(option, value, buffer), "it reads as it was set");
    }

    [Proof("S7", "A time-out is read in whole ticks of a hundredth of a second, at most 32767 of them (EDOM), and each "
        + "direction has its own; a time to linger has 16 bits.",
        Bound = "one UDP or TCP socket on a host", Mutant = "time-outs-share")]
    public static void TimesReadAsTheyWereSet(
        HostState state, SocketState socket, bool tcp, bool sending, int seconds, int microseconds)
    {
        var host = new ProofHost(state.Plain);
        Socket called = host.Add(tcp ? host.Tcp : host.Udp, socket);
        (SocketOption set, SocketOption other) = sending
            ? (SocketOption.SO_SNDTIMEO, SocketOption.SO_RCVTIMEO)
            : (SocketOption.SO_RCVTIMEO, SocketOption.SO_SNDTIMEO);
        Errno error = OptionCalls.SetPair(called, set, seconds, microseconds).Error;
        bool isTime = seconds is >= 0 and <= 327 & microseconds is >= 0 and < 1_000_000
            & (seconds < 327 | microseconds < 680_000);
        Proof.Assert(error == (isTime ? Errno.None : Errno.EDOM), "a time of at most 32767 ticks");
        Outcome read = OptionCalls.Get(called, set);
        Proof.Assert(read.Value == (isTime ? seconds : 0), "the seconds");
        Proof.Assert(
            isTime ? read.Reply.Second % 10_000 == 0 & read.Reply.Second <= microseconds
                & microseconds - read.Reply.Second < 10_000
                : read.Reply.Second == 0,
            "the hundredths");
        Outcome untouched = OptionCalls.Get(called, other);
        Proof.Assert(untouched.Value == 0 & untouched.Reply.Second == 0, "the other direction is unchanged");
        OptionCalls.SetPair(called, SocketOption.SO_LINGER, seconds, microseconds);
        Outcome linger = OptionCalls.Get(called, SocketOption.SO_LINGER);
        Proof.Assert(
            linger.Value == (seconds != 0 ? (int)SocketOption.SO_LINGER : 0)
                & linger.Reply.Second == (short)microseconds,
            "a truth, and 16 bits of seconds");
    }

    private static int Reads(Socket socket, SocketOption option) => OptionCalls.Get(socket, option).Value;

    /// <summary>The value of an option that was set.</summary>
    private static int Reading(SocketOption option, int value, int buffer) => option switch
    {
        SocketOption.SO_SNDBUF or SocketOption.SO_RCVBUF or SocketOption.IP_PORTRANGE => value,
        SocketOption.SO_SNDLOWAT or SocketOption.SO_RCVLOWAT => value < buffer ? value : buffer,
        SocketOption.IP_TOS or SocketOption.IP_TTL or SocketOption.IP_MULTICAST_TTL => value & 0xff,
        SocketOption.IP_RECVOPTS or SocketOption.IP_RECVRETOPTS or SocketOption.IP_RECVDSTADDR
            or SocketOption.IP_RECVIF or SocketOption.IP_MULTICAST_LOOP => value != 0 ? 1 : 0,
        _ => value != 0 ? (int)option : 0,
    };
}
