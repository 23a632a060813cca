using Verify.Abi;

namespace Verify.Implementation.Files;

/// <summary>Which mode bits a node gets, keeps and loses.</summary>
public static class ModeRules
{
    /// <summary>The mode of a new file: the sticky bit and the masked bits are cleared.</summary>
    public static int OfFile(int mode, int mask) => mode & FileModes.All & ~mask & ~FileModes.Sticky;

    /// <summary>The mode of a new directory: the special bits and the masked bits are cleared.</summary>
    public static int OfDirectory(int mode, int mask) => mode & FileModes.Access & ~mask;

    /// <summary>The mode of a new FIFO or device.</summary>
    public static int OfSpecialFile(int mode, int mask) => mode & FileModes.All & ~mask;

    /// <summary>The mode of a new symbolic link.</summary>
    public static int OfSymbolicLink(int mask) => FileModes.Access & ~mask;

    /// <summary>
    /// The mode with which a node is created: set-group-id is kept only if the creator is in the node's group or has
    /// the privilege.
    /// </summary>
    public static int ForMaker(int mode, bool isInGroup, bool maySetSpecial) =>
        isInGroup || maySetSpecial ? mode : mode & ~FileModes.SetGroupId;

    /// <summary>
    /// Checks an unprivileged chmod(2) of the caller's own node: only a directory may get the sticky bit, and only a
    /// member of the node's group may set set-group-id.
    /// </summary>
    public static Errno CheckChange(int mode, bool isDirectory, bool isInGroup) =>
        (mode & FileModes.Sticky) != 0 && !isDirectory ? Errno.EFTYPE
        : (mode & FileModes.SetGroupId) != 0 && !isInGroup ? Errno.EPERM
        : Errno.None;

    /// <summary>
    /// The mode after a change of owner or group by a user other than 0: ufs_chown clears both set-id bits, whichever
    /// of the two ids changed.
    /// </summary>
    public static int AfterNewOwner(int mode, int uid, bool ownerChanges, bool groupChanges) =>
        uid != 0 && (ownerChanges || groupChanges) ? mode & ~(FileModes.SetUserId | FileModes.SetGroupId) : mode;

    /// <summary>True if the sticky bit of a directory keeps a user from removing a node from it.</summary>
    public static bool StickyProtects(int directoryMode, int directoryOwner, int nodeOwner, int uid) =>
        (directoryMode & FileModes.Sticky) != 0 && uid != directoryOwner && uid != nodeOwner;
}
