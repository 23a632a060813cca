using CsCheck;
using FsCheck.Fluent;
using Spectre.Console;
using Verify.Abi;
using Verify.Implementation;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Generation;
using Verify.Properties.Generation.Context;

namespace Verify.Bench;

/// <summary>
/// Measures checked calls: generation, implementation, model, goals, invariants and the list of sockets. The campaign
/// on one thread and on two is compared with the same lockstep driven by CsCheck's model-based sampling and by FsCheck
/// alone, on one thread each. The libraries' calls are about the network, and so are the campaign's; the last driver is
/// a campaign of all themes. All seeds are fixed. The drivers take turns, round by round, because the speed of a
/// machine drifts; the median times of a call are compared.
/// </summary>
internal static class Throughput
{
    private const int Rounds = 13;
    private const int WarmUpRounds = 2;
    private const int Runs = 4_000;

    /// <summary>Makes runs about as long as the suite's own, with the same number of open sockets.</summary>
    private const int RecipesPerRun = 160;

    private const int RecipesAtOnce = 2;

    private static readonly CsCheck.Gen<Recipe> CsCheckRecipe = CsCheck.Gen.Select(
        CsCheck.Gen.Int[0, Recipe.Kinds - 1], CsCheck.Gen.Int[0, Recipe.Choices - 1],
        CsCheck.Gen.Int[0, Recipe.Choices - 1], CsCheck.Gen.Int[0, Recipe.Choices - 1],
        (kind, who, where, port) => new Recipe(kind, who, where, port));

    private static readonly FsCheck.Gen<(int Run, Recipe[] Recipes)> FsCheckRun =
        from run in FsCheck.Fluent.Gen.Choose(0, Runs - 1)
        from recipes in (
            from kind in FsCheck.Fluent.Gen.Choose(0, Recipe.Kinds - 1)
            from who in FsCheck.Fluent.Gen.Choose(0, Recipe.Choices - 1)
            from @where in FsCheck.Fluent.Gen.Choose(0, Recipe.Choices - 1)
            from port in FsCheck.Fluent.Gen.Choose(0, Recipe.Choices - 1)
            select new Recipe(kind, who, @where, port)).ArrayOf(RecipesPerRun)
        select (run, recipes);

    private static readonly Driver[] Drivers =
    [
        new("campaign, one thread", () => RunCampaign(1, Theme.Network)),
        new("campaign, two threads", () => RunCampaign(2, Theme.Network)),
        new("CsCheck, model-based", CsCheckModelBased),
        new("FsCheck", FsCheckAlone),
        new("campaign of all themes, one thread", () => RunCampaign(1, theme: null)),
    ];

    public static int Run()
    {
        for (int round = 0; round < Rounds; round++)
        {
            foreach (Driver driver in Drivers)
            {
                driver.Run(isWarmUp: round < WarmUpRounds);
            }

            Console.WriteLine($"round {round + 1} of {Rounds}");
        }

        Table table = new Table().AddColumns("driver", "calls", "succeed", "rules", "bytes/call", "ns/call", "ratio");
        foreach (Driver driver in Drivers)
        {
            table.AddRow(driver.Row(Drivers[0]));
        }

        AnsiConsole.Write(table);
        return 0;
    }

    /// <summary>Its sequences have 63 operations on average, each of a few calls.</summary>
    private static RuleCounts CsCheckModelBased()
    {
        var counts = new RuleCounts();
        GenOperation<LockstepDriver, RuleCounts> operation =
            CsCheckRecipe.Array[RecipesAtOnce].Operation<LockstepDriver, RuleCounts>(
                (driver, recipes) => Array.ForEach(recipes, driver.Make), (_, _) => { });
        CsCheck.Gen.Int[0, Runs - 1].Select(run => (LockstepDriver.Boot(run, counts), counts)).SampleModelBased(
            operation, equal: (driver, _) => driver.Finish(), seed: "0000000000000", iter: Runs, threads: 1);
        return counts;
    }

    private static RuleCounts FsCheckAlone()
    {
        var counts = new RuleCounts();
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure
                .WithMaxTest(Runs)
                .WithReplay(new FsCheck.Replay(new FsCheck.Rnd(1), null))
                .WithQuietOnSuccess(true),
            FsCheck.Fluent.Prop.ForAll(FsCheck.Fluent.Arb.ToArbitrary(FsCheckRun), run => Holds(run, counts)));
        return counts;
    }

    private static bool Holds((int Run, Recipe[] Recipes) run, RuleCounts counts)
    {
        using LockstepDriver driver = LockstepDriver.Boot(run.Run, counts);
        Array.ForEach(run.Recipes, driver.Make);
        return driver.Finish();
    }

    /// <summary><see cref="Beside"/> finds it in another build, too.</summary>
    internal static RuleCounts RunCampaign(int threads, Theme? theme)
    {
        var options = new CampaignOptions
        {
            Calls = Runs * Generator.CallsPerRun,
            Threads = threads,
            Theme = theme,
        };
        return Campaign.Run(options, world => new Machine(world)).Counts;
    }

    private sealed class Driver(string name, Func<RuleCounts> run)
    {
        private readonly List<double> _times = [];
        private RuleCounts _counts = new();
        private long _bytes;

        public void Run(bool isWarmUp)
        {
            CallCost cost = CallCost.Of(() => (_counts = run()).Calls);
            _bytes = cost.Bytes;
            if (!isWarmUp)
            {
                _times.Add(cost.Time);
            }
        }

        public string[] Row(Driver first)
        {
            long successes = Enumerable.Range(0, CallKinds.All.Count).Sum(kind => _counts.Of(kind, Errno.None));
            return
            [
                name, $"{_counts.Calls:n0}", $"{successes * 100 / _counts.Calls} %", $"{_counts.RulesCovered}",
                $"{_bytes}", $"{Median():n0}", $"{Median() / first.Median():n2}",
            ];
        }

        private double Median() => _times.Order().ElementAt(_times.Count / 2);
    }
}
