using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>What setsockopt(2) does, and getsockopt(2) says after it.</summary>
internal static class OptionRules
{
    [Proof("P1", "IP_PORTRANGE has three values; with any other it is EINVAL, and stays.",
        Mutant = "range-option-unchecked")]
    public static void PortRangeHasThreeValues(HostState state, SocketState socket, bool tcp, int value)
    {
        var host = new Host(state);
        Socket called = host.Add(tcp ? host.Tcp : host.Udp, socket);
        bool isValid = value is 0 or 1 or 2;
        Errno error = OptionCalls.Set(called, SocketOption.IP_PORTRANGE, value).Error;
        Proof.Assert(error == (isValid ? Errno.None : Errno.EINVAL));
        Proof.Assert(
            OptionCalls.Get(called, SocketOption.IP_PORTRANGE).Value == (isValid ? value : (int)socket.Range));
    }

    [Proof("P5", "SO_REUSEADDR and SO_REUSEPORT are set and cleared each for itself, by zero or any other value.",
        Mutant = "reuse-options-together")]
    public static void ReuseOptionsAreTwo(HostState state, SocketState socket, bool port, int value)
    {
        var host = new Host(state);
        Socket called = host.Add(host.Udp, socket);
        (SocketOption set, SocketOption other) = port
            ? (SocketOption.SO_REUSEPORT, SocketOption.SO_REUSEADDR)
            : (SocketOption.SO_REUSEADDR, SocketOption.SO_REUSEPORT);
        int before = OptionCalls.Get(called, other).Value;
        OptionCalls.Set(called, set, value);
        Proof.Assert(OptionCalls.Get(called, set).Value != 0 == (value != 0), "it is as it was set");
        Proof.Assert(OptionCalls.Get(called, other).Value == before, "the other one is as it was");
    }
}
