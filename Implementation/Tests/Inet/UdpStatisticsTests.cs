using Shouldly;
using Xunit;

namespace Verify.Implementation.Tests.Inet;

/// <summary>What UDP counts (S11).</summary>
public sealed class UdpStatisticsTests
{
    public static TheoryData<string> Facts =>
        [.. Directory.GetFiles(Path.Combine(Folder(), "corpus", "facts"), "udp-c*.trace")
            .Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Facts))]
    public void The_kernel_follows_a_fact(string name) =>
        KernelReplay.Run(File.ReadAllText(Path.Combine(Folder(), "corpus", "facts", name)));

    [Fact]
    public void A_checksum_covers_pseudo_header_header_and_odd_data() => KernelReplay.Run("""
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 10.0.0.1:53) = 0
        [wire] udp(192.0.2.7:9000, 10.0.0.1:53, "hello", 0xcc9c) = 0 received by [1]3
        [wire] udp(192.0.2.8:9000, 10.0.0.1:53, "hello", 0xcc9c) = 0 received by nobody
        [wire] udp(192.0.2.7:9001, 10.0.0.1:53, "hello", 0xcc9c) = 0 received by nobody
        [wire] udp(192.0.2.7:9000, 10.0.0.1:53, "hello\x00", 0xcc9c) = 0 received by nobody
        [1] sysctl("net.inet.udp.stats") = "ipackets 4, badsum 3"
        """);

    [Fact]
    public void Copies_of_the_hosts_own_are_counted_on_both_ways() => KernelReplay.Run("""
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] setsockopt(3, SO_BROADCAST, 1) = 0
        [1] sendto(3, "a", 10.0.0.255:53) = 1 sent 10.0.0.1:1024 > 10.0.0.255:53 received by nobody
        [1] sysctl("net.inet.udp.stats") = "ipackets 1, noportbcast 1, opackets 1"
        """);

    [Fact]
    public void Counters_are_no_part_of_the_state()
    {
        const string Boot = "if fxp0 10.0.0.1/24\n";
        Machine before = KernelReplay.Run(Boot);
        Machine after = KernelReplay.Run(Boot + "[wire] udp(192.0.2.7:1, 10.0.0.1:53, \"\") = -1 ECONNREFUSED");
        KernelReplay.DigestOf(after).ShouldBe(KernelReplay.DigestOf(before));
        CountersOf(after).ShouldNotBe(CountersOf(before));
    }

    private static UInt128 CountersOf(Machine machine)
    {
        StateHash hash = default;
        machine.AddCountersTo(ref hash);
        return hash.Digest;
    }

    /// <summary>The top of the working copy.</summary>
    private static string Folder()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Verify.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
