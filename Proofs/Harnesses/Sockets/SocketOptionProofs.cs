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
            called.Transport.Detach(called);
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
}
