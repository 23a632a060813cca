namespace Verify.Implementation.Files;

/// <summary>What somebody wants of a node, with the bits of a mode's last digit: VREAD, VWRITE, VEXEC.</summary>
[Flags]
public enum AccessModes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Run a file; look a name up in a directory.</summary>
    Execute = 1,

    /// <summary>Write a file; change a directory's entries.</summary>
    Write = 2,

    /// <summary>Read it.</summary>
    Read = 4,
}
