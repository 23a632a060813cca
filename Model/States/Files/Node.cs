using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States.Files;

/// <summary>A directory, regular file, symbolic link, FIFO or device.</summary>
public sealed record Node
{
    /// <summary>A directory's content before anything is in it. Names are ordered as they are listed.</summary>
    public static readonly ImmutableSortedDictionary<string, Vnode> Empty =
        ImmutableSortedDictionary.Create<string, Vnode>(StringComparer.Ordinal);

    /// <summary>Where it is.</summary>
    public required Vnode Vnode { get; init; }

    /// <summary>Its type and the bits of chmod(2), see <see cref="FileModes"/>.</summary>
    public required int Mode { get; init; }

    /// <summary>Its owner.</summary>
    public int Uid { get; init; }

    /// <summary>Its group.</summary>
    public int Gid { get; init; }

    /// <summary>A device's number.</summary>
    public int Device { get; init; }

    /// <summary>Where a symbolic link leads.</summary>
    public string Target { get; init; } = "";

    /// <summary>What a directory has, by name.</summary>
    public ImmutableSortedDictionary<string, Vnode> Entries { get; init; } = Empty;

    /// <summary>The directory that a directory is in; null at a file system's root, and once it is removed.</summary>
    public Vnode? Parent { get; init; }

    /// <summary>What it is, see <see cref="FileModes.TypeMask"/>.</summary>
    public int Type => Mode & FileModes.TypeMask;

    /// <summary>True for a directory.</summary>
    public bool IsDirectory => Type == FileModes.Directory;

    /// <summary>True for a symbolic link.</summary>
    public bool IsSymbolicLink => Type == FileModes.SymbolicLink;

    /// <summary>True for a character or block device.</summary>
    public bool IsDevice => Type is FileModes.CharacterDevice or FileModes.BlockDevice;

    /// <summary>True for a directory that rmdir or rename took away.</summary>
    public bool IsRemovedDirectory => IsDirectory && Parent is null && !Vnode.IsRootOfFileSystem;
}
