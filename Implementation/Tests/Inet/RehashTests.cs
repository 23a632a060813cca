using Shouldly;
using Verify.Abi;
using Verify.Implementation.Inet;
using Xunit;

namespace Verify.Implementation.Tests.Inet;

/// <summary>H3: a PCB is hashed when it is bound, and rehashed only when its foreign endpoint changes.</summary>
public sealed class RehashTests
{
    private const string Host = "if fxp0 10.0.0.1/24\n";

    [Theory]
    [InlineData("[1] bind(3, 0.0.0.0:53) = 0", 1, 0)]
    [InlineData("[1] connect(3, 10.0.0.9:53) = 0", 1, 1)]
    [InlineData("[1] connect(3, 10.0.0.9:53)\n[1] connect(3, AF_UNSPEC)", 1, 2)]
    [InlineData("[1] connect(3, 10.0.0.9:53)\n[1] connect(3, 10.0.0.9:54)", 1, 3)]
    [InlineData("[1] sendto(3, \"a\", 10.0.0.9:53)", 1, 2)]
    [InlineData("[1] bind(3, 0.0.0.0:53)\n[1] connect(3, 10.0.0.9:0)", 1, 0)]
    [InlineData("[1] bind(3, 10.0.0.9:53)", 0, 0)]
    public void Udp_calls_rehash_only_when_needed(string calls, int inserts, int rehashes) =>
        KernelReplay.Run(Host + "[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n" + calls)
            .StatisticsOf(Protocol.Udp).ShouldBe(new PcbStatistics(inserts, rehashes, Removes: 0));

    [Fact]
    public void An_incoming_connection_is_hashed_once_with_both_endpoints() =>
        KernelReplay.Run(Host + """
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 0.0.0.0:80) = 0
            [1] listen(3, 5) = 0
            [wire] tcp(10.0.0.9:1024, 10.0.0.1:80)
            [1] accept(3) = 4 from 10.0.0.9:1024
            [1] close(4) = 0
            """)
            .StatisticsOf(Protocol.Tcp).ShouldBe(new PcbStatistics(Inserts: 2, Rehashes: 0, Removes: 1));
}
