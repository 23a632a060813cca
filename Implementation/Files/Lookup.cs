namespace Verify.Implementation.Files;

/// <summary>What a look-up of a path has found: FreeBSD's struct nameidata.</summary>
internal struct Lookup
{
    /// <summary>The path that the last part is in, after all symbolic links, and where the part is.</summary>
    public string Text;
    public PathPart Last;

    /// <summary>The directory that the last part is looked up in; null for a path without parts, such as "/".</summary>
    public Node? Parent;

    /// <summary>What the last part names; null where there is nothing.</summary>
    public Node? Node;

    /// <summary>The entry that names it; null for "." and "..", and where the directory has none.</summary>
    public DirectoryEntry? Entry;

    /// <summary>True for "." and "..".</summary>
    public readonly bool IsDot => Parent is not null && Last.IsDot(Text);

    public readonly string Name => Last.In(Text).ToString();
}

/// <summary>What a look-up does with the last part of a path.</summary>
[Flags]
internal enum LookupOptions
{
    /// <summary>It must be there; a symbolic link stands for itself.</summary>
    None = 0,

    /// <summary>A symbolic link is followed.</summary>
    FollowLast = 1,

    /// <summary>It need not be there.</summary>
    MayBeAbsent = 2,
}
