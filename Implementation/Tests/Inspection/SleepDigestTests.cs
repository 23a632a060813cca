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
    [InlineData("[2] poll([3 POLLIN], -1)", "[2] poll([3 POLLPRI], -1)")]
    [InlineData("[2] poll([3 POLLIN], -1)", "[2] poll([3 POLLIN, 3 POLLIN], -1)")]
    [InlineData("[2] poll([3 POLLIN], -1)", "[2] poll([3 POLLIN], 50)")]
    [InlineData("[2] poll([3 POLLIN], 50)", "[2] poll([3 POLLIN], 51)")]
    [InlineData("[2] poll([3 POLLIN], 50)\n[3] poll([], 50)", "[3] poll([], 50)\n[2] poll([3 POLLIN], 50)")]
    [InlineData("[2] select(4, [3], NULL, NULL, NULL)", "[2] select(4, [3 99], NULL, NULL, NULL)")]
    [InlineData("[2] select(4, [3], NULL, NULL, NULL)", "[2] select(4, [3], [], NULL, NULL)")]
    [InlineData("[1] setsockopt(3, SO_RCVTIMEO, 0, 20000)\n[2] recvfrom(3)\n[3] poll([], 10)",
        "[1] setsockopt(3, SO_RCVTIMEO, 0, 20000)\n[3] poll([], 10)\n[2] recvfrom(3)")]
    [InlineData("[1] setsockopt(3, SO_RCVTIMEO, 0, 20000)\n[2] recvfrom(3)",
        "[2] recvfrom(3)\n[1] setsockopt(3, SO_RCVTIMEO, 0, 20000)")]
    [InlineData("[1] dup2(1, 20)\n[1] close(20)", "")]
    [InlineData("", "[1] fcntl(3, F_SETFL, O_NONBLOCK)")]
    [InlineData("", "[1] fcntl(0, F_SETFL, O_APPEND)")]
    [InlineData("[1] fcntl(3, F_SETFL, O_APPEND)", "[1] fcntl(3, F_SETFL, O_ASYNC)")]
    [InlineData("[1] dup(3)", "[1] socket(AF_INET, SOCK_DGRAM, 0)")]
    [InlineData("", "[1] sigaction(30, handler)")]
    [InlineData("[1] sigaction(30, handler)", "[1] sigaction(30, handler, SA_RESTART)")]
    [InlineData("[1] sigaction(30, handler)", "[1] sigaction(31, handler)")]
    [InlineData("[1] sigaction(94, handler)", "[1] sigaction(30, handler)")]
    [InlineData("[1] sigaction(30, handler)", "[1] sigaction(30, SIG_IGN)")]
    public void Different_states(string one, string other) =>
        KernelReplay.DigestAfter(Server + one).ShouldNotBe(KernelReplay.DigestAfter(Server + other));

    [Theory]
    [InlineData("[2] recvfrom(3)\n[3] accept(4)", "[3] accept(4)\n[2] recvfrom(3)")]
    [InlineData("[2] recvfrom(3)\n[3] poll([], 10)", "[3] poll([], 10)\n[2] recvfrom(3)")]
    [InlineData("[2] select(99, [3], NULL, NULL, NULL)", "[2] select(20, [3], NULL, NULL, NULL)")]
    [InlineData("[2] dup(3)\n[2] recvfrom(3)", "[2] dup(3)\n[2] recvfrom(5)")]
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
    [InlineData("[4] poll([3 POLLIN], 10)\n[wire] idle(20)",
        "[4] poll([3 POLLIN], 10)\n[1] kill(4, 30)\n[wire] idle(20)")]
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

    [Theory]
    [InlineData("", "[1] sendto(3, \"a\")")]
    [InlineData("[1] sendto(3, \"ab\")", "[1] sendto(3, \"ac\")")]
    [InlineData("[1] sendto(3, \"ab\")", "[1] sendto(4, \"ab\")")]
    [InlineData("", "[1] setsockopt(3, SO_SNDBUF, 100)")]
    [InlineData("[1] sendto(3, \"a\")\n[1] setsockopt(3, SO_SNDBUF, 10)",
        "[1] setsockopt(3, SO_SNDBUF, 11)\n[1] sendto(3, \"a\")")]
    [InlineData("[1] close(4)\n[2] close(4)", "[1] close(3)\n[2] close(3)")]
    [InlineData("[1] setsockopt(3, SO_SNDBUF, 2)\n[2] sendto(3, \"abc\")",
        "[1] setsockopt(3, SO_SNDBUF, 2)\n[2] sendto(3, \"abd\")")]
    [InlineData("[1] setsockopt(3, SO_SNDBUF, 2)\n[2] sendto(3, \"abc\")",
        "[1] setsockopt(3, SO_SNDBUF, 2)\n[1] sendto(3, \"ab\")\n[2] sendto(3, \"c\")")]
    public void Different_pairs(string one, string other) =>
        KernelReplay.DigestAfter(Pair + one).ShouldNotBe(KernelReplay.DigestAfter(Pair + other));

    [Theory]
    [InlineData("[1] sendto(3, \"ab\")\n[1] sendto(3, \"c\")", "[1] sendto(3, \"a\")\n[1] sendto(3, \"bc\")")]
    [InlineData("", "[1] sendto(3, \"ab\")\n[1] recvfrom(4)")]
    [InlineData("[1] setsockopt(3, SO_SNDBUF, 2)\n[2] sendto(3, \"abc\")\n[1] recvfrom(4)\n[2] <... sendto resumed>)",
        "[1] setsockopt(3, SO_SNDBUF, 2)\n[1] sendto(3, \"c\")")]
    public void Pairs_that_behave_alike(string one, string other) =>
        KernelReplay.DigestAfter(Pair + one).ShouldBe(KernelReplay.DigestAfter(Pair + other));

    private const string Pair = "[1] socketpair(AF_LOCAL, SOCK_STREAM, 0)\n[1] fork()\n";

    [Theory]
    [InlineData("", "[2] connect(3, 10.0.0.9:80)")]
    [InlineData("[2] connect(3, 10.0.0.9:80)", "[2] connect(3, 10.0.0.9:80)\n[1] connect(3, 10.0.0.9:80)")]
    [InlineData("[1] connect(3, 10.0.0.9:80)\n[2] kill(1, 15)",
        "[1] connect(3, 10.0.0.9:80)\n[wire] tcp_accept(10.0.0.9:80, 10.0.0.1:1024)")]
    [InlineData("[2] connect(3, 10.0.0.9:80)\n[1] kill(2, 9)", "[1] kill(2, 9)\n[1] connect(3, 10.0.0.9:80)")]
    [InlineData("[wire] tcp(10.0.0.9:1, 10.0.0.1:80)",
        "[wire] tcp(10.0.0.9:1, 10.0.0.1:80)\n[wire] tcp_reset(10.0.0.9:1, 10.0.0.1:80)")]
    public void Different_connections(string one, string other) =>
        KernelReplay.DigestAfter(Client + one).ShouldNotBe(KernelReplay.DigestAfter(Client + other));

    private const string Client = """
        wakeups later
        answers later
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_STREAM, 0)
        [1] socket(AF_INET, SOCK_STREAM, 0)
        [1] bind(4, 10.0.0.1:80)
        [1] listen(4, 5)
        [1] fork()

        """;

    private const string Later = "wakeups later\n" + Server + """
        [2] sigaction(30, handler)
        [2] sigaction(31, handler)
        [3] sigaction(30, handler)
        [4] sigaction(30, handler)
        [2] accept(4)
        [3] accept(4)

        """;
}
