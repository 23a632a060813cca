using System.Diagnostics;
using Verify.Runner.Input;

namespace Verify.Runner.Coverage;

/// <summary>Runs <c>dotnet</c> without a terminal.</summary>
internal static class DotnetProcess
{
    /// <summary>Runs a command of <c>dotnet</c>; returns true if it succeeded, and what it printed.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the process and its children are killed.</exception>
    public static async Task<(bool Succeeded, string Output)> Run(
        string directory, CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start) ?? throw new InputException("dotnet cannot be started");
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        string printed = await output.ConfigureAwait(false) + await error.ConfigureAwait(false);
        return (process.ExitCode == 0, printed);
    }
}
