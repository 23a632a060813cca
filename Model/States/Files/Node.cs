using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States.Files;

/// <summary>A directory, regular file, symbolic link, FIFO or device.</summary>
public sealed record Node
{
    /// <summary>The entries of an empty directory. Names are in the order of listings.</summary>
    public static readonly ImmutableSortedDictionary<string, Vnode> Empty =
        ImmutableSortedDictionary.Create<string, Vnode>(StringComparer.Ordinal);

    /// <summary>Its file system and number.</summary>
    public required Vnode Vnode { get; init; }

    /// <summary>Its type and the bits of chmod(2), see <see cref="FileModes"/>.</summary>
    public required int Mode { get; init; }

    /// <summary>Its owner.</summary>
    public int Uid { get; init; }

    /// <summary>Its group.</summary>
    public int Gid { get; init; }

    /// <summary>A device's number.</summary>
    public int Device { get; init; }

    /// <summary>The target of a symbolic link.</summary>
    public string Target { get; init; } = "";

    /// <summary>The entries of a directory, by name.</summary>
    public ImmutableSortedDictionary<string, Vnode> Entries { get; init; } = Empty;

    /// <summary>The parent of a directory; null for a file system's root and for a removed directory.</summary>
    public Vnode? Parent { get; init; }

    /// <summary>Its type, see <see cref="FileModes.TypeMask"/>.</summary>
    public int Type => Mode & FileModes.TypeMask;

    /// <summary>True for a directory.</summary>
    public bool IsDirectory => Type == FileModes.Directory;

    /// <summary>True for a symbolic link.</summary>
    public bool IsSymbolicLink => Type == FileModes.SymbolicLink;

    /// <summary>True for a character or block device.</summary>
    public bool IsDevice => Type is FileModes.CharacterDevice or FileModes.BlockDevice;

    /// <summary>True for a directory that rmdir or rename removed.</summary>
    public bool IsRemovedDirectory => IsDirectory && Parent is null && !Vnode.IsRootOfFileSystem;
}
