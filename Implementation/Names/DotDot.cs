namespace Verify.Implementation.Names;

/// <summary>Where a step up from a directory leads.</summary>
public enum DotDotStep
{
    /// <summary>Nowhere: it is the process's root directory (J8).</summary>
    StaysAtRoot,

    /// <summary>Out of a file system, to the directory that it covers; from there it goes on.</summary>
    CrossesMount,

    /// <summary>To its parent.</summary>
    GoesToParent,
}

/// <summary>The step that ".." makes (J8, G4).</summary>
public static class DotDot
{
    /// <summary>The process's root comes first: it may be a file system's root too.</summary>
    public static DotDotStep Step(bool isProcessRoot, bool coversAnother) =>
        isProcessRoot ? DotDotStep.StaysAtRoot
        : coversAnother ? DotDotStep.CrossesMount
        : DotDotStep.GoesToParent;
}
