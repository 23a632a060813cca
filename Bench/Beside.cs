using System.Reflection;
using System.Runtime.Loader;
using Spectre.Console;

namespace Verify.Bench;

/// <summary>
/// Measures the campaign of this build beside that of another one, in one process, round by round: a machine whose
/// speed drifts slows both alike, so that the median of the rounds' ratios says which is faster.
/// </summary>
internal static class Beside
{
    private const int Rounds = 31;
    private const int WarmUpRounds = 2;

    private static readonly string?[] Themes = ["Network", null];

    /// <summary>Measures.</summary>
    /// <param name="folder">The folder with the other build's Verify.Bench.dll.</param>
    public static int Run(string folder)
    {
        string file = Path.GetFullPath(Path.Combine(folder, Path.GetFileName(typeof(Beside).Assembly.Location)));
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"bench: there is no build at {file}");
            return 2;
        }

        Build[] builds = [new(new OtherBuild(file).LoadFromAssemblyPath(file)), new(typeof(Beside).Assembly)];
        Table table =
            new Table().AddColumns("theme", "rules", "bytes/call", "time (median, quartiles)", "rounds faster");
        foreach (string? theme in Themes)
        {
            Measurement[][] rounds = [.. Enumerable.Range(0, Rounds).Select(round => Round(builds, theme, round))];
            rounds = rounds[WarmUpRounds..];
            double[] ratios = [.. rounds.Select(round => round[1].Cost.Time / round[0].Cost.Time).Order()];
            double At(int quarters) => ratios[ratios.Length * quarters / 4];
            table.AddRow(
                theme ?? "all",
                $"{rounds[0][0].Rules}, now {rounds[0][1].Rules}",
                $"{rounds[0][0].Cost.Bytes}, now {rounds[0][1].Cost.Bytes}",
                $"{At(2):n2} ({At(1):n2} to {At(3):n2})",
                $"{ratios.Count(ratio => ratio < 1)} of {ratios.Length}");
        }

        AnsiConsole.Write(table);
        return 0;
    }

    /// <summary>Each build is the first in every other round.</summary>
    private static Measurement[] Round(Build[] builds, string? theme, int round)
    {
        Console.WriteLine($"{theme ?? "all"}: round {round + 1} of {Rounds}");
        var measurements = new Measurement[builds.Length];
        for (int i = 0; i < builds.Length; i++)
        {
            int at = (round + i) % builds.Length;
            measurements[at] = builds[at].Measure(theme);
        }

        return measurements;
    }

    private sealed record Measurement(CallCost Cost, int Rules);

    /// <summary>The campaign of one build, found by name: the types of two builds are not the same.</summary>
    private sealed class Build
    {
        private readonly MethodInfo _campaign;
        private readonly Type _theme;

        public Build(Assembly assembly)
        {
            _campaign = assembly.GetType(typeof(Throughput).FullName!, throwOnError: true)!
                .GetMethod(nameof(Throughput.RunCampaign), BindingFlags.Static | BindingFlags.NonPublic)!;
            _theme = Nullable.GetUnderlyingType(_campaign.GetParameters()[1].ParameterType)!;
        }

        public Measurement Measure(string? theme)
        {
            object?[] arguments = [1, theme is null ? null : Enum.Parse(_theme, theme)];
            dynamic? counts = null;
            CallCost cost = CallCost.Of(() => (counts = _campaign.Invoke(null, arguments)!).Calls);
            return new Measurement(cost, counts!.RulesCovered);
        }
    }

    /// <summary>Loads the assemblies of the other build from its own folder.</summary>
    private sealed class OtherBuild(string file) : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName name)
        {
            string path = Path.Combine(Path.GetDirectoryName(file)!, $"{name.Name}.dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
