namespace Verify.Model;

/// <summary>The rules of the specification. Each names its requirement and says itself in one sentence.</summary>
#pragma warning disable CS1591 // Each member's RuleInfo is its documentation.
public enum Rule
{
    // Processes and descriptors
    [RuleInfo("G7", "no-process", "A call by a process that does not exist is ESRCH and does nothing.")]
    NoSuchProcess,
    [RuleInfo("G7", "fork-full", "fork is EAGAIN where kern.maxproc processes exist; the last is the superuser's.")]
    ForkFull,
    [RuleInfo("J1", "fork-inherits",
        "A child has all that its parent has, prison, descriptors too, and a pid that no process, group or session has.")]
    ForkInherits,
    [RuleInfo("G7", "exit-closes", "exit closes every descriptor and removes the process.")]
    ExitCloses,
    [RuleInfo("G7", "exit-orphans", "The children of a process that ends are process 1's.")]
    ExitLeavesOrphans,
    [RuleInfo("G7", "exit-kills-traced", "Whom a process traces ends with it.")]
    ExitKillsTraced,
    [RuleInfo("G7", "exit-of-first", "The exit of process 1 is a panic.")]
    ExitOfFirst,
    [RuleInfo("G7", "machine-down", "After a panic no call is carried out.")]
    MachineDown,
    [RuleInfo("G7", "bad-descriptor", "A descriptor that is not open is EBADF.")]
    DescriptorNotOpen,
    [RuleInfo("G7", "no-socket", "A descriptor that is not a socket is ENOTSOCK.")]
    DescriptorNoSocket,
    [RuleInfo("G7", "close-descriptor", "close frees a descriptor; what is open elsewhere stays.")]
    CloseDescriptor,
    [RuleInfo("G7", "close-socket", "The last close frees the socket, its port and what waits at it.")]
    CloseSocket,

    // Privileges
    [RuleInfo("J4", "privilege", "The superuser outside every prison has every privilege.")]
    PrivilegeOnHost,
    [RuleInfo("J4", "privilege-in-prison", "A prison's superuser has the privileges that prisons allow.")]
    PrivilegeInPrison,
    [RuleInfo("J4", "privilege-not-in-prison", "A prison's superuser lacks the privileges that prisons deny.")]
    PrivilegeNotInPrison,
    [RuleInfo("J4", "privilege-not-users", "Other users have no privilege.")]
    PrivilegeNotUsers,
    [RuleInfo("J4", "administer-unknown", "A change of the machine that does not exist is EINVAL.")]
    AdministerUnknown,
    [RuleInfo("J4", "administer-denied", "Who lacks the privilege that a change needs is told so by the error of FreeBSD's call, mostly EPERM.")]
    AdministerDenied,
    [RuleInfo("J4", "administer-allowed", "Who has the privilege that a change needs may make it.")]
    AdministerAllowed,

    // Identity and limits
    [RuleInfo("J4", "setuid-denied",
        "setuid to an id that is neither the real nor the effective one is EPERM for all but the superuser.")]
    SetUidDenied,
    [RuleInfo("J4", "setuid-allowed", "setuid sets all three user ids; the superuser, in a prison too, takes any.")]
    SetUidAllowed,
    [RuleInfo("J4", "seteuid-denied",
        "seteuid to an id that is neither the real nor the saved one is EPERM for all but the superuser.")]
    SetEUidDenied,
    [RuleInfo("J4", "seteuid-allowed", "seteuid sets the effective user id.")]
    SetEUidAllowed,
    [RuleInfo("J4", "setreuid-denied",
        "setreuid to ids that are not among the own is EPERM for all but the superuser.")]
    SetReUidDenied,
    [RuleInfo("J4", "setreuid-allowed", "setreuid sets real and effective user id, and the saved one to the latter.")]
    SetReUidAllowed,
    [RuleInfo("J4", "saved-id-stays",
        "Without a new real id the saved one stays where the effective one is the real one.")]
    SavedIdStays,
    [RuleInfo("J4", "setgid-denied",
        "setgid to an id that is neither the real nor the effective one is EPERM for all but the superuser.")]
    SetGidDenied,
    [RuleInfo("J4", "setgid-allowed", "setgid sets all three group ids; the superuser, in a prison too, takes any.")]
    SetGidAllowed,
    [RuleInfo("J4", "setegid-denied",
        "setegid to an id that is neither the real nor the saved one is EPERM for all but the superuser.")]
    SetEGidDenied,
    [RuleInfo("J4", "setegid-allowed", "setegid sets the effective group id.")]
    SetEGidAllowed,
    [RuleInfo("J4", "setregid-denied",
        "setregid to ids that are not among the own is EPERM for all but the superuser.")]
    SetReGidDenied,
    [RuleInfo("J4", "setregid-allowed", "setregid sets real and effective group id, and the saved one to the latter.")]
    SetReGidAllowed,
    [RuleInfo("J4", "setgroups-denied", "setgroups is the superuser's, also with the own group: EPERM.")]
    SetGroupsDenied,
    [RuleInfo("J4", "setgroups-many", "setgroups with more than 16 groups is EINVAL.")]
    SetGroupsMany,
    [RuleInfo("J4", "setgroups-allowed",
        "The superuser, in a prison too, sets the groups, of which the first is the effective one.")]
    SetGroupsAllowed,
    [RuleInfo("J4", "setgroups-none", "setgroups without any leaves the effective group alone.")]
    SetGroupsNone,
    [RuleInfo("J4", "id-read", "getuid, geteuid, getgid and getegid tell an id.")]
    IdRead,
    [RuleInfo("J4", "groups-read", "getgroups tells the groups, the effective one first.")]
    GroupsRead,
    [RuleInfo("J4", "changed-ids-read", "issetugid tells whether an id has changed, in a parent too.")]
    ChangedIdsRead,
    [RuleInfo("J4", "setlogin-denied", "setlogin is the superuser's: EPERM.")]
    SetLoginDenied,
    [RuleInfo("J4", "setlogin-null", "A login name that is nowhere is EFAULT.")]
    SetLoginNull,
    [RuleInfo("J4", "setlogin-long", "A login name of more than 16 characters is EINVAL.")]
    SetLoginLong,
    [RuleInfo("J4", "setlogin-allowed",
        "The superuser, in a prison too, sets the login name of its session, as far as that is in its prison.")]
    SetLoginAllowed,
    [RuleInfo("J4", "login-read", "getlogin tells the login name.")]
    LoginRead,
    [RuleInfo("J4", "limit-denied", "Going over the hard limit is the superuser's: EPERM.")]
    LimitDenied,
    [RuleInfo("J4", "limit-capped", "No limit of descriptors is over kern.maxfilesperproc.")]
    LimitCapped,
    [RuleInfo("J4", "limit-set", "setrlimit sets both limits, the soft one at most to the hard one.")]
    LimitSet,
    [RuleInfo("J4", "limit-read", "getrlimit tells the soft limit.")]
    LimitRead,
    [RuleInfo("J4", "umask", "umask sets the mask and tells the one before.")]
    UmaskSet,

    // Other processes
    [RuleInfo("J6", "nobody", "A process that does not exist is ESRCH.")]
    TargetNobody,
    [RuleInfo("J6", "invisible", "To a prisoner the processes of the host and of other prisons are ESRCH.")]
    TargetInvisible,
    [RuleInfo("J6", "signal-bad", "A signal that is not 0 to 128 is EINVAL, whatever the target.")]
    SignalBad,
    [RuleInfo("J6", "signal-denied",
        "Signalling a process with which one shares no real or effective user id is the superuser's: EPERM.")]
    SignalDenied,
    [RuleInfo("J6", "signal-ends", "A signal ends its process as exit does.")]
    SignalEnds,
    [RuleInfo("J6", "signal-harmless", "No process ends of signal 0, or of one that stops, continues or informs.")]
    SignalHarmless,
    [RuleInfo("J6", "signal-held", "A signal to a traced process waits for its tracer.")]
    SignalHeld,
    [RuleInfo("J6", "signal-to-first", "No signal ends process 1.")]
    SignalToFirst,
    [RuleInfo("J6", "signal-continues", "A process of the own session may be continued, whosever it is.")]
    SignalContinues,
    [RuleInfo("J6", "signal-all", "Target -1 is every process that one may signal, but the caller and process 1.")]
    SignalAll,
    [RuleInfo("J6", "signal-group",
        "Target 0 is the own group, a target under -1 another: all that one may signal but process 1.")]
    SignalGroup,
    [RuleInfo("J6", "signal-nobody", "A group, or everybody else, of whom one may signal nobody is ESRCH.")]
    SignalNobody,
    [RuleInfo("J6", "ptrace-self", "A process that traces itself is EINVAL.")]
    PTraceSelf,
    [RuleInfo("J6", "ptrace-twice", "A process that is traced is EBUSY.")]
    PTraceTwice,
    [RuleInfo("J6", "ptrace-denied",
        "Tracing another real user's process, or one whose ids have changed, is the superuser's outside prisons: EPERM.")]
    PTraceDenied,
    [RuleInfo("J6", "ptrace-allowed", "The tracer becomes the parent.")]
    PTraceAllowed,
    [RuleInfo("J6", "ktrace-denied", "ktrace of a process that has or had other ids is the superuser's: EPERM.")]
    KTraceDenied,
    [RuleInfo("J6", "ktrace-allowed", "One may ktrace the own processes; the superuser all that are visible.")]
    KTraceAllowed,
    [RuleInfo("J6", "ktrace-no-group", "A group of whom one sees nobody is ESRCH.")]
    KTraceNoGroup,
    [RuleInfo("J6", "ktrace-group", "ktrace of a group succeeds where one of it may be traced.")]
    KTraceGroup,
    [RuleInfo("J6", "priority-read",
        "getpriority tells the lowest nice value of those that are meant and visible, plus 20.")]
    PriorityRead,
    [RuleInfo("J6", "priority-of-nothing", "The priority of what is no process, group or user is EINVAL.")]
    PriorityOfNothing,
    [RuleInfo("J6", "priority-denied",
        "The nice value of a process of an effective user that one is neither really nor effectively is the superuser's to set: EPERM.")]
    PriorityDenied,
    [RuleInfo("J4", "priority-raise-denied", "A lower nice value is the superuser's to set: EACCES.")]
    PriorityRaiseDenied,
    [RuleInfo("J6", "priority-set", "setpriority sets the nice value, brought into -20 to 20.")]
    PrioritySet,
    [RuleInfo("J6", "priority-of-several",
        "setpriority of several changes each that it may, and ends as it does for the one with the lowest id.")]
    PriorityOfSeveral,
    [RuleInfo("J6", "group-negative", "A negative process group is EINVAL.")]
    GroupNegative,
    [RuleInfo("J6", "group-of-stranger", "setpgid of a process that does not come of the caller is ESRCH.")]
    GroupOfStranger,
    [RuleInfo("J6", "group-of-other-session", "setpgid of a process of another session is EPERM.")]
    GroupOfOtherSession,
    [RuleInfo("J6", "group-of-leader", "A session's leader keeps its process group: EPERM.")]
    GroupOfLeader,
    [RuleInfo("J6", "group-elsewhere",
        "setpgid to a group that is not of the caller's session and visible, nor the process's own, is EPERM.")]
    GroupElsewhere,
    [RuleInfo("J6", "group-set", "setpgid puts a process into a group.")]
    GroupSet,
    [RuleInfo("J6", "group-read", "getpgrp and getpgid tell a process's group.")]
    GroupRead,
    [RuleInfo("J6", "session-of-group-leader", "setsid is EPERM where a group has the caller's id.")]
    SessionOfGroupLeader,
    [RuleInfo("J6", "session-made", "setsid makes a session and a group with the caller's id.")]
    SessionMade,
    [RuleInfo("J6", "session-of-other", "getsid of another process is ESRCH.")]
    SessionOfOther,
    [RuleInfo("J6", "session-read", "getsid tells the caller's session.")]
    SessionRead,
    [RuleInfo("G1", "pass-prison", "A socket with addresses does not go into or out of a prison: EPERM.")]
    PassPrison,
    [RuleInfo("J8", "pass-no-descriptor", "Passing is EMFILE where the receiver has no descriptor free.")]
    PassNoDescriptor,
    [RuleInfo("J8", "pass-gives", "The receiver has the same open file, at its lowest free descriptor.")]
    PassGives,

    // Jail
    [RuleInfo("J1", "superuser", "jail is the superuser's: EPERM.")]
    JailSuperuser,
    [RuleInfo("J1", "once", "A jailed process cannot jail again: EPERM.")]
    JailOnce,
    [RuleInfo("J1", "version", "A version other than 0 is EINVAL.")]
    JailVersion,
    [RuleInfo("J1", "no-memory", "jail is ENOMEM where there are debug.maxprisons prisons.")]
    JailNoMemory,
    [RuleInfo("J1", "hostname-null", "A hostname that is nowhere is EFAULT.")]
    JailHostnameNull,
    [RuleInfo("J1", "hostname", "A hostname of more than 255 characters is ENAMETOOLONG.")]
    JailHostname,
    [RuleInfo("G1", "jail-holds-socket", "jail is EBUSY while a socket is open that is not local or for routing.")]
    JailHoldsSocket,
    [RuleInfo("J1", "enters", "The process is in a prison of its own, and beneath its root.")]
    JailEnters,
    [RuleInfo("J2", "loopback", "A remote 127.0.0.1 or 0.0.0.0 means the prison's own address.")]
    PrisonLoopback,
    [RuleInfo("J2", "not-prisons", "A local address that is not the prison's is EINVAL.")]
    BindNotPrisons,
    [RuleInfo("J3", "absent", "A prison's address that no interface has is EADDRNOTAVAIL.")]
    PrisonAddressAbsent,
    [RuleInfo("J2", "implied-address", "An implied bind in a prison takes the prison's address.")]
    ImpliedPrisonAddress,

    // Paths
    [RuleInfo("J8", "path-null", "A path that is nowhere is EFAULT.")]
    PathNull,
    [RuleInfo("J8", "path-long", "A path of more than 1023 characters is ENAMETOOLONG.")]
    PathLong,
    [RuleInfo("J8", "path-empty", "An empty path is ENOENT.")]
    PathEmpty,
    [RuleInfo("G4", "path-outside", "Outside the root, or where that is outside the prison's, every path is ENOENT.")]
    PathOutside,
    [RuleInfo("J7", "path-process-gone", "In the directory of a process that is gone every path is ENOTDIR.")]
    PathProcessGone,
    [RuleInfo("J7", "path-process-unseen", "In the directory of a process that is not seen every path is ENOENT.")]
    PathProcessUnseen,
    [RuleInfo("J8", "path-not-directory", "A part after what is no directory is ENOTDIR.")]
    PathNotDirectory,
    [RuleInfo("J8", "path-denied", "Without execute access to the directory a part is EACCES.")]
    PathDenied,
    [RuleInfo("J8", "path-name-long", "A part of more than 255 characters is ENAMETOOLONG.")]
    PathNameLong,
    [RuleInfo("J8", "path-absent", "A part that is not there is ENOENT.")]
    PathAbsent,
    [RuleInfo("J8", "path-stays-at-root",
        "From the process's root, and the root of all, .. leads nowhere else, without asking for access.")]
    PathStaysAtRoot,
    [RuleInfo("J8", "path-leaves-mount", "From a mount's root .. leads above the directory that it covers.")]
    PathLeavesMount,
    [RuleInfo("J8", "path-enters-mount", "A covered directory is the root of what covers it.")]
    PathEntersMount,
    [RuleInfo("J8", "path-link", "A link leads on from the directory that has it.")]
    PathLink,
    [RuleInfo("J8", "path-link-from-root", "An absolute link leads on from the process's root.")]
    PathLinkFromRoot,
    [RuleInfo("J8", "path-loop", "More than 32 links on one way are ELOOP.")]
    PathLoop,
    [RuleInfo("J8", "path-link-empty", "A link without target at the end is the directory that it is in.")]
    PathLinkEmpty,
    [RuleInfo("J8", "path-link-empty-inside", "What follows a link without target starts at the root.")]
    PathLinkEmptyInside,
    [RuleInfo("J8", "path-link-long", "A target that leaves a path of more than 1022 characters is ENAMETOOLONG.")]
    PathLinkLong,
    [RuleInfo("J8", "path-slash", "Before slashes at the end there must be a directory: ENOTDIR.")]
    PathSlash,

    // Access to files, room for more
    [RuleInfo("J4", "access-owner", "For its owner a node's owner bits count, and no others.")]
    AccessAsOwner,
    [RuleInfo("J4", "access-group",
        "For its group, any of the caller's groups and without the owner, a node's group bits count.")]
    AccessAsGroup,
    [RuleInfo("J4", "access-other", "For all others a node's last bits count.")]
    AccessAsOther,
    [RuleInfo("J7", "read-only",
        "Nothing of a procfs is made, removed or renamed, whatever is missing or denied besides: EROFS.")]
    FileReadOnly,
    [RuleInfo("J7", "procfs-attributes", "chmod and chown of what is on a procfs change nothing.")]
    ProcfsKeepsAttributes,
    [RuleInfo("J8", "place-is-start", "Nothing can be made, removed or renamed by a path without parts: EISDIR.")]
    PlaceIsStart,
    [RuleInfo("J8", "place-taken", "What is there cannot be made: EEXIST.")]
    PlaceTaken,
    [RuleInfo("J8", "place-removed", "Nothing can be made in a directory that is removed: ENOENT.")]
    PlaceRemoved,
    [RuleInfo("J8", "place-denied", "Without write access to a directory nothing is made or removed in it: EACCES.")]
    PlaceDenied,
    [RuleInfo("J8", "place-slash", "Only a directory can be made before slashes at the end: ENOENT.")]
    PlaceSlash,
    [RuleInfo("J10", "nodes-full", "Where kern.maxvnodes nodes are in use no other can be made: ENOSPC.")]
    NodesFull,
    [RuleInfo("J10", "quota-exceeded", "Who owns as many nodes of a file system as may be makes no more: EDQUOT.")]
    QuotaExceeded,
    [RuleInfo("J4", "made-without-set-group", "Nothing is made set-group-id of a group that its maker is not in.")]
    MadeWithoutSetGroup,

    // Making, linking, removing and renaming
    [RuleInfo("J8", "mkdir", "mkdir makes an empty directory, of the caller and the parent's group.")]
    MkDirMakes,
    [RuleInfo("J4", "mknod-denied", "mknod of what is no device is the superuser's, in a prison too: EPERM.")]
    MkNodDenied,
    [RuleInfo("J4", "device-denied", "mknod of a device is for the superuser outside every prison: EPERM.")]
    DeviceDenied,
    [RuleInfo("J4", "mknod-type", "mknod of what is neither device, bad node nor whiteout is EINVAL.")]
    MkNodType,
    [RuleInfo("J4", "fifo-made", "mkfifo makes a FIFO for everybody.")]
    FifoMade,
    [RuleInfo("J4", "device-made", "The superuser outside every prison makes devices.")]
    DeviceMade,
    [RuleInfo("J4", "bad-node-made", "The superuser, in a prison too, makes nodes that stand for bad blocks.")]
    BadNodeMade,
    [RuleInfo("J8", "whiteout-made", "A whiteout is nothing that a look-up or a listing shows.")]
    WhiteoutMade,
    [RuleInfo("J8", "symlink-null", "A target that is nowhere is EFAULT.")]
    SymLinkTargetNull,
    [RuleInfo("J8", "symlink-long", "A target of more than 1023 characters is ENAMETOOLONG.")]
    SymLinkTargetLong,
    [RuleInfo("J8", "symlink", "symlink makes a link to any target.")]
    SymLinkMade,
    [RuleInfo("J8", "link-directory", "A directory gets no second name: EPERM.")]
    LinkDirectory,
    [RuleInfo("J8", "link-elsewhere", "A name on another file system is EXDEV.")]
    LinkElsewhere,
    [RuleInfo("J8", "link", "link gives a file one more name.")]
    LinkMade,
    [RuleInfo("J4", "remove-sticky", "In a sticky directory only its owner and the node's remove: EPERM.")]
    RemoveSticky,
    [RuleInfo("J8", "unlink-directory", "unlink of a directory is EPERM.")]
    UnlinkDirectory,
    [RuleInfo("J8", "unlink", "unlink takes a name; the node goes when nothing names or uses it.")]
    UnlinkRemoves,
    [RuleInfo("J8", "rmdir-not-directory", "rmdir of what is no directory is ENOTDIR.")]
    RmDirNotDirectory,
    [RuleInfo("J8", "rmdir-self", "rmdir of the directory that the name is looked up in is EINVAL.")]
    RmDirSelf,
    [RuleInfo("J8", "rmdir-mount", "rmdir of a file system's root is EBUSY.")]
    RmDirMount,
    [RuleInfo("J8", "rmdir-not-empty", "rmdir of a directory with something in it is ENOTEMPTY.")]
    RmDirNotEmpty,
    [RuleInfo("J8", "rmdir", "rmdir removes an empty directory; who is in it is then nowhere.")]
    RmDirRemoves,
    [RuleInfo("J8", "rename-onto-file", "A directory does not replace what is none: ENOTDIR.")]
    RenameOntoFile,
    [RuleInfo("J8", "rename-onto-directory", "What is no directory does not replace one: EISDIR.")]
    RenameOntoDirectory,
    [RuleInfo("J8", "rename-into-itself", "A directory does not go into itself: EINVAL.")]
    RenameIntoItself,
    [RuleInfo("J8", "rename-same", "Renaming one name of a file to another of it takes the first name.")]
    RenameSame,
    [RuleInfo("J8", "rename-to-itself", "Renaming a name to itself changes nothing.")]
    RenameToItself,
    [RuleInfo("J8", "rename-same-directory", "Renaming a directory to itself by other names is ENOENT.")]
    RenameSameDirectory,
    [RuleInfo("J8", "rename-dot", "A directory is not renamed by the names . and .., or to the latter: EINVAL.")]
    RenameDot,
    [RuleInfo("J8", "rename-onto-start", "A directory is not renamed to a path without parts: EINVAL.")]
    RenameOntoStart,
    [RuleInfo("G7", "rename-onto-dot", "A directory does not replace an empty one by its name .: EINVAL.")]
    RenameOntoDot,
    [RuleInfo("J4", "rename-sticky", "In a sticky directory only its owner and the node's replace a node: EPERM.")]
    RenameSticky,
    [RuleInfo("J8", "rename-elsewhere", "Nothing goes to another file system: EXDEV.")]
    RenameElsewhere,
    [RuleInfo("J8", "rename-denied", "A directory that gets another parent must be writable itself: EACCES.")]
    RenameDenied,
    [RuleInfo("J8", "rename-beneath-itself", "A directory does not go beneath itself: EINVAL.")]
    RenameBeneathItself,
    [RuleInfo("J8", "rename-not-empty", "A directory with something in it is not replaced: ENOTEMPTY.")]
    RenameNotEmpty,
    [RuleInfo("J8", "rename", "rename moves a name, over what had the new one.")]
    RenameMoves,

    // Opening and reading
    [RuleInfo("J8", "open-mode", "open for neither reading nor writing is EINVAL.")]
    OpenMode,
    [RuleInfo("J8", "open-descriptor", "open is EMFILE where no descriptor is free.")]
    OpenNoDescriptor,
    [RuleInfo("J8", "open-exclusive", "O_CREAT and O_EXCL with what is there are EEXIST.")]
    OpenExclusive,
    [RuleInfo("J8", "open-makes", "O_CREAT makes a file that is not there.")]
    OpenMakes,
    [RuleInfo("J8", "open-directory", "A directory is not opened for writing: EISDIR.")]
    OpenDirectory,
    [RuleInfo("J8", "open-denied", "open without access for what is asked is EACCES.")]
    OpenDenied,
    [RuleInfo("J4", "open-no-driver", "A device other than the null device is ENXIO.")]
    OpenNoDriver,
    [RuleInfo("J8", "open-fifo", "open of a FIFO would sleep: EAGAIN.")]
    OpenFifo,
    [RuleInfo("J8", "open", "open gives the lowest free descriptor.")]
    OpenOpens,
    [RuleInfo("J8", "read-socket", "A socket has no place to read from: ESPIPE.")]
    ReadSocket,
    [RuleInfo("J8", "read-not-open-for-it", "Reading what was opened for writing only is EBADF.")]
    ReadNotOpenForIt,
    [RuleInfo("J8", "read-console", "Nobody types at the console: EAGAIN.")]
    ReadConsole,
    [RuleInfo("J8", "read-directory", "read of a directory is EISDIR.")]
    ReadDirectory,
    [RuleInfo("J8", "read-nothing", "Files hold nothing.")]
    ReadNothing,
    [RuleInfo("J7", "status",
        "A process's status has its ids as unsigned numbers and ends with its prison's hostname, or with - on the host.")]
    ReadStatus,
    [RuleInfo("J7", "read-unseen", "What a procfs shows of a process that is not seen is ESRCH.")]
    ReadStatusUnseen,
    [RuleInfo("J7", "read-dead", "What a procfs showed of a process that is gone is EIO.")]
    ReadDead,
    [RuleInfo("J7", "read-control", "ctl is for writing only: EOPNOTSUPP.")]
    ReadControl,
    [RuleInfo("J7", "read-note", "note and notepg are for writing only: EINVAL.")]
    ReadNote,
    [RuleInfo("J7", "read-registers-denied",
        "The registers of another user's process are the superuser's to read: EPERM.")]
    ReadRegistersDenied,
    [RuleInfo("J7", "read-procfs-nothing", "Of the other files of a procfs the contents are left out.")]
    ReadProcfsNothing,
    [RuleInfo("J8", "readdir-no-file", "Sockets and the console list nothing: EINVAL.")]
    ReadDirNoFile,
    [RuleInfo("J8", "readdir-not-directory", "Only a directory lists something: EINVAL.")]
    ReadDirNotDirectory,
    [RuleInfo("J8", "readdir", "A directory lists its names in order.")]
    ReadDirLists,
    [RuleInfo("J7", "readdir-processes", "A procfs lists the processes that the reader sees.")]
    ReadDirProcesses,
    [RuleInfo("J8", "stat", "stat tells a node's number, mode, links, owner, group and device.")]
    StatTells,
    [RuleInfo("J8", "stat-bad", "stat of a node that stands for bad blocks is EBADF.")]
    StatBad,

    // Modes, owners and roots
    [RuleInfo("J4", "chmod-denied", "chmod of another user's file is the superuser's: EPERM.")]
    ChModDenied,
    [RuleInfo("J4", "chmod-sticky", "The sticky bit of a file is the superuser's: EFTYPE.")]
    ChModSticky,
    [RuleInfo("J4", "chmod-set-group", "set-group-id of a group that the caller is not in is the superuser's: EPERM.")]
    ChModSetGroup,
    [RuleInfo("J4", "chmod", "chmod replaces the mode.")]
    ChModChanges,
    [RuleInfo("J4", "chown-denied", "Giving files away, and changing others', is the superuser's: EPERM.")]
    ChOwnDenied,
    [RuleInfo("J4", "chown-nothing", "chown to -1 and -1 asks nothing and changes nothing.")]
    ChOwnNothing,
    [RuleInfo("J4", "chown-clears", "What changes hands by a user's call is no longer set-user-id or set-group-id.")]
    ChOwnClears,
    [RuleInfo("J4", "chown", "chown changes owner and group; -1 leaves them.")]
    ChOwnChanges,
    [RuleInfo("J8", "directory-wanted", "chdir, chroot and jail to what is no directory are ENOTDIR.")]
    DirectoryWanted,
    [RuleInfo("J8", "directory-denied", "Entering a directory without execute access is EACCES.")]
    DirectoryDenied,
    [RuleInfo("G4", "directory-outside", "A directory outside the root, or that outside the prison's, is EPERM.")]
    DirectoryOutside,
    [RuleInfo("J7", "directory-process-unseen", "The open directory of a process that is not seen is ENOENT.")]
    DirectoryProcessUnseen,
    [RuleInfo("J8", "chdir", "chdir moves the current directory.")]
    ChDirMoves,
    [RuleInfo("J4", "chroot-denied", "chroot is the superuser's: EPERM.")]
    ChRootDenied,
    [RuleInfo("J8", "chroot-holds-directory",
        "With a directory open chroot and jail are EPERM where kern.chroot_allow_open_directories says so.")]
    ChRootHoldsDirectory,
    [RuleInfo("J8", "chroot", "The superuser, in a prison too, moves the root; the current directory stays.")]
    ChRootMoves,
    [RuleInfo("J8", "fchdir-socket", "fchdir to a socket is EINVAL.")]
    FChDirSocket,
    [RuleInfo("J8", "fchdir-not-directory", "fchdir to what is no directory is ENOTDIR.")]
    FChDirNotDirectory,
    [RuleInfo("J8", "fchdir-enters-mount", "fchdir to a covered directory enters what covers it.")]
    FChDirEntersMount,
    [RuleInfo("J8", "fchdir", "fchdir moves the current directory.")]
    FChDirMoves,

    // Mounts and quotas
    [RuleInfo("J4", "mount-denied", "mount is for the superuser outside every prison: EPERM.")]
    MountDenied,
    [RuleInfo("J4", "mount-not-directory", "Only a directory can be covered: ENOTDIR.")]
    MountNotDirectory,
    [RuleInfo("J7", "mount-in-procfs", "Nothing below the root of a procfs is covered: EBUSY.")]
    MountInProcfs,
    [RuleInfo("J4", "mount-no-type", "A kind of file system that does not exist is ENODEV.")]
    MountNoType,
    [RuleInfo("J8", "mount-moves", "Who is in a directory when it is covered is moved to what covers it.")]
    MountMoves,
    [RuleInfo("J4", "mount", "mount covers a directory with a new file system.")]
    MountCovers,
    [RuleInfo("J4", "unmount-denied", "unmount of what another user mounted is the superuser's: EPERM.")]
    UnmountDenied,
    [RuleInfo("J4", "unmount-in-prison", "unmount is not for prisoners, whoever mounted it: EPERM.")]
    UnmountInPrison,
    [RuleInfo("J4", "unmount-root", "unmount of the root file system is EINVAL.")]
    UnmountRoot,
    [RuleInfo("J4", "unmount-not-mounted", "unmount of what is no mount's root is EINVAL.")]
    UnmountNotMounted,
    [RuleInfo("J4", "unmount-busy", "A file system that something uses is EBUSY.")]
    UnmountBusy,
    [RuleInfo("J4", "unmount", "unmount takes a file system away with all that is on it.")]
    UnmountRemoves,
    [RuleInfo("J10", "quota-in-prison", "Quotas are not for prisoners: EPERM.")]
    QuotaInPrison,
    [RuleInfo("J10", "quota-command", "A command that does not exist is EINVAL.")]
    QuotaCommandUnknown,
    [RuleInfo("J10", "quota-limit", "A negative limit is EINVAL.")]
    QuotaLimitBad,
    [RuleInfo("J10", "quota-denied",
        "Another's limit, and any change, is the superuser's, before the command is looked at: EPERM.")]
    QuotaDenied,
    [RuleInfo("J10", "quota-unsupported", "A procfs has no quotas: EOPNOTSUPP.")]
    QuotaUnsupported,
    [RuleInfo("J10", "quota-read", "A limit reads as it was set, 0 for none.")]
    QuotaRead,
    [RuleInfo("J10", "quota-set", "A limit bounds a user's nodes on one file system.")]
    QuotaSet,
    [RuleInfo("J10", "quota-sync", "Q_SYNC is everybody's and does nothing here.")]
    QuotaSync,

    // sysctl
    [RuleInfo("P2", "unknown", "A variable that does not exist is ENOENT.")]
    SysctlUnknown,
    [RuleInfo("J4", "sysctl-inner", "A node that is no variable is EISDIR.")]
    SysctlInner,
    [RuleInfo("J4", "sysctl-length", "A number of one part or more than twelve, or a name of one part, is EINVAL.")]
    SysctlLength,
    [RuleInfo("J4", "sysctl-beyond-leaf", "A number that goes on after that of a variable is ENOTDIR.")]
    SysctlBeyondLeaf,
    [RuleInfo("J4", "sysctl-name-long", "A name of 1024 characters or more is ENAMETOOLONG.")]
    SysctlNameLong,
    [RuleInfo("J6", "sysctl-arguments", "What takes arguments is EINVAL with too few, too many or others.")]
    SysctlArguments,
    [RuleInfo("J4", "sysctl-read-only", "What describes the system cannot be written: EPERM.")]
    SysctlReadOnly,
    [RuleInfo("P2", "denied", "Writing is for the superuser outside every prison: EPERM.")]
    SysctlDenied,
    [RuleInfo("J4", "sysctl-wrong-type", "A number for a text, or a text for a number, is EINVAL.")]
    SysctlWrongType,
    [RuleInfo("P2", "reads", "Everyone reads a variable.")]
    SysctlReads,
    [RuleInfo("P2", "writes", "A write sets one variable and clamps all six.")]
    SysctlWrites,
    [RuleInfo("J4", "sysctl-keeps", "What jail.* is set to it keeps.")]
    SysctlKeeps,
    [RuleInfo("J5", "hostname-of-host", "Outside prisons kern.hostname is the host's.")]
    HostnameOfHost,
    [RuleInfo("J5", "hostname-of-prison", "Inside a prison kern.hostname is the prison's.")]
    HostnameOfPrison,
    [RuleInfo("J5", "hostname-denied", "Setting the hostname is the superuser's: EPERM.")]
    HostnameDenied,
    [RuleInfo("J5", "hostname-fixed", "Prisons keep their hostname where jail.set_hostname_allowed is 0: EPERM.")]
    HostnameFixed,
    [RuleInfo("J5", "hostname-long", "A hostname of more than 255 characters is EINVAL.")]
    HostnameLong,
    [RuleInfo("J5", "hostname-set-on-host", "Outside prisons the superuser sets the host's hostname.")]
    HostnameSetOnHost,
    [RuleInfo("J5", "hostname-set-in-prison", "A prison's superuser sets the prison's hostname.")]
    HostnameSetInPrison,
    [RuleInfo("J6", "lists-processes", "On the host all processes are listed.")]
    ListsProcesses,
    [RuleInfo("J6", "lists-processes-of-prison", "In a prison the prison's processes are listed.")]
    ListsProcessesOfPrison,
    [RuleInfo("J9", "lists-interfaces", "On the host all interfaces are listed with all addresses.")]
    ListsInterfaces,
    [RuleInfo("J9", "lists-interfaces-of-prison",
        "In a prison all interfaces are listed, without addresses but the prison's.")]
    ListsInterfacesOfPrison,
    [RuleInfo("J9", "lists-pcbs", "On the host all PCBs are listed, the newest first.")]
    ListsPcbs,
    [RuleInfo("J9", "lists-pcbs-of-prison",
        "In a prison the PCBs of sockets made there are listed that are at its address.")]
    ListsPcbsOfPrison,

    // Sockets, options, names
    [RuleInfo("S1", "socket-descriptor", "socket is EMFILE where no descriptor is free.")]
    SocketNoDescriptor,
    [RuleInfo("S1", "socket-protocol", "A domain, type and protocol that do not fit are EPROTONOSUPPORT.")]
    SocketNoProtocol,
    [RuleInfo("S1", "socket-full", "socket is ENOBUFS where kern.ipc.maxsockets are in use.")]
    SocketZoneFull,
    [RuleInfo("S1", "socket-made", "A new socket gets the lowest free descriptor.")]
    SocketMade,
    [RuleInfo("J9", "socket-family", "With jail.socket_unixiproute_only prisons have no others: EPROTONOSUPPORT.")]
    SocketFamilyInPrison,
    [RuleInfo("J4", "socket-raw-denied", "Raw IPv4 sockets are for the superuser outside every prison: EPERM.")]
    SocketRawDenied,
    [RuleInfo("J9", "socket-idle-made", "Local, routing, raw and IPX sockets can be made.")]
    SocketIdleMade,
    [RuleInfo("J9", "socket-idle", "Local, routing, raw and IPX sockets carry nothing yet: EOPNOTSUPP.")]
    SocketIdle,
    [RuleInfo("S7", "option-flag", "An option that is on or off is on for any value but 0.")]
    OptionFlag,
    [RuleInfo("S7", "option-read", "An option that is on reads as its own bit, one that is off as 0.")]
    OptionRead,
    [RuleInfo("S7", "option-size-small", "A buffer or low-water mark of less than 1 is EINVAL.")]
    OptionSizeSmall,
    [RuleInfo("S7", "option-size-large", "A buffer of more than 233016 octets is ENOBUFS.")]
    OptionSizeLarge,
    [RuleInfo("S7", "option-size", "Buffers and low-water marks are set, the marks at most to their buffers.")]
    OptionSize,
    [RuleInfo("S7", "option-size-read", "Buffers and low-water marks read as they are.")]
    OptionSizeRead,
    [RuleInfo("S7", "option-structure", "An integer is too short for SO_LINGER and the timeouts: EINVAL.")]
    OptionStructure,
    [RuleInfo("S7", "option-structure-read", "SO_LINGER and the timeouts read as 0: nobody can set them.")]
    OptionStructureRead,
    [RuleInfo("S7", "option-read-only", "SO_TYPE and SO_ERROR cannot be set: ENOPROTOOPT.")]
    OptionReadOnly,
    [RuleInfo("S7", "option-type", "SO_TYPE reads as the socket's type.")]
    OptionType,
    [RuleInfo("S7", "option-error", "SO_ERROR reads as the error that is pending, which is then forgotten.")]
    OptionError,
    [RuleInfo("S7", "option-no-error", "SO_ERROR reads as 0 where no error is pending.")]
    OptionNoError,
    [RuleInfo("S7", "option-unknown", "An option that does not exist is ENOPROTOOPT.")]
    OptionUnknown,
    [RuleInfo("P1", "option-gone", "IP_PORTRANGE of a socket without PCB is ECONNRESET.")]
    OptionGone,
    [RuleInfo("P1", "option-bad", "IP_PORTRANGE takes 0, 1 and 2; others are EINVAL.")]
    PortRangeBad,
    [RuleInfo("P1", "option-set", "IP_PORTRANGE sets the range for the next implied port.")]
    PortRangeSet,
    [RuleInfo("P1", "option-read", "IP_PORTRANGE reads as it was set.")]
    PortRangeRead,
    [RuleInfo("S8", "name-gone", "getsockname of a socket without PCB is EINVAL.")]
    NameGone,
    [RuleInfo("S8", "name-local", "getsockname gives the local end.")]
    NameLocal,
    [RuleInfo("S8", "name-peer", "getpeername gives the foreign end.")]
    NamePeer,
    [RuleInfo("S8", "name-unconnected", "getpeername is ENOTCONN without a foreign end.")]
    NameNotConnected,

    // bind
    [RuleInfo("P5", "address-long",
        "An address of more than 255 octets is ENAMETOOLONG, and so is one of a negative length.")]
    AddressTooLong,
    [RuleInfo("P5", "gone", "bind of a socket without PCB is EINVAL.")]
    BindGone,
    [RuleInfo("P5", "tcp-multicast", "TCP with a multicast address is EAFNOSUPPORT.")]
    TcpNoMulticast,
    [RuleInfo("P5", "no-addresses", "Without any interface address it is EADDRNOTAVAIL.")]
    NoAddresses,
    [RuleInfo("P5", "twice", "bind of a bound socket is EINVAL.")]
    BindTwice,
    [RuleInfo("P5", "length", "An address that is not 16 octets long is EINVAL.")]
    BindLength,
    [RuleInfo("P5", "foreign", "An address of no interface is EADDRNOTAVAIL.")]
    BindForeign,
    [RuleInfo("P5", "family", "An interface's address is not found by a family other than AF_INET: EADDRNOTAVAIL.")]
    BindFamily,
    [RuleInfo("P5", "reserved", "A port under 1024 is the superuser's: EACCES.")]
    BindReserved,
    [RuleInfo("G3", "reserved-allowed", "The superuser, in a prison too, binds a port under 1024.")]
    BindReservedAllowed,
    [RuleInfo("P5", "other-user",
        "Another user's address and port are EADDRINUSE, but both wildcards and SO_REUSEPORT.")]
    BindOtherUser,
    [RuleInfo("P5", "in-use", "A used address and port are EADDRINUSE where not both sockets share them.")]
    BindInUse,
    [RuleInfo("P5", "shared", "Sockets that ask for it share an address and port.")]
    BindShared,
    [RuleInfo("P5", "free", "An address and port that nobody uses can be bound.")]
    BindFree,
    [RuleInfo("H2", "prison-exact", "In a prison wildcards do not count as use.")]
    BindPrisonExact,
    [RuleInfo("P5", "explicit", "bind to a port of 1024 or more succeeds.")]
    BindExplicit,
    [RuleInfo("P1", "bind-implied", "bind to port 0 chooses a port.")]
    BindImplied,

    // Implied ports
    [RuleInfo("P1", "low-denied", "The low range is the superuser's: EPERM.")]
    LowRangeDenied,
    [RuleInfo("P4", "exhausted", "With every port of the range taken it is EAGAIN, and the socket as before.")]
    PortsExhausted,
    [RuleInfo("H3", "no-memory", "Without memory for a port head it is EAGAIN, and the socket as before.")]
    PortMemoryShort,
    [RuleInfo("P3", "default-up", "The default range, counting up, goes on after the port given last.")]
    PortDefaultUp,
    [RuleInfo("P3", "default-down", "The default range, counting down, goes on after the port given last.")]
    PortDefaultDown,
    [RuleInfo("P3", "high-up", "The high range, counting up, goes on after the port given last.")]
    PortHighUp,
    [RuleInfo("P3", "high-down", "The high range, counting down, goes on after the port given last.")]
    PortHighDown,
    [RuleInfo("P3", "low-up", "The low range, counting up, goes on after the port given last.")]
    PortLowUp,
    [RuleInfo("P3", "low-down", "The low range, counting down, goes on after the port given last.")]
    PortLowDown,

    // connect
    [RuleInfo("S7", "connect-listening", "connect of a listening socket is EOPNOTSUPP.")]
    ConnectListening,
    [RuleInfo("S7", "remote-length", "A remote address that is not 16 octets long is EINVAL.")]
    RemoteLength,
    [RuleInfo("S7", "remote-family", "A remote address of another family is EAFNOSUPPORT.")]
    RemoteFamily,
    [RuleInfo("S7", "remote-port", "Remote port 0 is EADDRNOTAVAIL.")]
    RemotePortZero,
    [RuleInfo("H1", "connection-taken", "Ends that another socket is connected between are EADDRINUSE.")]
    ConnectionTaken,
    [RuleInfo("S11", "broadcast", "Sending to a broadcast address without SO_BROADCAST is EACCES, and for TCP always.")]
    BroadcastDenied,
    [RuleInfo("S11", "no-route", "An outside address is EHOSTUNREACH where no interface leads outside.")]
    NoRoute,
    [RuleInfo("S11", "connects", "connect associates a datagram socket with a remote end.")]
    UdpConnects,
    [RuleInfo("S11", "disconnects", "connect again dissolves the association; the port stays, the address does not.")]
    UdpDisconnects,
    [RuleInfo("G1", "disconnects-in-prison", "Dissolving an association in a prison leaves the prison's address.")]
    UdpDisconnectsInPrison,
    [RuleInfo("S11", "error-connect", "connect reports the error of an earlier datagram.")]
    PendingErrorOnConnect,

    // TCP
    [RuleInfo("S10", "once", "A connected stream socket cannot connect again: EISCONN.")]
    TcpConnectsOnce,
    [RuleInfo("S10", "gone", "A stream socket without PCB can only be closed: EINVAL.")]
    TcpGone,
    [RuleInfo("S10", "outside", "An outside host answers every connection.")]
    TcpConnectsOutside,
    [RuleInfo("S10", "itself", "A socket that connects to its own end is connected to itself.")]
    TcpConnectsToItself,
    [RuleInfo("S10", "refused", "Where nobody is bound a connection is ECONNREFUSED.")]
    TcpRefused,
    [RuleInfo("S10", "closed", "A socket that is bound there and does not listen does not answer: ETIMEDOUT.")]
    TcpClosed,
    [RuleInfo("S10", "queued", "A connection waits in the queue of the socket that listens there.")]
    TcpQueued,
    [RuleInfo("S10", "no-room", "A full queue, or no memory, does not answer: ETIMEDOUT.")]
    TcpNoRoom,
    [RuleInfo("S10", "listen-datagram", "listen of a datagram socket is EOPNOTSUPP.")]
    ListenDatagram,
    [RuleInfo("S10", "listen-connected", "listen of a connected socket is EINVAL.")]
    ListenConnected,
    [RuleInfo("S10", "listen", "listen sets the length of the queue.")]
    ListenStarts,
    [RuleInfo("S10", "listen-capped", "A negative or too long queue is as long as the longest.")]
    ListenCapped,
    [RuleInfo("S10", "accept-not-listening", "accept of a socket that does not listen is EINVAL.")]
    AcceptNotListening,
    [RuleInfo("S10", "accept-nothing", "accept with an empty queue is EAGAIN.")]
    AcceptNothing,
    [RuleInfo("S10", "accept-descriptor", "accept is EMFILE where no descriptor is free; the connection waits on.")]
    AcceptNoDescriptor,
    [RuleInfo("S10", "accept", "accept takes the connection that waited longest.")]
    AcceptOldest,
    [RuleInfo("S10", "accept-left", "So it does with one whose other end was closed meanwhile.")]
    AcceptLeft,

    // Datagrams
    [RuleInfo("S10", "stream-data", "Stream sockets carry no data yet: EOPNOTSUPP.")]
    StreamData,
    [RuleInfo("S10", "send-gone", "Sending on a connection that is over, or came to nothing, is EPIPE.")]
    SendGone,
    [RuleInfo("S10", "send-not-connected",
        "Sending without an address on a stream socket without connection is ENOTCONN.")]
    SendNotConnected,
    [RuleInfo("S11", "send-too-long", "A datagram of more octets than SO_SNDBUF is EMSGSIZE.")]
    SendTooLong,
    [RuleInfo("S11", "send-nowhere", "Sending without destination and association is EDESTADDRREQ.")]
    SendNoDestination,
    [RuleInfo("S11", "send-connected-to", "Sending to an address from an associated socket is EISCONN.")]
    SendConnectedTo,
    [RuleInfo("S11", "send-connected", "An associated socket sends to its foreign end.")]
    SendConnected,
    [RuleInfo("S11", "send-unconnected", "sendto associates for one datagram; the port stays, the address goes back.")]
    SendUnconnected,
    [RuleInfo("G1", "send-in-prison", "After sendto in a prison the address stays the prison's.")]
    SendUnconnectedInPrison,
    [RuleInfo("S11", "send-wire", "A datagram for another host leaves by the wire.")]
    SendToWire,
    [RuleInfo("S11", "send-to-all", "With SO_BROADCAST a datagram for all of a network leaves by the wire.")]
    SendToAll,
    [RuleInfo("S11", "send-unreachable", "Sockets associated with an end where nobody is learn ECONNREFUSED.")]
    SendUnreachable,
    [RuleInfo("S11", "error-send", "Sending reports the error of an earlier datagram.")]
    PendingErrorOnSend,
    [RuleInfo("S11", "error-receive", "Receiving reports the error of an earlier datagram.")]
    PendingErrorOnReceive,
    [RuleInfo("S11", "receive-nothing", "recvfrom with nothing waiting is EAGAIN.")]
    ReceiveNothing,
    [RuleInfo("S11", "receive", "recvfrom takes the datagram that waited longest, with its sender.")]
    ReceiveOldest,

    // Delivery
    [RuleInfo("H1", "exact", "A socket connected between exactly the packet's ends comes first.")]
    DeliverExact,
    [RuleInfo("H1", "specific", "Next comes one bound to the destination: of several the last to change its ends.")]
    DeliverSpecific,
    [RuleInfo("H1", "wildcard", "Last comes one bound on every address: of several the first to change its ends.")]
    DeliverWildcard,
    [RuleInfo("H1", "nobody", "A packet that no socket fits reaches nobody.")]
    DeliverNobody,
    [RuleInfo("S11", "queued", "A datagram waits at the socket that it fits.")]
    DeliverQueued,
    [RuleInfo("S11", "dropped", "A datagram that a receive buffer has no room for is dropped.")]
    DeliverNoRoom,
    [RuleInfo("S11", "wire-source", "A packet from outside with an impossible source is dropped.")]
    WireSource,
    [RuleInfo("S11", "wire-to-many", "A packet from outside to a group or broadcast address is dropped.")]
    WireToMany,
    [RuleInfo("S11", "wire-elsewhere", "A packet to an address of another host is EHOSTUNREACH.")]
    WireElsewhere,
    [RuleInfo("S11", "wire-unreachable", "A datagram to a port that nobody has is ECONNREFUSED.")]
    WireUnreachable,
    [RuleInfo("S10", "wire-duplicate", "A connection that exists already does not answer: ETIMEDOUT.")]
    WireDuplicate,
}
