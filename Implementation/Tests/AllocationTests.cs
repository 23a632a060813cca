using Shouldly;
using Xunit;

namespace Verify.Implementation.Tests;

/// <summary>Calls without payload do not allocate, once the zones have grown.</summary>
public sealed class AllocationTests
{
    private const int Rounds = 100;

    private const string Machine =
        """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2
        [1] fork() = 2
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] bind(3, 10.0.0.1:80) = 0
        [1] listen(3, 5) = 0

        """;

    // What is opened in a round is closed in it.
    private const string Round =
        """
        [2] socket(AF_INET, SOCK_DGRAM, 0)
        [2] setsockopt(3, SO_REUSEPORT, 1)
        [2] getsockopt(3, SO_REUSEPORT)
        [2] bind(3, 10.0.0.2:53)
        [2] connect(3, 10.0.0.1:53)
        [2] getsockname(3)
        [2] getpeername(3)
        [2] sendto(3, "q")
        [2] getsockopt(3, SO_ERROR)
        [wire] udp(192.0.2.7:9000, 10.0.0.2:53, "w")
        [wire] udp(192.0.2.7:9000, 224.0.0.9:53, "w")
        [2] socket(AF_INET, SOCK_DGRAM, 0)
        [2] setsockopt(4, SO_BROADCAST, 1)
        [2] bind(4, 0.0.0.0:54)
        [2] setsockopt(4, IP_MULTICAST_TTL, 2)
        [2] setsockopt(4, IP_ADD_MEMBERSHIP, 224.0.0.9, 10.0.0.2)
        [2] sendto(4, "q", 224.0.0.9:54)
        [2] sendto(4, "q", 10.0.0.255:54)
        [2] close(4)
        [2] socket(AF_INET, SOCK_STREAM, 0)
        [2] connect(4, 10.0.0.1:80)
        [1] accept(3)
        [1] close(4)
        [2] close(4)
        [2] close(3)
        [2] socket(AF_INET, SOCK_DGRAM, 0)
        [2] poll([3 POLLIN], 0)
        [2] poll([3 POLLIN|POLLOUT, 3 POLLIN, 1 POLLIN], 1000)
        [2] close(3)
        [1] kill(2, 0)
        [2] getuid()
        [2] bind(9, 10.0.0.2:53)
        """;

    [Fact]
    public void Calls_without_payload_do_not_allocate()
    {
        Machine kernel = KernelReplay.Run(Machine);
        Call[] calls = [.. TraceReader.Read(Round, "round").Steps.Select(step => step.Call)];
        Run(kernel, calls);
        Run(kernel, calls);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
        {
            Run(kernel, calls);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static void Run(Machine kernel, Call[] calls)
    {
        foreach (Call call in calls)
        {
            kernel.Execute(call);
        }
    }
}
