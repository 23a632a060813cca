namespace Verify.Model.States.Files;

/// <summary>Names a node: the file system that it is in and its number there.</summary>
/// <param name="FileSystem">The file system: the number of its root.</param>
/// <param name="Number">The node's number, as stat(2) shows it.</param>
/// <param name="IsOfProcess">True below the root of a procfs, whose numbers other nodes may have too (J7).</param>
public readonly record struct Vnode(int FileSystem, int Number, bool IsOfProcess = false)
{
    /// <summary>The root directory of the root file system.</summary>
    public static readonly Vnode Root = new(1, 1);

    /// <summary>The same node of a procfs, dead since its process ended (deadfs): it is in no file system.</summary>
    internal Vnode Dead => this with { FileSystem = 0 };

    /// <summary>True for a node of a procfs whose process has ended.</summary>
    public bool IsDead => IsOfProcess && FileSystem == 0;

    /// <summary>True for the root directory of a file system.</summary>
    public bool IsRootOfFileSystem => Number == FileSystem && !IsOfProcess;
}
