using Shouldly;
using Xunit;

namespace Verify.Implementation.Tests.Inspection;

/// <summary>What the digest knows of sleeping calls, signals and file flags.</summary>
public sealed class SleepDigestTests
{
    private const string Server = """
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_DGRAM, 0)
        [1] bind(3, 10.0.0.1:53)
        [1] socket(AF_INET, SOCK_STREAM, 0)
        [1] listen(4, 5)
        [1] fork()
        [1] fork()
        [1] fork()

        """;

    [Theory]
    [InlineData("", "[2] accept(4)")]
    [InlineData("[2] recvfrom(3)", "[2] accept(4)")]
    [InlineData("[2] recvfrom(3)", "[3] recvfrom(3)")]
    [InlineData("[2] recvfrom(3)", "[2] recvfrom(3, 5)")]
    [InlineData("[2] recvfrom(3)\n[3] recvfrom(3)", "[3] recvfrom(3)\n[2] recvfrom(3)")]
    [InlineData("", "[1] fcntl(3, F_SETFL, O_NONBLOCK)")]
    [InlineData("", "[1] fcntl(0, F_SETFL, O_APPEND)")]
    [InlineData("[1] fcntl(3, F_SETFL, O_APPEND)", "[1] fcntl(3, F_SETFL, O_ASYNC)")]
    [InlineData("[1] passfd(3, 1)", "[1] socket(AF_INET, SOCK_DGRAM, 0)")]
    [InlineData("", "[1] sigaction(30, handler)")]
    [InlineData("[1] sigaction(30, handler)", "[1] sigaction(30, handler, SA_RESTART)")]
    [InlineData("[1] sigaction(30, handler)", "[1] sigaction(31, handler)")]
    [InlineData("[1] sigaction(94, handler)", "[1] sigaction(30, handler)")]
    [InlineData("[1] sigaction(30, handler)", "[1] sigaction(30, SIG_IGN)")]
    public void Different_states(string one, string other) =>
        KernelReplay.DigestAfter(Server + one).ShouldNotBe(KernelReplay.DigestAfter(Server + other));

    [Theory]
    [InlineData("[2] recvfrom(3)\n[3] accept(4)", "[3] accept(4)\n[2] recvfrom(3)")]
    [InlineData("[1] passfd(3, 2)\n[2] recvfrom(3)", "[1] passfd(3, 2)\n[2] recvfrom(5)")]
    [InlineData("[2] recvfrom(3)\n[3] recvfrom(3)\n[2] exit(0)", "[2] exit(0)\n[3] recvfrom(3)")]
    [InlineData("", "[1] sigaction(20, SIG_IGN)")]
    [InlineData("", "[1] sigaction(15, SIG_DFL, SA_RESTART)")]
    [InlineData("[1] sigaction(15, SIG_IGN)", "[1] sigaction(15, SIG_IGN, SA_RESTART)")]
    [InlineData("", "[1] sigaction(15, SIG_IGN)\n[1] sigaction(15, SIG_DFL)")]
    [InlineData("", "[1] ioctl(3, FIONBIO, 1)\n[1] fcntl(3, F_SETFL, O_RDONLY)")]
    public void States_that_behave_alike(string one, string other) =>
        KernelReplay.DigestAfter(Server + one).ShouldBe(KernelReplay.DigestAfter(Server + other));

    [Theory]
    [InlineData("[1] kill(2, 30)", "[1] kill(2, 31)")]
    [InlineData("[1] kill(2, 30)", "[wire] tcp(10.0.0.9:1, 10.0.0.1:1024)")]
    [InlineData("[1] kill(2, 30)\n[wire] tcp(10.0.0.9:1, 10.0.0.1:1024)",
        "[wire] tcp(10.0.0.9:1, 10.0.0.1:1024)\n[1] kill(2, 30)")]
    public void Different_states_of_woken_processes(string one, string other) =>
        KernelReplay.DigestAfter(Later + one).ShouldNotBe(KernelReplay.DigestAfter(Later + other));

    [Theory]
    [InlineData("[1] kill(2, 30)\n[1] kill(3, 30)", "[1] kill(3, 30)\n[1] kill(2, 30)")]
    [InlineData("[1] kill(2, 30)\n[1] kill(2, 31)", "[1] kill(2, 31)\n[1] kill(2, 30)")]
    public void Woken_processes_that_behave_alike(string one, string other) =>
        KernelReplay.DigestAfter(Later + one).ShouldBe(KernelReplay.DigestAfter(Later + other));

    private const string Later = "wakeups later\n" + Server + """
        [2] sigaction(30, handler)
        [2] sigaction(31, handler)
        [3] sigaction(30, handler)
        [2] accept(4)
        [3] accept(4)

        """;
}
