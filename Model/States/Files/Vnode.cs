namespace Verify.Model.States.Files;

/// <summary>Identifies a node by its file system and its number.</summary>
/// <param name="FileSystem">The number of the file system's root.</param>
/// <param name="Number">The node's number, as stat(2) shows it.</param>
/// <param name="IsOfProcess">True below the root of a procfs, whose numbers other nodes may have as well (J7).</param>
public readonly record struct Vnode(int FileSystem, int Number, bool IsOfProcess = false)
{
    /// <summary>The root directory of the root file system.</summary>
    public static readonly Vnode Root = new(1, 1);

    /// <summary>The same procfs node after its process has exited (deadfs): it is in no file system.</summary>
    internal Vnode Dead => this with { FileSystem = 0 };

    /// <summary>True for a procfs node whose process has exited.</summary>
    public bool IsDead => IsOfProcess && FileSystem == 0;

    /// <summary>True for the root directory of a file system.</summary>
    public bool IsRootOfFileSystem => Number == FileSystem && !IsOfProcess;
}
