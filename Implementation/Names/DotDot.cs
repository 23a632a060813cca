namespace Verify.Implementation.Names;

/// <summary>Where ".." leads from a directory.</summary>
public enum DotDotStep
{
    /// <summary>To the directory itself, the process's root (J8).</summary>
    StaysAtRoot,

    /// <summary>
    /// From the root of a file system to the directory it is mounted on, where ".." is evaluated again.
    /// </summary>
    CrossesMount,

    /// <summary>To the parent.</summary>
    GoesToParent,
}

/// <summary>Evaluates ".." (J8, G4).</summary>
public static class DotDot
{
    /// <summary>The process's root takes precedence: it may also be the root of a file system.</summary>
    public static DotDotStep Step(bool isProcessRoot, bool coversAnother) =>
        isProcessRoot ? DotDotStep.StaysAtRoot
        : coversAnother ? DotDotStep.CrossesMount
        : DotDotStep.GoesToParent;
}
