namespace Verify.Implementation.Files;

/// <summary>The access requested to a node, as the bits of one digit of a mode: VREAD, VWRITE, VEXEC.</summary>
[Flags]
public enum AccessModes
{
    /// <summary>No access.</summary>
    None = 0,

    /// <summary>Execute a file, or search a directory.</summary>
    Execute = 1,

    /// <summary>Write a file, or change the entries of a directory.</summary>
    Write = 2,

    /// <summary>Read a file or directory.</summary>
    Read = 4,
}
