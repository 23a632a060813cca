using Verify.Implementation.Files;

namespace Verify.Implementation.Names;

/// <summary>The state and result of a path look-up: FreeBSD's struct nameidata.</summary>
internal struct Lookup
{
    /// <summary>The path, with symbolic links substituted, and the current component of it.</summary>
    public string Text;
    public ComponentName Component;

    /// <summary>
    /// The directory in which the last component was looked up: ni_dvp. It is null for a path without components, such
    /// as "/", which only <see cref="NameOperation.LookUp"/> accepts.
    /// </summary>
    public Node? Parent;

    /// <summary>The node found: ni_vp. It is null if the name does not exist.</summary>
    public Node? Node;

    /// <summary>The directory entry found; null for "." and "..", and if the name does not exist.</summary>
    public DirectoryEntry? Entry;

    public readonly string Name => Component.In(Text).ToString();

    public readonly bool IsDotDot => Component.In(Text) is "..";

    /// <summary>True for ".", and for ".." at the root.</summary>
    public readonly bool IsItsOwnParent => ReferenceEquals(Parent, Node);
}

/// <summary>Options for the last component of a path besides its <see cref="NameOperation"/>.</summary>
[Flags]
internal enum LookupOptions
{
    /// <summary>
    /// A symbolic link is not followed, and a name that does not exist must not have a trailing slash.
    /// </summary>
    None = 0,

    /// <summary>FOLLOW: a symbolic link is followed.</summary>
    FollowLast = 1,

    /// <summary>WILLBEDIR: the name is for a new directory, so a trailing slash is allowed.</summary>
    WillBeDirectory = 2,
}
