using Shouldly;
using Verify.Implementation;
using Verify.Model.Dialects;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Generation.Context;
using Verify.Properties.Mutants;
using Verify.Properties.Tests.Mutants;
using Xunit;

namespace Verify.Properties.Tests.Checking;

/// <summary>
/// A kernel that scatters the ports which it chooses is right under any-port and wrong under FreeBSD 4.0; one that
/// chooses a port in use, or one outside the range, is wrong under both.
/// </summary>
[Trait("Requirement", "P3")]
[Trait("Requirement", "G3")]
public sealed class AnyPortTests
{
    private const string Trace = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24
        sysctl net.inet.ip.portrange.first=2000
        sysctl net.inet.ip.portrange.last=2007
        [1] socket(AF_INET, SOCK_DGRAM, 0)
        [1] bind(3, 0.0.0.0:2000)
        [1] socket(AF_INET, SOCK_DGRAM, 0)
        [1] connect(4, 10.0.0.1:9)
        [1] socket(AF_INET, SOCK_DGRAM, 0)
        [1] sendto(5, "a", 10.0.0.1:9)
        [1] socket(AF_INET, SOCK_STREAM, 0)
        [1] listen(6, 5)
        [1] socket(AF_INET, SOCK_STREAM, 0)
        [1] connect(7, 10.0.0.1:9)
        [1] socket(AF_INET, SOCK_DGRAM, 0)
        [1] bind(8, 0.0.0.0:0)
        [1] getsockname(8)
        """;

    [Fact]
    public void A_scattered_port_is_allowed_by_any_port_alone()
    {
        using CompiledMutant scattered = Scattered();

        Fault(scattered.Boot, Dialect.AnyPort).ShouldBeNull();
        Fault(scattered.Boot, Dialect.Find("any-order,any-port", out _)!).ShouldBeNull();
        Fault(scattered.Boot, Dialect.FreeBsd40)!.Kind.ShouldBe(FindingKind.Disagreement);
        Fault(scattered.Boot, Dialect.AnyOrder)!.Kind.ShouldBe(FindingKind.Disagreement);
    }

    [Fact]
    public void A_campaign_finds_it_under_freebsd_and_not_under_any_port()
    {
        using CompiledMutant scattered = Scattered();
        var known = Headlines(world => new Machine(world));

        Headlines(SystemOfDialect.Boots(scattered.Boot, Dialect.AnyPort)).ShouldBeSubsetOf(known);
        Headlines(scattered.Boot).Except(known).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("if (table.LookupLocal(address, port, wildcard) is null)", "if (true)", "Inet/PcbBinding.cs")]
    [InlineData("port = Cursor;", "port = (ushort)(Cursor + 1000);", "Inet/PortSearch.cs")]
    public void A_port_in_use_or_outside_the_range_is_found_by_both(string before, string after, string file)
    {
        using CompiledMutant wrong = Compile(new SourceEdit(file, before, after));

        Fault(wrong.Boot, Dialect.FreeBsd40).ShouldNotBeNull();
        Fault(wrong.Boot, Dialect.AnyPort).ShouldNotBeNull();
    }

    /// <summary>The port after a number that only looks random, so that the kernel stays deterministic.</summary>
    private static CompiledMutant Scattered() => Compile(new SourceEdit(
        "Inet/PortSearch.cs",
        "        Cursor = cursor;\n",
        "        Cursor = (ushort)(range.Next(0) + (cursor * 40503u + 12345u) % (uint)range.Size);\n"));

    private static CompiledMutant Compile(SourceEdit edit) => CompiledMutants.Compiler.Compile(
        new Mutant("ports", "Another choice of ports.", ["P3"], new Engines(false, [], []), edit));

    private static Finding? Fault(SystemFactory boot, Dialect dialect)
    {
        Trace trace = TraceReader.Read(Trace, "trace");
        return Replay.Run(
            trace.World,
            [.. trace.Steps.Select(step => step.Call)],
            SystemOfDialect.Boots(boot, dialect),
            new RuleCounts());
    }

    private static IReadOnlyList<string> Headlines(SystemFactory boot) =>
    [
        .. Campaign.Run(
            new CampaignOptions { Seed = 3, Calls = 30_000, Theme = Theme.Network, Threads = 2 }, boot)
            .Findings.Select(found => found.Finding.Headline),
    ];
}
