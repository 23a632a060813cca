using Shouldly;
using Verify.Abi;
using Verify.Implementation;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Mutants;
using Verify.Properties.Noninterference;
using Verify.Properties.Tests.Mutants;
using Verify.Properties.Tests.Worlds;
using Verify.Properties.Worlds;
using Verify.Testing;
using Xunit;

namespace Verify.Properties.Tests.Checking;

/// <summary>
/// A system may have less to show than the kernel: it is checked by the rest, and each report says so.
/// </summary>
public sealed class CapabilityTests
{
    private static readonly Type[] All =
        [typeof(IListsSockets), typeof(IListsProcesses), typeof(IAudited), typeof(IHashed), typeof(IHasZones)];

    private static readonly CampaignOptions Short = new() { Calls = 20_000, Threads = 2 };

    public static TheoryData<Type, string> Lacking => new()
    {
        { typeof(IListsSockets), "list of sockets, the system has none" },
        { typeof(IListsProcesses), "list of processes, the system has none" },
        { typeof(IAudited), "invariants, the system does not check its own" },
        { typeof(IHasZones), "leak check, the system lists no zones" },
    };

    [Fact]
    public void The_kernel_has_every_capability()
    {
        using var booted = new BootedSystem(new World(), world => new Machine(world));

        booted.LeftOut.ShouldBeEmpty();
        booted.LeftOutByExplorer.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Lacking))]
    public void What_needs_a_missing_capability_is_left_out_of_a_run(Type missing, string leftOut)
    {
        SystemFactory boot = Without(missing, world => new Machine(world));

        CampaignReport report = Campaign.Run(Short, boot);

        report.Findings.ShouldBeEmpty();
        report.LeftOut.ShouldBe([leftOut]);
        Replay.Of(new World(), [new Call.Fork(1)], boot, new RuleCounts()).LeftOut.ShouldBe([leftOut]);
    }

    [Theory]
    [MemberData(nameof(Lacking))]
    public void Only_the_check_that_needs_a_capability_is_blind_without_it(Type missing, string leftOut)
    {
        (Type Capability, SystemFactory Boot)[] faults =
        [
            (typeof(IListsSockets), world => new FaultySystem(world) { ChangeSocket = Swapped }),
            (typeof(IListsProcesses), world => new FaultySystem(world) { ChangeProcess = Nicer }),
            (typeof(IAudited), world => new FaultySystem(world) { Violation = "a list is a ring: of 3" }),
            (typeof(IHasZones), world => new FaultySystem(world) { Leaked = 1 }),
        ];

        foreach ((Type capability, SystemFactory boot) in faults)
        {
            Campaign.Run(Short, Without(missing, boot)).Findings.IsEmpty
                .ShouldBe(capability == missing, $"{capability.Name}, {leftOut}");
        }
    }

    [Fact]
    public void A_system_with_outcomes_alone_is_caught_by_its_outcomes()
    {
        CampaignReport report = Campaign.Run(
            Short with { StopAtFirst = true }, world => new BareSystem(FaultySystem.ThirdBindTaken(world)));

        Finding finding = report.Findings.ShouldHaveSingleItem().Finding;
        finding.Kind.ShouldBe(FindingKind.Disagreement);
        finding.Trace.Steps[^1].Call.ShouldBeOfType<Call.Bind>();
        report.LeftOut.Length.ShouldBe(Lacking.Count);
    }

    [Fact]
    public void Without_a_hash_no_world_is_explored()
    {
        SmallWorld ports = KeptWorlds.Of("ports-up");
        var options = new ExplorationOptions { Depth = 2 };

        ExplorationReport report = Explorer.Explore(
            ports, Without(typeof(IHashed), world => new Machine(world)), options);
        ExplorationReport hashed = Explorer.Explore(
            ports, world => new BareSystem(new Machine(world), typeof(IHashed)), options);

        (report.End, report.Transitions).ShouldBe((ExplorationEnd.LeftOut, 0));
        report.LeftOut.ShouldBe(["small worlds, the system has no hash of its state"]);
        hashed.End.ShouldBe(ExplorationEnd.DepthReached);
        hashed.Transitions.ShouldBeGreaterThan(0);
        hashed.LeftOut.Length.ShouldBe(Lacking.Count);
    }

    [Fact]
    public void A_watched_system_has_what_the_system_has()
    {
        foreach (Type missing in All)
        {
            SystemFactory boot = Without(missing, world => new Machine(world));
            CallWatchdog.Usual.Run(boot, CapabilitiesOf, out _).ShouldBe(All.Except([missing]));
        }
    }

    [Fact]
    public void A_mutant_that_lost_a_capability_is_checked_without_it()
    {
        var mutant = new Mutant(
            "without-zones", "The kernel lists no zones.", ["G7"], new Engines(Campaign: true, [], []),
            new SourceEdit("Machine.cs", "IHashed, IHasZones", "IHashed"));
        using CompiledMutant compiled = CompiledMutants.Compiler.Compile(mutant);

        CampaignReport report = Campaign.Run(Short, compiled.Boot);

        report.Findings.ShouldBeEmpty();
        report.LeftOut.ShouldBe(["leak check, the system lists no zones"]);
    }

    [Fact]
    public void Every_system_that_is_booted_is_disposed()
    {
        int booted = 0;
        int disposed = 0;
        SystemFactory boot = world =>
        {
            Interlocked.Increment(ref booted);
            return new FaultySystem(world) { Disposed = () => Interlocked.Increment(ref disposed) };
        };

        Campaign.Run(new CampaignOptions { Calls = 2_000, Threads = 2 }, boot);
        Explorer.Explore(KeptWorlds.Of("ports-up"), boot, new ExplorationOptions { Depth = 2, Threads = 2 });
        Replay.Of(new World(), [new Call.Fork(1)], boot, new RuleCounts());
        CallWatchdog.Usual.Run(
            boot, watched => Replay.Of(new World(), [new Call.Fork(1)], watched, new RuleCounts()), out _);
        RunPair.Next(1, 1).Check(boot);

        booted.ShouldBeGreaterThan(100);
        disposed.ShouldBe(booted);
    }

    [Fact]
    public void After_a_crash_the_system_is_disposed()
    {
        int disposed = 0;
        Replay.Run(
            new World(), [new Call.Fork(1)], world => new FaultySystem(world)
            {
                ChangeOutcome = (_, _) => throw new NotSupportedException("no"),
                Disposed = () => disposed++,
            },
            new RuleCounts()).ShouldNotBeNull();

        disposed.ShouldBe(1);
    }

    private static SystemFactory Without(Type capability, SystemFactory boot) =>
        world => new BareSystem(boot(world), [.. All.Except([capability])]);

    private static Type[] CapabilitiesOf(SystemFactory boot)
    {
        using var booted = new BootedSystem(new World(), boot);
        object?[] found = [booted.Sockets, booted.Processes, booted.Auditor, booted.Hashed, booted.Zones];
        return [.. All.Where((_, i) => found[i] is not null)];
    }

    private static SocketEntry Swapped(SocketEntry entry) => entry with { Local = entry.Foreign };

    private static ProcessEntry Nicer(ProcessEntry entry) => entry with { Nice = entry.Nice + 1 };
}
