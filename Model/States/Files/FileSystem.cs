using System.Collections.Immutable;

namespace Verify.Model.States.Files;

/// <summary>The type of a file system.</summary>
public enum FileSystemType
{
    /// <summary>The root file system.</summary>
    Ufs,

    /// <summary>Empty when it is mounted.</summary>
    Mfs,

    /// <summary>Shows the processes (J7).</summary>
    Procfs,
}

/// <summary>A file system that is mounted.</summary>
/// <param name="Root">The number of its root, which identifies it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Covered">The directory that its root covers; null for the root file system.</param>
public sealed record FileSystem(int Root, FileSystemType Type, Vnode? Covered)
{
    /// <summary>The effective user id of whoever mounted it.</summary>
    public int Owner { get; init; }

    /// <summary>
    /// The quotas: the most nodes that a user may own, by uid (J10). A user without an entry has no limit.
    /// </summary>
    public ImmutableSortedDictionary<int, int> Limits { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    /// <summary>Its root directory.</summary>
    public Vnode RootDirectory => new(Root, Root);
}
