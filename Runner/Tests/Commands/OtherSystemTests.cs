using Shouldly;
using Verify.Implementation;
using Verify.Testing;
using Xunit;

namespace Verify.Runner.Tests.Commands;

/// <summary>Commands on a system that has only outcomes to show.</summary>
public sealed class OtherSystemTests : IClassFixture<RunnerFixture>
{
    private static readonly string[] LeftOutOfRuns =
    [
        "left out: list of sockets, the system has none",
        "left out: list of processes, the system has none",
        "left out: invariants, the system does not check its own",
        "left out: leak check, the system lists no zones",
    ];

    private readonly RunnerFixture _runner;

    public OtherSystemTests(RunnerFixture runner)
    {
        _runner = runner;
        runner.Boot = world => new BareSystem(new Machine(world));
    }

    [Fact]
    public void Check_says_once_what_is_left_out()
    {
        Ran ran = _runner.Run("check", "--theme", "network", "--world", "ports-up", "--calls", "1000");

        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        LeftOut(ran).ShouldBe(
            [.. LeftOutOfRuns, "left out: small worlds, the system has no hash of its state"]);
        ran.Output.ShouldMatch(@"\nsmall worlds +0\n");
        ran.Output.ShouldEndWith("Nothing found in what was checked.\n");
    }

    [Fact]
    public void Replay_says_once_what_is_left_out()
    {
        _runner.Write("one.trace", "[1] fork() = 2\n");
        _runner.Write("two.trace", "[1] fork() = 3\n");

        Ran ran = _runner.Run("replay", "one.trace", "two.trace");

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldBe("two.trace:1:14: the trace states 3, the implementation returned 2\n");
        LeftOut(ran).ShouldBe(LeftOutOfRuns);
        ran.Output.TrimEnd().ShouldEndWith(LeftOutOfRuns[^1]);
    }

    [Fact]
    public void Traces_worlds_and_pairs_with_calls_that_it_does_not_have_are_left_out()
    {
        _runner.Boot = world => new BareSystem(new Machine(world), typeof(IHashed))
        {
            Description = new SystemDescription { Calls = [.. CallKinds.Cases.Except([typeof(Call.Jail)])] },
        };

        Ran ran = _runner.Run("check", "--requirement", "G4", "--requirement", "J1");

        LeftOut(ran).Except(LeftOutOfRuns).ShouldBe(
            [
                "left out: some small worlds, the system does not have their calls",
                "left out: pairs of runs, the system does not have the calls before them",
                "left out: some traces, the system does not have their calls",
            ],
            ignoreOrder: true);
    }

    private static IEnumerable<string> LeftOut(Ran ran) =>
        ran.Output.Split('\n').Where(line => line.StartsWith("left out: ", StringComparison.Ordinal));
}
