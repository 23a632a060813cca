using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Shouldly;
using Verify.Abi;
using Verify.Implementation;
using Verify.Properties.Checking;
using Verify.Properties.Noninterference;
using Verify.Properties.Tests.Checking;
using Verify.Properties.Tests.Mutants;
using Xunit;
using Outcome = Verify.Abi.Calls.Outcome;

namespace Verify.Properties.Tests.Noninterference;

/// <summary>The outcomes of a prisoner's calls do not depend on the private calls of others (G4).</summary>
[Properties(Replay = "1,1", Arbitrary = [typeof(NoninterferenceTests)])]
[Trait("Requirement", "G4")]
[Trait("Requirement", "J5")]
[Trait("Requirement", "J6")]
[Trait("Requirement", "J7")]
[Trait("Requirement", "J9")]
public sealed class NoninterferenceTests
{
    private static readonly SystemFactory Boot = world => new Machine(world);

    public static Arbitrary<RunPair> Arbitrary() => Arb.From(
        Gen.Choose(0, int.MaxValue).Select(seed => RunPair.Next((ulong)seed, 0)),
        runs => runs.Shorter());

    [Property(Replay = "1,1", MaxTest = 2000)]
    public void A_prisoner_observes_no_difference(RunPair runs) => runs.Check(Boot)?.Message.ShouldBeNull();

    /// <summary>The property can fail: each of these mutants leaks information about others.</summary>
    [Theory]
    [InlineData("process-list-of-all")]
    [InlineData("login-of-the-whole-session")]
    [InlineData("proc-lists-all")]
    [InlineData("kill-tells-of-prisons")]
    [InlineData("broadcast-leaves-prison")]
    public void A_leaking_mutant_is_found(string mutant) =>
        FirstLeak(CompiledMutants.Compile(mutant).Boot).ShouldNotBeNull();

    [Fact]
    public void The_initial_calls_succeed()
    {
        ISystem system = Boot(InitialSystem.World);

        InitialSystem.Calls.ShouldAllBe(call => system.Execute(call).Succeeded);
    }

    /// <summary>Without this, the property would be nearly vacuous.</summary>
    [Fact]
    public void The_prisoners_calls_of_each_kind_succeed_in_some_run()
    {
        HashSet<string> succeeded = [];
        for (ulong number = 0; number < 12000; number++)
        {
            ISystem system = Boot(InitialSystem.World);
            Array.ForEach([.. InitialSystem.Calls], call => system.Execute(call));
            succeeded.UnionWith(RunPair.Next(1, number).Calls
                .Where(paired => system.Execute(paired.Call).Succeeded && paired.IsPrisoners)
                .Select(paired => CallKinds.NameOf(paired.Call)));
        }

        string[] never =
        [
            "jail", "sysctl write", "mount", "unmount", "quotactl",
            "getpeername", "setsockopt", "getsockopt", "wire udp", "wire ip", "wire tcp", "wire tcp_accept",
            "wire tcp_reset", "wire tcp_timeout", "wire idle", "resume",
            "ioctl addaddress", "ioctl deleteaddress", "ioctl setinterfaceflags",
        ];
        succeeded.Order().ShouldBe(CallKinds.All.Except(never).Order());
    }

    /// <summary>Without this, that the prisoner's sleeping calls are compared would say nothing.</summary>
    [Fact]
    public void The_prisoners_sleeping_calls_are_resumed_in_some_runs()
    {
        HashSet<string> resumed = [];
        for (ulong number = 0; number < 8000; number++)
        {
            using ISystem system = Boot(InitialSystem.World);
            Array.ForEach([.. InitialSystem.Calls], call => system.Execute(call));
            resumed.UnionWith(RunPair.Next(1, number).Calls
                .SelectMany(paired => system.Execute(paired.Call).Effects.Resumed)
                .Where(one => one.Pid is 2 or 3)
                .Select(one => $"{one.Call} {one.Outcome.Error}"));
        }

        resumed.ShouldContain("accept None");
        resumed.ShouldContain("recvfrom None");
    }

    [Fact]
    public void A_prisoner_observes_when_a_sleeping_call_is_resumed()
    {
        PairedCall sleeps = new(new Call.RecvFrom(2, 3), IsPrisoners: true, First: true, Second: true);
        PairedCall others = new(new Call.GetUid(6), IsPrisoners: false, First: true, Second: false);

        Finding finding = new RunPair([sleeps, others]).Check(WakingAtGetUid).ShouldNotBeNull();

        finding.Kind.ShouldBe(FindingKind.Interference);
        finding.Headline.ShouldBe("resumption");
        finding.Message.ShouldBe(
            "[6] getuid() is [2] recvfrom resumed: -1 EINTR or not observed, depending on the calls of others");
        finding.Trace.Steps[^1].Call.ShouldBe(others.Call);
        new RunPair([sleeps, others with { Second = true }]).Check(WakingAtGetUid).ShouldBeNull();
    }

    [Fact]
    public void Both_runs_have_the_prisoners_calls_and_often_differ_in_the_others()
    {
        ImmutableArray<PairedCall> calls =
            [.. Enumerable.Range(0, 100).SelectMany(i => RunPair.Next(1, (ulong)i).Calls)];

        calls.Where(paired => paired.IsPrisoners).ShouldAllBe(paired => paired.First && paired.Second);
        calls.ShouldAllBe(paired => paired.First || paired.Second);
        calls.Count(paired => paired.First != paired.Second).ShouldBeGreaterThan(calls.Length / 4);
    }

    [Fact]
    public void A_finding_is_reduced_to_few_calls()
    {
        SystemFactory leaky = LeakyHostname;
        RunPair runs = FirstLeak(leaky).ShouldNotBeNull();

        RunPair smallest = runs.Minimise(leaky);

        smallest.Calls.Length.ShouldBe(2, smallest.ToString());
        Finding finding = smallest.Check(leaky).ShouldNotBeNull();
        finding.Kind.ShouldBe(FindingKind.Interference);
        finding.Message.ShouldContain("kern.hostname");
        finding.Trace.Steps[^1].Call.ShouldBeOfType<Call.SysctlRead>();
    }

    [Fact]
    public void The_document_lists_every_exception()
    {
        string root = Repository.Around(AppContext.BaseDirectory).Root;
        string[] lines = System.IO.File.ReadAllLines(System.IO.Path.Combine(root, "docs", "noninterference.md"));

        lines.Where(line => line.StartsWith("| **", StringComparison.Ordinal)).Select(line => line.Split("**")[1])
            .ShouldBe(SharedResources.All);
    }

    /// <summary>getuid(2) of any process ends a call in which process 2 sleeps.</summary>
    private static FaultySystem WakingAtGetUid(World world) => new(world)
    {
        ChangeOutcome = (call, outcome) => call is Call.GetUid
            ? outcome with
            {
                Effects = new Effects { Resumed = [new Resumption(2, "recvfrom", Outcome.Failed(Errno.EINTR))] },
            }
            : outcome,
    };

    /// <summary>Every process reads the hostname that any process wrote last.</summary>
    private static FaultySystem LeakyHostname(World world)
    {
        string last = "";
        return new FaultySystem(world)
        {
            ChangeOutcome = (call, outcome) =>
            {
                bool isSet = call is Call.SysctlWriteText { Name: "kern.hostname" } && outcome.Succeeded;
                last = isSet ? ((Call.SysctlWriteText)call).Text : last;
                return call is Call.SysctlRead { Name: "kern.hostname" } ? Outcome.Read(last) : outcome;
            },
        };
    }

    private static RunPair? FirstLeak(SystemFactory boot) =>
        Enumerable.Range(0, 10_000).Select(i => RunPair.Next(1, (ulong)i))
            .FirstOrDefault(runs => runs.Check(boot) is not null);
}
