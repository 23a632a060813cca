using Shouldly;
using Verify.Abi;
using Verify.Implementation.Domains;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;
using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>Names of sockets without a PCB: asking the protocol is a trap, to which no call leads (S8, D30).</summary>
[Trait("Requirement", "S8")]
public sealed class DetachedNameTests
{
    private readonly Network _network = new(new World(), new Prisons(null!, maxPrisons: 1), new Scheduler());
    private readonly Socket _socket;

    public DetachedNameTests()
    {
        _network.Sockets.Create(_network.Tcp, default, out _socket).ShouldBe(Errno.None);
        _network.Tcp.Shutdown(_socket).ShouldBe(Errno.None);
    }

    [Fact]
    public void Its_name_is_a_trap() =>
        Should.Throw<KernelPanicException>(() => _network.Tcp.LocalName(_socket, out _))
            .Message.ShouldBe("in_setsockaddr: the socket has no PCB");

    [Fact]
    public void Its_peer_is_a_trap() =>
        Should.Throw<KernelPanicException>(() => _network.Tcp.PeerName(_socket, out _))
            .Message.ShouldBe("in_setpeeraddr: the socket has no PCB");

    [Fact]
    public void Its_peer_at_accept_is_not() => _network.Tcp.Accept(_socket, out _).ShouldBe(Errno.EINVAL);

    [Fact]
    public void Calls_look_first() => KernelReplay.Run("""
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] shutdown(3, SHUT_WR) = 0
        [1] getsockname(3) = -1 EINVAL
        [1] getpeername(3) = -1 ENOTCONN
        """);
}
