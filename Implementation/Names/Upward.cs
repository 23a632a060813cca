namespace Verify.Implementation.Names;

/// <summary>Where a step up from a directory leads.</summary>
public enum UpwardStep
{
    /// <summary>Nowhere: it is the process's root directory (J8).</summary>
    Stays,

    /// <summary>Out of a file system, to the directory that it covers; from there it goes on.</summary>
    Uncovers,

    /// <summary>To its parent.</summary>
    Rises,
}

/// <summary>The step that ".." makes (J8, G4).</summary>
public static class Upward
{
    /// <summary>The process's root comes first: it may be a file system's root too.</summary>
    public static UpwardStep Step(bool isProcessRoot, bool coversAnother) =>
        isProcessRoot ? UpwardStep.Stays
        : coversAnother ? UpwardStep.Uncovers
        : UpwardStep.Rises;
}
