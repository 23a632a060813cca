namespace Verify.Runner.Output;

/// <summary>The exit codes of the process.</summary>
internal static class ExitCode
{
    /// <summary>Nothing was found.</summary>
    public const int Clean = 0;

    /// <summary>A finding, a proof that does not hold, or a mutant that was not caught.</summary>
    public const int Found = 1;

    /// <summary>The command or its input is wrong, or the output cannot be written.</summary>
    public const int BadInput = 2;

    /// <summary>
    /// Stopped by Ctrl-C before anything was found: 128 plus the number of SIGINT, as shells report it.
    /// </summary>
    public const int Interrupted = 130;
}
