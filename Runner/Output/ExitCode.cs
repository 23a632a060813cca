namespace Verify.Runner.Output;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    /// <summary>Nothing was found.</summary>
    public const int Clean = 0;

    /// <summary>A finding, a refuted proof, a mutant that was not caught.</summary>
    public const int Found = 1;

    /// <summary>The command or its input is wrong, or the output cannot be written.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by Ctrl-C before anything was found: 128 and the number of SIGINT, as in shells.</summary>
    public const int Interrupted = 130;
}
