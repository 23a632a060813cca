using System.Diagnostics;

namespace Verify.Runner.Coverage;

/// <summary>Runs another program quietly.</summary>
internal static class Tool
{
    /// <summary>Runs <c>dotnet</c> with these arguments and returns what it printed, whatever it returned.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the program and what it started are ended.</exception>
    public static async Task<string> Dotnet(string directory, CancellationToken cancellation, params string[] arguments)
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

        return await output.ConfigureAwait(false) + await error.ConfigureAwait(false);
    }
}
