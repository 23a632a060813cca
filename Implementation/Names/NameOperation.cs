namespace Verify.Implementation.Names;

/// <summary>What a call is going to do with the last part of a path: cn_nameiop of FreeBSD's struct componentname.</summary>
internal enum NameOperation
{
    /// <summary>Nothing: the part must be there.</summary>
    LookUp,

    /// <summary>Make it. It need not be there, and where it is, the call decides what follows.</summary>
    Create,

    /// <summary>Remove it, or rename it to something else.</summary>
    Delete,

    /// <summary>Give it to another node, whether it is there or not: the second path of rename(2).</summary>
    Rename,
}
