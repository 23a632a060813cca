using System.Collections.Immutable;
using Shouldly;
using Verify.Abi;
using Verify.Implementation;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Generation.Context;
using Verify.Properties.Noninterference;
using Verify.Properties.Reference;
using Verify.Testing;
using Xunit;

namespace Verify.Properties.Tests.Generation;

/// <summary>A campaign makes only the calls that a system has, and says which it leaves out.</summary>
public sealed class AvailableCallsTests
{
    private static readonly CampaignOptions Short = new() { Calls = 8_000, Threads = 2, Theme = Theme.Everything };

    public static TheoryData<string> Kinds => [.. CallKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_of_call_that_is_missing_alone_is_not_made(string kind)
    {
        Type missing = CallKinds.Cases[CallKinds.All.ToList().IndexOf(kind)];
        CampaignReport report = Run(new SystemDescription { Calls = [.. CallKinds.Cases.Except([missing])] });

        report.Findings.ShouldBeEmpty();
        report.Counts.Calls.ShouldBeGreaterThanOrEqualTo(8_000);
        CallsOf(report, kind).ShouldBe(0);
        report.LeftOut.ShouldContain($"1 call, the system does not have it: {kind}");
    }

    [Fact]
    public void Only_the_calls_of_a_few_kinds_are_made()
    {
        CampaignReport report = Run(new SystemDescription
        {
            Calls = [typeof(Call.Socket), typeof(Call.Bind), typeof(Call.Close), typeof(Call.Exit)],
        });

        report.Findings.ShouldBeEmpty();
        CallKinds.All.Where(kind => CallsOf(report, kind) > 0).ShouldBe(
            ["exit", "socket", "bind", "close"], ignoreOrder: true);
        report.LeftOut.ShouldHaveSingleItem().ShouldStartWith($"{CallKinds.All.Count - 4} calls, ");
    }

    [Fact]
    public void Without_exit_runs_end_without_a_leak_check() =>
        Run(new SystemDescription { Calls = [typeof(Call.Fork)] }).LeftOut[0]
            .ShouldBe("leak check, the system does not have exit and close");

    [Fact]
    public void A_campaign_without_a_call_to_make_ends()
    {
        CampaignReport report = Run(new SystemDescription { Calls = [] });

        report.Counts.Calls.ShouldBe(0);
        report.Runs.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Only_options_that_a_system_has_are_set_and_read()
    {
        SocketOption[] had = [SocketOption.SO_REUSEADDR, SocketOption.SO_ERROR];
        HashSet<SocketOption> seen = [];
        CampaignReport report = Run(new SystemDescription { Options = [.. had] }, call => seen.UnionWith(call switch
        {
            Call.SetSockOpt c => [c.Option],
            Call.GetSockOpt c => [c.Option],
            _ => Array.Empty<SocketOption>(),
        }));

        seen.ShouldBe(had, ignoreOrder: true);
        report.LeftOut.ShouldHaveSingleItem().ShouldMatch("^[0-9]+ socket options, the system does not have them: ");
        Run(new SystemDescription { Options = [] }).LeftOut
            .ShouldBe(["2 calls, the system does not have them: setsockopt, getsockopt"]);
    }

    [Fact]
    public void Processes_get_only_users_that_a_system_has()
    {
        HashSet<int> seen = [];
        CampaignReport report = Run(new SystemDescription { Users = [0, 7] }, call => seen.UnionWith(call switch
        {
            Call.SetUid c => [c.Uid],
            Call.SetEUid c => [c.Uid],
            Call.SetReUid c => [c.Real, c.Effective],
            _ => Array.Empty<int>(),
        }));

        seen.Except([-1]).ShouldBe([0, 7], ignoreOrder: true);
        report.LeftOut.ShouldBe(["every user but 0, 7"]);
    }

    [Fact]
    public void Calls_that_stand_for_a_missing_privilege_are_not_made()
    {
        HashSet<Administration> words = [];
        Privilege[] missing = [Privilege.Mount, Privilege.Jail, Privilege.Reboot, Privilege.SetTime];
        CampaignReport report = Run(
            new SystemDescription { Privileges = [.. Enum.GetValues<Privilege>().Except(missing)] },
            call => words.UnionWith(call is Call.Administer c ? [c.What] : Array.Empty<Administration>()));

        report.LeftOut.ShouldBe(["2 calls, the system does not have them: jail, mount"]);
        words.ShouldNotBeEmpty();
        words.Where(word => missing.Contains(PrivilegedCall.OfWords[word])).ShouldBeEmpty();
    }

    [Fact]
    public void Each_administrative_call_has_its_privilege() =>
        PrivilegedCall.OfWords.Keys.ShouldBe(Enum.GetValues<Administration>(), ignoreOrder: true);

    [Fact]
    public void The_dialect_of_a_system_is_known_or_an_error() => Should.Throw<InvalidOperationException>(
            () => Run(new SystemDescription { Name = "toy", Dialect = "klingon" }))
        .Message.ShouldBe("toy: there is no dialect klingon");

    [Fact]
    public void Pairs_of_runs_have_the_calls_of_the_system_or_are_left_out()
    {
        SystemDescription withoutStat = new() { Calls = [.. CallKinds.Cases.Except([typeof(Call.Stat)])] };
        SystemDescription withoutJail = new() { Calls = [.. CallKinds.Cases.Except([typeof(Call.Jail)])] };

        LeftOut(SystemDescription.Complete).ShouldBeNull();
        LeftOut(withoutStat).ShouldBeNull();
        LeftOut(withoutJail).ShouldBe("pairs of runs, the system does not have the calls before them");
        LeftOut(new SystemDescription { IsDeterministic = false })
            .ShouldBe("pairs of runs, the system is not deterministic");
        Enumerable.Range(0, 100)
            .SelectMany(number => RunPair.Next(1, (ulong)number, AvailableCalls.Of(withoutStat)).Calls)
            .Where(paired => paired.Call is Call.Stat).ShouldBeEmpty();
    }

    private static string? LeftOut(SystemDescription description)
    {
        using var system = new BootedSystem(new World(), Boot(description));
        return RunPair.LeftOut(system);
    }

    private static CampaignReport Run(SystemDescription description, Action<Call>? seen = null) => Campaign.Run(
        seen is null ? Short : Short with { Calls = 30_000, Threads = 1 }, Boot(description, seen));

    private static SystemFactory Boot(SystemDescription description, Action<Call>? seen = null) =>
        world => new BareSystem(
            new Heard(new Machine(world), seen),
            typeof(IListsSockets), typeof(IListsProcesses), typeof(IAudited), typeof(IHashed), typeof(IHasZones))
        {
            Description = description,
        };

    private static long CallsOf(CampaignReport report, string kind)
    {
        int number = CallKinds.All.ToList().IndexOf(kind);
        return Enum.GetValues<Errno>().Sum(error => report.Counts.Of(number, error));
    }

    /// <summary>A system that tells which calls it gets.</summary>
    private sealed class Heard(Machine machine, Action<Call>? seen) : ISystem
    {
        public T? Capability<T>()
            where T : class => machine as T;

        public Outcome Execute(Call call)
        {
            seen?.Invoke(call);
            return machine.Execute(call);
        }

        public void Dispose() => machine.Dispose();
    }
}
