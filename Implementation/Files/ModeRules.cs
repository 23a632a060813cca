using Verify.Abi;
using Verify.Implementation.Names;

namespace Verify.Implementation.Files;

/// <summary>Which of a mode's bits a node gets, keeps and loses.</summary>
public static class ModeRules
{
    /// <summary>A new file's: no sticky bit, and what the mask leaves.</summary>
    public static int OfFile(int mode, int mask) => mode & FileModes.All & ~mask & ~FileModes.Sticky;

    /// <summary>A new directory's: no special bits.</summary>
    public static int OfDirectory(int mode, int mask) => mode & FileModes.Access & ~mask;

    /// <summary>A new FIFO's or device's.</summary>
    public static int OfSpecialFile(int mode, int mask) => mode & FileModes.All & ~mask;

    /// <summary>A new symbolic link's.</summary>
    public static int OfSymbolicLink(int mask) => FileModes.Access & ~mask;

    /// <summary>
    /// What a node that somebody makes keeps of it: set-group-id only in the maker's own group, or with privilege.
    /// </summary>
    public static int ForMaker(int mode, bool isInGroup, bool maySetSpecial) =>
        isInGroup || maySetSpecial ? mode : mode & ~FileModes.SetGroupId;

    /// <summary>
    /// What chmod(2) of one's own node says without privilege: the sticky bit is for directories, set-group-id for
    /// those in the group.
    /// </summary>
    public static Errno CheckChange(int mode, bool isDirectory, bool isInGroup) =>
        (mode & FileModes.Sticky) != 0 && !isDirectory ? Errno.EFTYPE
        : (mode & FileModes.SetGroupId) != 0 && !isInGroup ? Errno.EPERM
        : Errno.None;

    /// <summary>
    /// What is left when a node gets another owner or group by anybody but uid 0: ufs_chown takes both special bits,
    /// whichever of the two ids changed.
    /// </summary>
    public static int AfterNewOwner(int mode, int uid, bool ownerChanges, bool groupChanges) =>
        uid != 0 && (ownerChanges || groupChanges) ? mode & ~(FileModes.SetUserId | FileModes.SetGroupId) : mode;

    /// <summary>True where the sticky bit of a directory keeps others from removing a node from it.</summary>
    public static bool StickyProtects(int directoryMode, int directoryOwner, int nodeOwner, int uid) =>
        (directoryMode & FileModes.Sticky) != 0 && uid != directoryOwner && uid != nodeOwner;
}
