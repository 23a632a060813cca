namespace Verify.Abi;

/// <summary>The bits of a file's mode (sys/stat.h).</summary>
public static class FileModes
{
    /// <summary>S_IFMT: the bits of the type.</summary>
    public const int TypeMask = 15 << 12;

    /// <summary>S_IFIFO: a named pipe.</summary>
    public const int Fifo = 1 << 12;

    /// <summary>S_IFCHR: a character device.</summary>
    public const int CharacterDevice = 2 << 12;

    /// <summary>S_IFDIR: a directory.</summary>
    public const int Directory = 4 << 12;

    /// <summary>S_IFBLK: a block device.</summary>
    public const int BlockDevice = 6 << 12;

    /// <summary>S_IFREG: a regular file.</summary>
    public const int Regular = 8 << 12;

    /// <summary>S_IFLNK: a symbolic link.</summary>
    public const int SymbolicLink = 10 << 12;

    /// <summary>S_IFSOCK: a local socket is or was bound to it (S9).</summary>
    public const int Socket = 12 << 12;

    /// <summary>S_IFWHT: a whiteout, a name that hides one in a lower layer.</summary>
    public const int Whiteout = 14 << 12;

    /// <summary>All bits of the type: a bad node (VBAD). stat(2) of it fails with EBADF.</summary>
    public const int Bad = TypeMask;

    /// <summary>S_ISUID: runs as its owner.</summary>
    public const int SetUserId = 4 << 9;

    /// <summary>S_ISGID: runs as its group.</summary>
    public const int SetGroupId = 2 << 9;

    /// <summary>S_ISVTX: only owners may remove from the directory.</summary>
    public const int Sticky = 1 << 9;

    /// <summary>ALLPERMS: all that chmod(2) sets.</summary>
    public const int All = SetUserId | SetGroupId | Sticky | Access;

    /// <summary>ACCESSPERMS: read, write and execute of owner, group and others.</summary>
    public const int Access = 7 << 6 | 7 << 3 | 7;
}
