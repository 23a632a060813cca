using Verify.Implementation.Files;

namespace Verify.Implementation.Names;

/// <summary>What a look-up of a path has found: FreeBSD's struct nameidata.</summary>
internal struct Lookup
{
    /// <summary>The path that the last part is in, after all symbolic links, and where the part is.</summary>
    public string Text;
    public PathComponent Component;

    /// <summary>
    /// The directory that the last part was looked up in: ni_dvp. It is null for a path without parts, such as "/", which
    /// only <see cref="NameOperation.LookUp"/> takes.
    /// </summary>
    public Node? Parent;

    /// <summary>What the last part names: ni_vp. It is null where there is nothing.</summary>
    public Node? Node;

    /// <summary>The entry that names it; null for "." and "..", and where the directory has none.</summary>
    public DirectoryEntry? Entry;

    public readonly string Name => Component.In(Text).ToString();

    public readonly bool IsDotDot => Component.In(Text) is "..";

    /// <summary>True for "." and for ".." at the root, where a step leads to where it started.</summary>
    public readonly bool IsItsOwnParent => ReferenceEquals(Parent, Node);
}

/// <summary>What a look-up does with the last part of a path besides its <see cref="NameOperation"/>.</summary>
[Flags]
internal enum LookupOptions
{
    /// <summary>A symbolic link stands for itself, and a name that is not there cannot have a slash after it.</summary>
    None = 0,

    /// <summary>FOLLOW: a symbolic link is followed.</summary>
    FollowLast = 1,

    /// <summary>WILLBEDIR: a directory is to be made, so that a slash may follow its name.</summary>
    WillBeDirectory = 2,
}
