using System.Diagnostics;
using Shouldly;
using Verify.Properties.Reference;
using Xunit;

namespace Verify.Runner.Tests.Input;

public sealed class InterruptTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// SIGTERM and SIGINT are handled identically; a process started in the background may ignore SIGINT.
    /// </summary>
    [Fact]
    public async Task A_signal_ends_a_check_with_its_table()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Verify.Runner.dll");
        var start = new ProcessStartInfo("dotnet", [program, "check", "--time", "10m"])
        {
            WorkingDirectory = runner.Directory,
            RedirectStandardOutput = true,
        };
        using Process check = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        while (await check.StandardOutput.ReadLineAsync(patience.Token) is { } line
            && !line.StartsWith("generating", StringComparison.Ordinal))
        {
        }

        Process.Start("kill", ["-TERM", $"{check.Id}"]).WaitForExit();
        string rest = await check.StandardOutput.ReadToEndAsync(patience.Token);
        await check.WaitForExitAsync(patience.Token);

        check.ExitCode.ShouldBe(130);
        rest.ShouldContain("\nfindings");
        rest.ShouldEndWith("Stopped before the end.\n");
    }
}
