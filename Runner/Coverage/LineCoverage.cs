using Verify.Properties;
using Verify.Runner.Input;

namespace Verify.Runner.Coverage;

/// <summary>The lines of Implementation that the tests run, counted by coverlet, shown by ReportGenerator.</summary>
internal sealed class LineCoverage(Repository repository)
{
    private const string OnlyImplementation =
        "DataCollectionRunSettings.DataCollectors.DataCollector.Configuration.Include=[Verify.Implementation]*";

    private const string Total = "Line coverage:";

    /// <summary>The projects whose tests run the implementation in this process; Proofs' tests interpret it.</summary>
    private static readonly string[] Projects = ["Implementation", "Properties"];

    private readonly string _directory = Path.Combine(repository.Root, "artifacts", "coverage");

    /// <summary>The HTML page to open.</summary>
    public string Page => Path.Combine(_directory, "html", "index.html");

    /// <summary>Runs the tests and writes the page; returns the share of lines that ran, as text.</summary>
    /// <exception cref="InputException">One of the tools fails.</exception>
    public async Task<string> Measure(CancellationToken cancellation)
    {
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }

        string counts = Path.Combine(_directory, "counts");
        foreach (string project in Projects)
        {
            await Dotnet(
                "test", Path.Combine(project, "Tests"), "--configuration", "Release", "--collect",
                "XPlat Code Coverage", "--results-directory", counts, "--", OnlyImplementation).ConfigureAwait(false);
        }

        await Dotnet("tool", "restore").ConfigureAwait(false);
        await Dotnet(
            "reportgenerator",
            $"-reports:{Path.Combine(counts, "*", "coverage.cobertura.xml")}",
            $"-targetdir:{Path.GetDirectoryName(Page)}",
            "-reporttypes:Html;TextSummary").ConfigureAwait(false);
        string summary = Path.Combine(Path.GetDirectoryName(Page)!, "Summary.txt");
        return File.ReadLines(summary)
            .First(line => line.Contains(Total, StringComparison.Ordinal)).Split(':')[1].Trim();

        async Task Dotnet(params string[] arguments)
        {
            (bool succeeded, string output) =
                await DotnetProcess.Run(repository.Root, cancellation, arguments).ConfigureAwait(false);
            if (!succeeded)
            {
                throw Failed($"dotnet {arguments[0]}", output);
            }
        }
    }

    private static InputException Failed(string tool, string log)
    {
        string[] lines = log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string reason = lines.FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
            ?? lines.LastOrDefault() ?? "no output";
        return new InputException($"{tool} failed: {reason}");
    }
}
