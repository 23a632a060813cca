namespace Verify.Implementation.Names;

/// <summary>
/// What the call intends to do with the last component: cn_nameiop of FreeBSD's struct componentname.
/// </summary>
internal enum NameOperation
{
    /// <summary>Look it up; it must exist.</summary>
    LookUp,

    /// <summary>Create it. If it exists, the caller decides what to do.</summary>
    Create,

    /// <summary>Remove it, or rename it.</summary>
    Delete,

    /// <summary>Make it name another node, whether or not it exists: the second path of rename(2).</summary>
    Rename,
}
