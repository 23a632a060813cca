namespace Verify.Model;

/// <summary>The rules of the specification. Each names its requirement and says itself in one sentence.</summary>
#pragma warning disable CS1591 // Each member's RuleInfo is its documentation.
public enum Rule
{
    // Processes and descriptors
    [RuleInfo("G7", "no-process",
        "A call by a process that does not exist is ESRCH and does nothing.", "kern/kern_proc.c:pfind")]
    NoSuchProcess,
    [RuleInfo("G7", "fork-full",
        "fork is EAGAIN where kern.maxproc processes exist; the last is the superuser's.", "kern/kern_fork.c:fork1")]
    ForkFull,
    [RuleInfo("J1", "fork-inherits",
        "A child has what its parent has, its prison too, and a pid that no process, group or session has.",
        "kern/kern_fork.c:fork1")]
    ForkInherits,
    [RuleInfo("G7", "exit-closes", "exit closes every descriptor and removes the process.", "kern/kern_exit.c:exit1")]
    ExitCloses,
    [RuleInfo("G7", "exit-orphans", "The children of a process that ends are process 1's.", "kern/kern_exit.c:exit1")]
    ExitLeavesOrphans,
    [RuleInfo("G7", "exit-kills-traced", "Whom a process traces ends with it.", "kern/kern_exit.c:exit1")]
    ExitKillsTraced,
    [RuleInfo("G4", "exit-frees-traced", "What a process traces outside the prison that it entered goes on.", "D29")]
    ExitFreesTraced,
    [RuleInfo("G7", "exit-of-first", "The exit of process 1 is a panic.", "kern/kern_exit.c:exit1")]
    ExitOfFirst,
    [RuleInfo("G7", "machine-down", "After a panic no call is carried out.", "kern/kern_shutdown.c:panic")]
    MachineDown,
    [RuleInfo("G7", "bad-descriptor", "A descriptor that is not open is EBADF.", "kern/uipc_syscalls.c:getsock")]
    DescriptorNotOpen,
    [RuleInfo("G7", "no-socket", "A descriptor that is not a socket is ENOTSOCK.", "kern/uipc_syscalls.c:getsock")]
    DescriptorNoSocket,
    [RuleInfo("G7", "close-descriptor",
        "close frees a descriptor; what is open elsewhere stays.", "kern/kern_descrip.c:close")]
    CloseDescriptor,
    [RuleInfo("G7", "close-socket",
        "The last close frees the socket, its port and what waits at it.", "kern/uipc_socket.c:soclose")]
    CloseSocket,

    // Privileges
    [RuleInfo("J4", "privilege",
        "The superuser outside every prison has every privilege.", "kern/kern_prot.c:suser_xxx")]
    PrivilegeOnHost,
    [RuleInfo("J4", "privilege-in-prison",
        "A prison's superuser has the privileges that prisons allow.", "kern/kern_prot.c:suser_xxx")]
    PrivilegeInPrison,
    [RuleInfo("J4", "privilege-not-in-prison",
        "A prison's superuser lacks the privileges that prisons deny.", "kern/kern_prot.c:suser_xxx")]
    PrivilegeNotInPrison,
    [RuleInfo("J4", "privilege-not-users", "Other users have no privilege.", "kern/kern_prot.c:suser_xxx")]
    PrivilegeNotUsers,
    [RuleInfo("J4", "administer-unknown", "A change of the machine that does not exist is EINVAL.", "Administration")]
    AdministerUnknown,
    [RuleInfo("J4", "administer-denied",
        "Who lacks the privilege that a change needs is told so by the error of FreeBSD's call, mostly EPERM.",
        "kern/kern_prot.c:suser_xxx")]
    AdministerDenied,
    [RuleInfo("J4", "administer-allowed",
        "Who has the privilege that a change needs may make it.", "kern/kern_prot.c:suser_xxx")]
    AdministerAllowed,

    // Identity and limits
    [RuleInfo("J4", "setuid-denied",
        "setuid to an id that is neither the real nor the effective one is EPERM for all but the superuser.",
        "kern/kern_prot.c:setuid")]
    SetUidDenied,
    [RuleInfo("J4", "setuid-allowed",
        "setuid sets all three user ids; the superuser, in a prison too, takes any.", "kern/kern_prot.c:setuid")]
    SetUidAllowed,
    [RuleInfo("J4", "seteuid-denied",
        "seteuid to an id that is neither the real nor the saved one is EPERM for all but the superuser.",
        "kern/kern_prot.c:seteuid")]
    SetEUidDenied,
    [RuleInfo("J4", "seteuid-allowed", "seteuid sets the effective user id.", "kern/kern_prot.c:seteuid")]
    SetEUidAllowed,
    [RuleInfo("J4", "setreuid-denied",
        "setreuid to ids that are not among the own is EPERM for all but the superuser.", "kern/kern_prot.c:setreuid")]
    SetReUidDenied,
    [RuleInfo("J4", "setreuid-allowed",
        "setreuid sets real and effective user id, and the saved one to the latter.", "kern/kern_prot.c:setreuid")]
    SetReUidAllowed,
    [RuleInfo("J4", "saved-id-stays",
        "Without a new real id the saved one stays where the effective one is the real one.",
        "kern/kern_prot.c:setreuid")]
    SavedIdStays,
    [RuleInfo("J4", "setgid-denied",
        "setgid to an id that is neither the real nor the effective one is EPERM for all but the superuser.",
        "kern/kern_prot.c:setgid")]
    SetGidDenied,
    [RuleInfo("J4", "setgid-allowed",
        "setgid sets all three group ids; the superuser, in a prison too, takes any.", "kern/kern_prot.c:setgid")]
    SetGidAllowed,
    [RuleInfo("J4", "setegid-denied",
        "setegid to an id that is neither the real nor the saved one is EPERM for all but the superuser.",
        "kern/kern_prot.c:setegid")]
    SetEGidDenied,
    [RuleInfo("J4", "setegid-allowed", "setegid sets the effective group id.", "kern/kern_prot.c:setegid")]
    SetEGidAllowed,
    [RuleInfo("J4", "setregid-denied",
        "setregid to ids that are not among the own is EPERM for all but the superuser.", "kern/kern_prot.c:setregid")]
    SetReGidDenied,
    [RuleInfo("J4", "setregid-allowed",
        "setregid sets real and effective group id, and the saved one to the latter.", "kern/kern_prot.c:setregid")]
    SetReGidAllowed,
    [RuleInfo("J4", "setgroups-denied",
        "setgroups is the superuser's, also with the own group: EPERM.", "kern/kern_prot.c:setgroups")]
    SetGroupsDenied,
    [RuleInfo("J4", "setgroups-many", "setgroups with more than 16 groups is EINVAL.", "kern/kern_prot.c:setgroups")]
    SetGroupsMany,
    [RuleInfo("J4", "setgroups-allowed",
        "The superuser, in a prison too, sets the groups, of which the first is the effective one.",
        "kern/kern_prot.c:setgroups")]
    SetGroupsAllowed,
    [RuleInfo("J4", "setgroups-none",
        "setgroups without any leaves the effective group alone.", "kern/kern_prot.c:setgroups")]
    SetGroupsNone,
    [RuleInfo("J4", "id-read", "getuid, geteuid, getgid and getegid tell an id.", "kern/kern_prot.c:getuid")]
    IdRead,
    [RuleInfo("J4", "groups-read",
        "getgroups tells the groups, the effective one first.", "kern/kern_prot.c:getgroups")]
    GroupsRead,
    [RuleInfo("J4", "changed-ids-read",
        "issetugid tells whether an id has changed, in a parent too.", "kern/kern_prot.c:issetugid")]
    ChangedIdsRead,
    [RuleInfo("J4", "setlogin-denied", "setlogin is the superuser's: EPERM.", "kern/kern_prot.c:setlogin")]
    SetLoginDenied,
    [RuleInfo("J4", "setlogin-null", "A login name that is nowhere is EFAULT.", "kern/kern_prot.c:setlogin")]
    SetLoginNull,
    [RuleInfo("J4", "setlogin-long", "A login name of more than 16 characters is EINVAL.", "kern/kern_prot.c:setlogin")]
    SetLoginLong,
    [RuleInfo("J4", "setlogin-allowed",
        "The superuser, in a prison too, sets the login name of its session, as far as that is in its prison.", "D18")]
    SetLoginAllowed,
    [RuleInfo("J4", "login-read", "getlogin tells the login name.", "kern/kern_prot.c:getlogin")]
    LoginRead,
    [RuleInfo("J4", "limit-denied",
        "Going over the hard limit is the superuser's: EPERM.", "kern/kern_resource.c:dosetrlimit")]
    LimitDenied,
    [RuleInfo("J4", "limit-capped",
        "No limit of descriptors is over kern.maxfilesperproc.", "kern/kern_resource.c:dosetrlimit")]
    LimitCapped,
    [RuleInfo("J4", "limit-set",
        "setrlimit sets both limits, the soft one at most to the hard one.", "kern/kern_resource.c:dosetrlimit")]
    LimitSet,
    [RuleInfo("J4", "limit-read", "getrlimit tells the soft limit.", "kern/kern_resource.c:getrlimit")]
    LimitRead,
    [RuleInfo("J4", "umask", "umask sets the mask and tells the one before.", "kern/vfs_syscalls.c:umask")]
    UmaskSet,

    // Other processes
    [RuleInfo("J6", "nobody", "A process that does not exist is ESRCH.", "kern/kern_proc.c:pfind")]
    TargetNobody,
    [RuleInfo("J6", "invisible", "To a prisoner the processes of the host and of other prisons are ESRCH.", "D15")]
    TargetInvisible,
    [RuleInfo("J6", "signal-bad",
        "A signal that is not 0 to 128 is EINVAL, whatever the target.", "kern/kern_sig.c:kill")]
    SignalBad,
    [RuleInfo("J6", "signal-denied",
        "Signalling a process with which one shares no real or effective user id is the superuser's: EPERM.",
        "kern/kern_sig.c:CANSIGNAL")]
    SignalDenied,
    [RuleInfo("J6", "signal-ends", "A signal ends its process as exit does.", "kern/kern_sig.c:sigexit")]
    SignalEnds,
    [RuleInfo("J6", "signal-harmless",
        "No process ends of signal 0, or of one that stops, continues or informs.", "kern/kern_sig.c:psignal")]
    SignalHarmless,
    [RuleInfo("J6", "signal-held", "A signal to a traced process waits for its tracer.", "kern/kern_sig.c:issignal")]
    SignalHeld,
    [RuleInfo("J6", "signal-to-first", "No signal ends process 1.", "kern/kern_sig.c:issignal")]
    SignalToFirst,
    [RuleInfo("J6", "signal-continues",
        "A process of the own session may be continued, whosever it is.", "kern/kern_sig.c:CANSIGNAL")]
    SignalContinues,
    [RuleInfo("J6", "signal-all",
        "Target -1 is every process that one may signal, but the caller and process 1.", "kern/kern_sig.c:killpg1")]
    SignalAll,
    [RuleInfo("J6", "signal-group",
        "Target 0 is the own group, a target under -1 another: all that one may signal but process 1.",
        "kern/kern_sig.c:killpg1")]
    SignalGroup,
    [RuleInfo("J6", "signal-nobody",
        "A group, or everybody else, of whom one may signal nobody is ESRCH.", "kern/kern_sig.c:killpg1")]
    SignalNobody,
    [RuleInfo("J6", "ptrace-self", "A process that traces itself is EINVAL.", "kern/sys_process.c:ptrace")]
    PTraceSelf,
    [RuleInfo("J6", "ptrace-twice", "A process that is traced is EBUSY.", "kern/sys_process.c:ptrace")]
    PTraceTwice,
    [RuleInfo("J6", "ptrace-denied",
        "Another real user's process, or one whose ids have changed, only the host's superuser traces: EPERM.",
        "kern/sys_process.c:ptrace")]
    PTraceDenied,
    [RuleInfo("J6", "ptrace-allowed", "The tracer becomes the parent.", "kern/sys_process.c:ptrace")]
    PTraceAllowed,
    [RuleInfo("J6", "ktrace-denied",
        "ktrace of a process that has or had other ids is the superuser's: EPERM.", "kern/kern_ktrace.c:ktrcanset")]
    KTraceDenied,
    [RuleInfo("J6", "ktrace-allowed",
        "One may ktrace the own processes; the superuser all that are visible.", "kern/kern_ktrace.c:ktrcanset")]
    KTraceAllowed,
    [RuleInfo("J6", "ktrace-no-group", "A group of whom one sees nobody is ESRCH.", "kern/kern_ktrace.c:ktrace")]
    KTraceNoGroup,
    [RuleInfo("J6", "ktrace-group",
        "ktrace of a group succeeds where one of it may be traced.", "kern/kern_ktrace.c:ktrace")]
    KTraceGroup,
    [RuleInfo("J6", "priority-read",
        "getpriority tells the lowest nice value of those that are meant and visible, plus 20.",
        "kern/kern_resource.c:getpriority")]
    PriorityRead,
    [RuleInfo("J6", "priority-of-nothing",
        "The priority of what is no process, group or user is EINVAL.", "kern/kern_resource.c:getpriority")]
    PriorityOfNothing,
    [RuleInfo("J6", "priority-denied",
        "Only the superuser sets the nice value of a process whose effective user is none of the caller's: EPERM.",
        "kern/kern_resource.c:donice")]
    PriorityDenied,
    [RuleInfo("J4", "priority-raise-denied",
        "A lower nice value is the superuser's to set: EACCES.", "kern/kern_resource.c:donice")]
    PriorityRaiseDenied,
    [RuleInfo("J6", "priority-set",
        "setpriority sets the nice value, brought into -20 to 20.", "kern/kern_resource.c:donice")]
    PrioritySet,
    [RuleInfo("J6", "priority-of-several",
        "setpriority of several changes each that it may, and ends as it does for the one with the lowest id.",
        "kern/kern_resource.c:setpriority")]
    PriorityOfSeveral,
    [RuleInfo("J6", "group-negative", "A negative process group is EINVAL.", "kern/kern_prot.c:setpgid")]
    GroupNegative,
    [RuleInfo("J6", "group-of-stranger",
        "setpgid of a process that does not come of the caller is ESRCH.", "kern/kern_prot.c:setpgid")]
    GroupOfStranger,
    [RuleInfo("J6", "group-of-other-session",
        "setpgid of a process of another session is EPERM.", "kern/kern_prot.c:setpgid")]
    GroupOfOtherSession,
    [RuleInfo("J6", "group-of-leader",
        "A session's leader keeps its process group: EPERM.", "kern/kern_prot.c:setpgid")]
    GroupOfLeader,
    [RuleInfo("J6", "group-elsewhere",
        "setpgid to a group that is not of the caller's session and visible, nor the process's own, is EPERM.",
        "kern/kern_prot.c:setpgid")]
    GroupElsewhere,
    [RuleInfo("J6", "group-set", "setpgid puts a process into a group.", "kern/kern_proc.c:enterpgrp")]
    GroupSet,
    [RuleInfo("J6", "group-read", "getpgrp and getpgid tell a process's group.", "kern/kern_prot.c:getpgid")]
    GroupRead,
    [RuleInfo("J6", "session-of-group-leader",
        "setsid is EPERM where a group has the caller's id.", "kern/kern_prot.c:setsid")]
    SessionOfGroupLeader,
    [RuleInfo("J6", "session-made",
        "setsid makes a session and a group with the caller's id.", "kern/kern_prot.c:setsid")]
    SessionMade,
    [RuleInfo("J6", "session-of-other", "getsid of another process is ESRCH.", "kern/kern_prot.c:getsid")]
    SessionOfOther,
    [RuleInfo("J6", "session-read", "getsid tells the caller's session.", "kern/kern_prot.c:getsid")]
    SessionRead,
    [RuleInfo("J6", "owner-no-socket",
        "F_SETOWN and F_GETOWN of what is no socket are ENOTTY.", "kern/kern_descrip.c:fcntl")]
    OwnerNoSocket,
    [RuleInfo("J6", "owner-of-other-session",
        "F_SETOWN to a process or group of another session is EPERM.", "kern/kern_descrip.c:fsetown")]
    OwnerOfOtherSession,
    [RuleInfo("J6", "owner-nobody", "F_SETOWN to 0 takes the owner away.", "kern/kern_descrip.c:fsetown")]
    OwnerNobody,
    [RuleInfo("J6", "owner-set",
        "F_SETOWN says which process or group a socket's signals go to.", "kern/kern_descrip.c:fsetown")]
    OwnerSet,
    [RuleInfo("J6", "owner-read", "F_GETOWN tells whom they go to, 0 for nobody.", "kern/kern_descrip.c:fgetown")]
    OwnerRead,
    [RuleInfo("J6", "owner-ends",
        "Nothing is left to a process that ends, or a group without processes.", "kern/kern_descrip.c:funsetownlst")]
    OwnerEnds,
    [RuleInfo("G1", "pass-prison", "A socket with addresses does not go into or out of a prison: EPERM.", "D13")]
    PassPrison,
    [RuleInfo("J8", "pass-no-descriptor",
        "Passing is EMFILE where the receiver has no descriptor free.", "kern/uipc_usrreq.c:unp_externalize")]
    PassNoDescriptor,
    [RuleInfo("J8", "pass-gives",
        "The receiver has the same open file, at its lowest free descriptor.", "kern/uipc_usrreq.c:unp_externalize")]
    PassGives,

    // Jail
    [RuleInfo("J1", "superuser", "jail is the superuser's: EPERM.", "kern/kern_jail.c:jail")]
    JailSuperuser,
    [RuleInfo("J1", "once", "A jailed process cannot jail again: EPERM.", "kern/kern_jail.c:jail")]
    JailOnce,
    [RuleInfo("J1", "version", "A version other than 0 is EINVAL.", "kern/kern_jail.c:jail")]
    JailVersion,
    [RuleInfo("J1", "no-memory", "jail is ENOMEM where there are debug.maxprisons prisons.", "Memory for prisons")]
    JailNoMemory,
    [RuleInfo("J1", "hostname-null", "A hostname that is nowhere is EFAULT.", "kern/kern_jail.c:jail")]
    JailHostnameNull,
    [RuleInfo("J1", "hostname", "A hostname of more than 255 characters is ENAMETOOLONG.", "kern/kern_jail.c:jail")]
    JailHostname,
    [RuleInfo("G1", "jail-holds-socket",
        "jail is EBUSY while a socket is open that is not local or for routing.", "D1")]
    JailHoldsSocket,
    [RuleInfo("J1", "enters", "The process is in a prison of its own, and beneath its root.", "kern/kern_jail.c:jail")]
    JailEnters,
    [RuleInfo("J2", "loopback",
        "A remote 127.0.0.1 or 0.0.0.0 means the prison's own address.", "kern/kern_jail.c:prison_remote_ip")]
    PrisonLoopback,
    [RuleInfo("J2", "not-prisons", "A local address that is not the prison's is EINVAL.", "kern/kern_jail.c:prison_ip")]
    BindNotPrisons,
    [RuleInfo("J3", "absent", "A prison's address that no interface has is EADDRNOTAVAIL.", "D5")]
    PrisonAddressAbsent,
    [RuleInfo("J2", "implied-address",
        "An implied bind in a prison takes the prison's address.", "netinet/in_pcb.c:in_pcbbind")]
    ImpliedPrisonAddress,

    // Paths
    [RuleInfo("J8", "path-null", "A path that is nowhere is EFAULT.", "kern/vfs_lookup.c:namei")]
    PathNull,
    [RuleInfo("J8", "path-long", "A path of more than 1023 characters is ENAMETOOLONG.", "kern/vfs_lookup.c:namei")]
    PathLong,
    [RuleInfo("J8", "path-empty", "An empty path is ENOENT.", "kern/vfs_lookup.c:namei")]
    PathEmpty,
    [RuleInfo("G4", "path-outside",
        "Outside the root, or where that is outside the prison's, every path is ENOENT.", "D10")]
    PathOutside,
    [RuleInfo("J7", "path-process-gone",
        "In the directory of a process that is gone every path is ENOTDIR.",
        "miscfs/procfs/procfs_vnops.c:procfs_lookup")]
    PathProcessGone,
    [RuleInfo("J7", "path-process-unseen",
        "In the directory of a process that is not seen every path is ENOENT.", "D15")]
    PathProcessUnseen,
    [RuleInfo("J8", "path-not-directory", "A part after what is no directory is ENOTDIR.", "kern/vfs_lookup.c:lookup")]
    PathNotDirectory,
    [RuleInfo("J8", "path-denied",
        "Without execute access to the directory a part is EACCES.", "ufs/ufs/ufs_lookup.c:ufs_lookup")]
    PathDenied,
    [RuleInfo("J8", "path-name-long",
        "A part of more than 255 characters is ENAMETOOLONG.", "kern/vfs_lookup.c:lookup")]
    PathNameLong,
    [RuleInfo("J8", "path-absent", "A part that is not there is ENOENT.", "ufs/ufs/ufs_lookup.c:ufs_lookup")]
    PathAbsent,
    [RuleInfo("J8", "path-stays-at-root",
        "From the process's root, and the root of all, .. leads nowhere else, without asking for access.",
        "kern/vfs_lookup.c:lookup")]
    PathStaysAtRoot,
    [RuleInfo("J8", "path-leaves-mount",
        "From a mount's root .. leads above the directory that it covers.", "kern/vfs_lookup.c:lookup")]
    PathLeavesMount,
    [RuleInfo("J8", "path-enters-mount",
        "A covered directory is the root of what covers it.", "kern/vfs_lookup.c:lookup")]
    PathEntersMount,
    [RuleInfo("J8", "path-link", "A link leads on from the directory that has it.", "kern/vfs_lookup.c:namei")]
    PathLink,
    [RuleInfo("J8", "path-link-from-root",
        "An absolute link leads on from the process's root.", "kern/vfs_lookup.c:namei")]
    PathLinkFromRoot,
    [RuleInfo("J8", "path-loop", "More than 32 links on one way are ELOOP.", "kern/vfs_lookup.c:namei")]
    PathLoop,
    [RuleInfo("J8", "path-link-empty",
        "A link without target at the end is the directory that it is in.", "kern/vfs_lookup.c:namei")]
    PathLinkEmpty,
    [RuleInfo("J8", "path-link-empty-inside",
        "What follows a link without target starts at the root.", "kern/vfs_lookup.c:namei")]
    PathLinkEmptyInside,
    [RuleInfo("J8", "path-link-long",
        "A target that leaves a path of more than 1022 characters is ENAMETOOLONG.", "kern/vfs_lookup.c:namei")]
    PathLinkLong,
    [RuleInfo("J8", "path-slash",
        "Before slashes at the end there must be a directory: ENOTDIR.", "kern/vfs_lookup.c:lookup")]
    PathSlash,

    // Access to files, room for more
    [RuleInfo("J4", "access-owner",
        "For its owner a node's owner bits count, and no others.", "ufs/ufs/ufs_vnops.c:ufs_access")]
    AccessAsOwner,
    [RuleInfo("J4", "access-group",
        "For its group, any of the caller's groups and without the owner, a node's group bits count.",
        "ufs/ufs/ufs_vnops.c:ufs_access")]
    AccessAsGroup,
    [RuleInfo("J4", "access-other", "For all others a node's last bits count.", "ufs/ufs/ufs_vnops.c:ufs_access")]
    AccessAsOther,
    [RuleInfo("J7", "read-only",
        "Nothing of a procfs is made, removed or renamed, whatever is missing or denied besides: EROFS.",
        "miscfs/procfs/procfs_vnops.c:procfs_lookup")]
    FileReadOnly,
    [RuleInfo("J7", "procfs-attributes",
        "chmod and chown of what is on a procfs change nothing.", "miscfs/procfs/procfs_vnops.c:procfs_setattr")]
    ProcfsKeepsAttributes,
    [RuleInfo("J8", "place-is-start",
        "Nothing can be made, removed or renamed by a path without parts: EISDIR.", "kern/vfs_lookup.c:lookup")]
    PlaceIsStart,
    [RuleInfo("J8", "place-taken", "What is there cannot be made: EEXIST.", "kern/vfs_syscalls.c:mkdir")]
    PlaceTaken,
    [RuleInfo("J8", "place-removed",
        "Nothing can be made in a directory that is removed: ENOENT.", "ufs/ufs/ufs_lookup.c:ufs_lookup")]
    PlaceRemoved,
    [RuleInfo("J8", "place-denied",
        "Without write access to a directory nothing is made or removed in it: EACCES.",
        "ufs/ufs/ufs_lookup.c:ufs_lookup")]
    PlaceDenied,
    [RuleInfo("J8", "place-slash",
        "Only a directory can be made before slashes at the end: ENOENT.", "kern/vfs_lookup.c:lookup")]
    PlaceSlash,
    [RuleInfo("J10", "nodes-full",
        "Where kern.maxvnodes nodes are in use no other can be made: ENOSPC.", "ufs/ffs/ffs_alloc.c:ffs_valloc")]
    NodesFull,
    [RuleInfo("J10", "quota-exceeded",
        "Who owns as many nodes of a file system as may be makes no more: EDQUOT.", "ufs/ufs/ufs_quota.c:chkiqchg")]
    QuotaExceeded,
    [RuleInfo("J4", "made-without-set-group",
        "Nothing is made set-group-id of a group that its maker is not in.", "ufs/ufs/ufs_vnops.c:ufs_makeinode")]
    MadeWithoutSetGroup,

    // Making, linking, removing and renaming
    [RuleInfo("J8", "mkdir",
        "mkdir makes an empty directory, of the caller and the parent's group.", "ufs/ufs/ufs_vnops.c:ufs_mkdir")]
    MkDirMakes,
    [RuleInfo("J4", "mknod-denied",
        "mknod of what is no device is the superuser's, in a prison too: EPERM.", "kern/vfs_syscalls.c:mknod")]
    MkNodDenied,
    [RuleInfo("J4", "device-denied",
        "mknod of a device is for the superuser outside every prison: EPERM.", "kern/vfs_syscalls.c:mknod")]
    DeviceDenied,
    [RuleInfo("J4", "mknod-type",
        "mknod of what is neither device, bad node nor whiteout is EINVAL.", "kern/vfs_syscalls.c:mknod")]
    MkNodType,
    [RuleInfo("J4", "fifo-made", "mkfifo makes a FIFO for everybody.", "kern/vfs_syscalls.c:mkfifo")]
    FifoMade,
    [RuleInfo("J4", "device-made", "The superuser outside every prison makes devices.", "kern/vfs_syscalls.c:mknod")]
    DeviceMade,
    [RuleInfo("J4", "bad-node-made",
        "The superuser, in a prison too, makes nodes that stand for bad blocks.", "kern/vfs_syscalls.c:mknod")]
    BadNodeMade,
    [RuleInfo("J8", "whiteout-made",
        "A whiteout is nothing that a look-up or a listing shows.", "kern/vfs_syscalls.c:mknod")]
    WhiteoutMade,
    [RuleInfo("J8", "symlink-null", "A target that is nowhere is EFAULT.", "kern/vfs_syscalls.c:symlink")]
    SymLinkTargetNull,
    [RuleInfo("J8", "symlink-long",
        "A target of more than 1023 characters is ENAMETOOLONG.", "kern/vfs_syscalls.c:symlink")]
    SymLinkTargetLong,
    [RuleInfo("J8", "symlink", "symlink makes a link to any target.", "kern/vfs_syscalls.c:symlink")]
    SymLinkMade,
    [RuleInfo("J8", "link-directory", "A directory gets no second name: EPERM.", "kern/vfs_syscalls.c:link")]
    LinkDirectory,
    [RuleInfo("J8", "link-elsewhere", "A name on another file system is EXDEV.", "ufs/ufs/ufs_vnops.c:ufs_link")]
    LinkElsewhere,
    [RuleInfo("J8", "link", "link gives a file one more name.", "ufs/ufs/ufs_vnops.c:ufs_link")]
    LinkMade,
    [RuleInfo("J4", "remove-sticky",
        "In a sticky directory only its owner and the node's remove: EPERM.", "ufs/ufs/ufs_lookup.c:ufs_lookup")]
    RemoveSticky,
    [RuleInfo("J8", "unlink-directory", "unlink of a directory is EPERM.", "kern/vfs_syscalls.c:unlink")]
    UnlinkDirectory,
    [RuleInfo("J8", "unlink",
        "unlink takes a name; the node goes when nothing names or uses it.", "ufs/ufs/ufs_vnops.c:ufs_remove")]
    UnlinkRemoves,
    [RuleInfo("J8", "rmdir-not-directory", "rmdir of what is no directory is ENOTDIR.", "kern/vfs_syscalls.c:rmdir")]
    RmDirNotDirectory,
    [RuleInfo("J8", "rmdir-self",
        "rmdir of the directory that the name is looked up in is EINVAL.", "kern/vfs_syscalls.c:rmdir")]
    RmDirSelf,
    [RuleInfo("J8", "rmdir-mount", "rmdir of a file system's root is EBUSY.", "kern/vfs_syscalls.c:rmdir")]
    RmDirMount,
    [RuleInfo("J8", "rmdir-not-empty",
        "rmdir of a directory with something in it is ENOTEMPTY.", "ufs/ufs/ufs_vnops.c:ufs_rmdir")]
    RmDirNotEmpty,
    [RuleInfo("J8", "rmdir",
        "rmdir removes an empty directory; who is in it is then nowhere.", "ufs/ufs/ufs_vnops.c:ufs_rmdir")]
    RmDirRemoves,
    [RuleInfo("J8", "rename-onto-file",
        "A directory does not replace what is none: ENOTDIR.", "kern/vfs_syscalls.c:rename")]
    RenameOntoFile,
    [RuleInfo("J8", "rename-onto-directory",
        "What is no directory does not replace one: EISDIR.", "kern/vfs_syscalls.c:rename")]
    RenameOntoDirectory,
    [RuleInfo("J8", "rename-into-itself", "A directory does not go into itself: EINVAL.", "kern/vfs_syscalls.c:rename")]
    RenameIntoItself,
    [RuleInfo("J8", "rename-same",
        "Renaming one name of a file to another of it takes the first name.", "ufs/ufs/ufs_vnops.c:ufs_rename")]
    RenameSame,
    [RuleInfo("J8", "rename-to-itself", "Renaming a name to itself changes nothing.", "kern/vfs_syscalls.c:rename")]
    RenameToItself,
    [RuleInfo("J8", "rename-same-directory",
        "Renaming a directory to itself by other names is ENOENT.", "ufs/ufs/ufs_vnops.c:ufs_rename")]
    RenameSameDirectory,
    [RuleInfo("J8", "rename-dot",
        "A directory is not renamed by the names . and .., or to the latter: EINVAL.",
        "ufs/ufs/ufs_vnops.c:ufs_rename")]
    RenameDot,
    [RuleInfo("J8", "rename-onto-start",
        "A directory is not renamed to a path without parts: EINVAL.", "kern/vfs_syscalls.c:rename")]
    RenameOntoStart,
    [RuleInfo("G7", "rename-onto-dot", "A directory does not replace an empty one by its name .: EINVAL.", "D23")]
    RenameOntoDot,
    [RuleInfo("J4", "rename-sticky",
        "In a sticky directory only its owner and the node's replace a node: EPERM.",
        "ufs/ufs/ufs_lookup.c:ufs_lookup")]
    RenameSticky,
    [RuleInfo("J8", "rename-elsewhere",
        "Nothing goes to another file system: EXDEV.", "ufs/ufs/ufs_vnops.c:ufs_rename")]
    RenameElsewhere,
    [RuleInfo("J8", "rename-denied",
        "A directory that gets another parent must be writable itself: EACCES.", "ufs/ufs/ufs_vnops.c:ufs_rename")]
    RenameDenied,
    [RuleInfo("J8", "rename-beneath-itself",
        "A directory does not go beneath itself: EINVAL.", "ufs/ufs/ufs_lookup.c:ufs_checkpath")]
    RenameBeneathItself,
    [RuleInfo("J8", "rename-not-empty",
        "A directory with something in it is not replaced: ENOTEMPTY.", "ufs/ufs/ufs_vnops.c:ufs_rename")]
    RenameNotEmpty,
    [RuleInfo("J8", "rename", "rename moves a name, over what had the new one.", "ufs/ufs/ufs_vnops.c:ufs_rename")]
    RenameMoves,

    // Opening and reading
    [RuleInfo("J8", "open-mode", "open for neither reading nor writing is EINVAL.", "kern/vfs_syscalls.c:open")]
    OpenMode,
    [RuleInfo("J8", "open-descriptor", "open is EMFILE where no descriptor is free.", "kern/kern_descrip.c:fdalloc")]
    OpenNoDescriptor,
    [RuleInfo("J8", "open-exclusive", "O_CREAT and O_EXCL with what is there are EEXIST.", "kern/vfs_vnops.c:vn_open")]
    OpenExclusive,
    [RuleInfo("J8", "open-makes", "O_CREAT makes a file that is not there.", "kern/vfs_vnops.c:vn_open")]
    OpenMakes,
    [RuleInfo("J8", "open-directory", "A directory is not opened for writing: EISDIR.", "kern/vfs_vnops.c:vn_open")]
    OpenDirectory,
    [RuleInfo("J8", "open-denied", "open without access for what is asked is EACCES.", "kern/vfs_vnops.c:vn_open")]
    OpenDenied,
    [RuleInfo("J4", "open-no-driver",
        "A device other than the null device is ENXIO.", "miscfs/specfs/spec_vnops.c:spec_open")]
    OpenNoDriver,
    [RuleInfo("J8", "open-fifo", "open of a FIFO would sleep: EAGAIN.", "miscfs/fifofs/fifo_vnops.c:fifo_open")]
    OpenFifo,
    [RuleInfo("J8", "open", "open gives the lowest free descriptor.", "kern/vfs_syscalls.c:open")]
    OpenOpens,
    [RuleInfo("J8", "read-socket", "A socket has no place to read from: ESPIPE.", "kern/vfs_syscalls.c:lseek")]
    ReadSocket,
    [RuleInfo("J8", "read-not-open-for-it",
        "Reading what was opened for writing only is EBADF.", "kern/sys_generic.c:read")]
    ReadNotOpenForIt,
    [RuleInfo("J8", "read-console", "Nobody types at the console: EAGAIN.", "kern/tty.c:ttread")]
    ReadConsole,
    [RuleInfo("J8", "read-directory", "read of a directory is EISDIR.", "ufs/ufs/ufs_readwrite.c:READ")]
    ReadDirectory,
    [RuleInfo("J8", "read-nothing", "Files hold nothing.", "Contents of files")]
    ReadNothing,
    [RuleInfo("J7", "status",
        "A process's status has its ids, unsigned, and ends with its prison's hostname, or - on the host.",
        "miscfs/procfs/procfs_status.c:procfs_dostatus")]
    ReadStatus,
    [RuleInfo("J7", "read-unseen", "What a procfs shows of a process that is not seen is ESRCH.", "D16")]
    ReadStatusUnseen,
    [RuleInfo("J7", "read-dead",
        "What a procfs showed of a process that is gone is EIO.", "miscfs/procfs/procfs_subr.c:procfs_rw")]
    ReadDead,
    [RuleInfo("J7", "read-control", "ctl is for writing only: EOPNOTSUPP.", "miscfs/procfs/procfs_ctl.c:procfs_doctl")]
    ReadControl,
    [RuleInfo("J7", "read-note",
        "note and notepg are for writing only: EINVAL.", "miscfs/procfs/procfs_note.c:procfs_donote")]
    ReadNote,
    [RuleInfo("J7", "read-registers-denied",
        "The registers of another user's process are the superuser's to read: EPERM.",
        "miscfs/procfs/procfs_regs.c:procfs_doregs")]
    ReadRegistersDenied,
    [RuleInfo("J7", "read-procfs-nothing",
        "Of the other files of a procfs the contents are left out.", "Contents of files")]
    ReadProcfsNothing,
    [RuleInfo("J8", "readdir-no-file", "Sockets and the console list nothing: EINVAL.", "kern/vfs_syscalls.c:getvnode")]
    ReadDirNoFile,
    [RuleInfo("J8", "readdir-not-directory",
        "Only a directory lists something: EINVAL.", "kern/vfs_syscalls.c:getdirentries")]
    ReadDirNotDirectory,
    [RuleInfo("J8", "readdir", "A directory lists its names in order.", "ufs/ufs/ufs_vnops.c:ufs_readdir")]
    ReadDirLists,
    [RuleInfo("J7", "readdir-processes",
        "A procfs lists the processes that the reader sees.", "miscfs/procfs/procfs_vnops.c:procfs_readdir")]
    ReadDirProcesses,
    [RuleInfo("J8", "stat",
        "stat tells a node's number, mode, links, owner, group and device.", "kern/vfs_vnops.c:vn_stat")]
    StatTells,
    [RuleInfo("J8", "stat-bad", "stat of a node that stands for bad blocks is EBADF.", "kern/vfs_vnops.c:vn_stat")]
    StatBad,

    // Modes, owners and roots
    [RuleInfo("J4", "chmod-denied",
        "chmod of another user's file is the superuser's: EPERM.", "ufs/ufs/ufs_vnops.c:ufs_chmod")]
    ChModDenied,
    [RuleInfo("J4", "chmod-sticky",
        "The sticky bit of a file is the superuser's: EFTYPE.", "ufs/ufs/ufs_vnops.c:ufs_chmod")]
    ChModSticky,
    [RuleInfo("J4", "chmod-set-group",
        "set-group-id of a group that the caller is not in is the superuser's: EPERM.",
        "ufs/ufs/ufs_vnops.c:ufs_chmod")]
    ChModSetGroup,
    [RuleInfo("J4", "chmod", "chmod replaces the mode.", "ufs/ufs/ufs_vnops.c:ufs_chmod")]
    ChModChanges,
    [RuleInfo("J4", "chown-denied",
        "Giving files away, and changing others', is the superuser's: EPERM.", "ufs/ufs/ufs_vnops.c:ufs_chown")]
    ChOwnDenied,
    [RuleInfo("J4", "chown-nothing",
        "chown to -1 and -1 asks nothing and changes nothing.", "ufs/ufs/ufs_vnops.c:ufs_setattr")]
    ChOwnNothing,
    [RuleInfo("J4", "chown-clears",
        "What changes hands by a user's call is no longer set-user-id or set-group-id.",
        "ufs/ufs/ufs_vnops.c:ufs_chown")]
    ChOwnClears,
    [RuleInfo("J4", "chown", "chown changes owner and group; -1 leaves them.", "ufs/ufs/ufs_vnops.c:ufs_chown")]
    ChOwnChanges,
    [RuleInfo("J8", "directory-wanted",
        "chdir, chroot and jail to what is no directory are ENOTDIR.", "kern/vfs_syscalls.c:change_dir")]
    DirectoryWanted,
    [RuleInfo("J8", "directory-denied",
        "Entering a directory without execute access is EACCES.", "kern/vfs_syscalls.c:change_dir")]
    DirectoryDenied,
    [RuleInfo("G4", "directory-outside",
        "A directory outside the root, or that outside the prison's, is EPERM.", "D11")]
    DirectoryOutside,
    [RuleInfo("J7", "directory-process-unseen", "The open directory of a process that is not seen is ENOENT.", "D15")]
    DirectoryProcessUnseen,
    [RuleInfo("J8", "chdir", "chdir moves the current directory.", "kern/vfs_syscalls.c:chdir")]
    ChDirMoves,
    [RuleInfo("J4", "chroot-denied", "chroot is the superuser's: EPERM.", "kern/vfs_syscalls.c:chroot")]
    ChRootDenied,
    [RuleInfo("J8", "chroot-holds-directory",
        "With a directory open chroot and jail are EPERM where kern.chroot_allow_open_directories says so.",
        "kern/vfs_syscalls.c:chroot_refuse_vdir_fds")]
    ChRootHoldsDirectory,
    [RuleInfo("J8", "chroot",
        "The superuser, in a prison too, moves the root; the current directory stays.", "kern/vfs_syscalls.c:chroot")]
    ChRootMoves,
    [RuleInfo("J8", "fchdir-socket", "fchdir to a socket is EINVAL.", "kern/vfs_syscalls.c:getvnode")]
    FChDirSocket,
    [RuleInfo("J8", "fchdir-not-directory", "fchdir to what is no directory is ENOTDIR.", "kern/vfs_syscalls.c:fchdir")]
    FChDirNotDirectory,
    [RuleInfo("J8", "fchdir-enters-mount",
        "fchdir to a covered directory enters what covers it.", "kern/vfs_syscalls.c:fchdir")]
    FChDirEntersMount,
    [RuleInfo("J8", "fchdir", "fchdir moves the current directory.", "kern/vfs_syscalls.c:fchdir")]
    FChDirMoves,

    // Mounts and quotas
    [RuleInfo("J4", "mount-denied",
        "mount is for the superuser outside every prison: EPERM.", "kern/vfs_syscalls.c:mount")]
    MountDenied,
    [RuleInfo("J4", "mount-not-directory", "Only a directory can be covered: ENOTDIR.", "kern/vfs_syscalls.c:mount")]
    MountNotDirectory,
    [RuleInfo("J7", "mount-in-procfs", "Nothing below the root of a procfs is covered: EBUSY.", "D22")]
    MountInProcfs,
    [RuleInfo("J4", "mount-no-type",
        "A kind of file system that does not exist is ENODEV.", "kern/vfs_syscalls.c:mount")]
    MountNoType,
    [RuleInfo("J8", "mount-moves",
        "Who is in a directory when it is covered is moved to what covers it.", "kern/vfs_syscalls.c:checkdirs")]
    MountMoves,
    [RuleInfo("J4", "mount", "mount covers a directory with a new file system.", "kern/vfs_syscalls.c:mount")]
    MountCovers,
    [RuleInfo("J4", "unmount-denied",
        "unmount of what another user mounted is the superuser's: EPERM.", "kern/vfs_syscalls.c:unmount")]
    UnmountDenied,
    [RuleInfo("J4", "unmount-in-prison", "unmount is not for prisoners, whoever mounted it: EPERM.", "D21")]
    UnmountInPrison,
    [RuleInfo("J4", "unmount-root", "unmount of the root file system is EINVAL.", "kern/vfs_syscalls.c:unmount")]
    UnmountRoot,
    [RuleInfo("J4", "unmount-not-mounted",
        "unmount of what is no mount's root is EINVAL.", "kern/vfs_syscalls.c:unmount")]
    UnmountNotMounted,
    [RuleInfo("J4", "unmount-busy", "A file system that something uses is EBUSY.", "kern/vfs_subr.c:vflush")]
    UnmountBusy,
    [RuleInfo("J4", "unmount",
        "unmount takes a file system away with all that is on it.", "kern/vfs_syscalls.c:dounmount")]
    UnmountRemoves,
    [RuleInfo("J10", "quota-in-prison", "Quotas are not for prisoners: EPERM.", "kern/vfs_syscalls.c:quotactl")]
    QuotaInPrison,
    [RuleInfo("J10", "quota-command", "A command that does not exist is EINVAL.", "ufs/ufs/ufs_vfsops.c:ufs_quotactl")]
    QuotaCommandUnknown,
    [RuleInfo("J10", "quota-limit", "A negative limit is EINVAL.", "Quotas")]
    QuotaLimitBad,
    [RuleInfo("J10", "quota-denied",
        "Another's limit, and any change, is the superuser's, before the command is looked at: EPERM.",
        "ufs/ufs/ufs_vfsops.c:ufs_quotactl")]
    QuotaDenied,
    [RuleInfo("J10", "quota-unsupported", "A procfs has no quotas: EOPNOTSUPP.", "kern/vfs_default.c:vfs_stdquotactl")]
    QuotaUnsupported,
    [RuleInfo("J10", "quota-read", "A limit reads as it was set, 0 for none.", "ufs/ufs/ufs_quota.c:getquota")]
    QuotaRead,
    [RuleInfo("J10", "quota-set", "A limit bounds a user's nodes on one file system.", "ufs/ufs/ufs_quota.c:setquota")]
    QuotaSet,
    [RuleInfo("J10", "quota-sync", "Q_SYNC is everybody's and does nothing here.", "ufs/ufs/ufs_quota.c:qsync")]
    QuotaSync,

    // sysctl
    [RuleInfo("P2", "unknown", "A variable that does not exist is ENOENT.", "kern/kern_sysctl.c:name2oid")]
    SysctlUnknown,
    [RuleInfo("J4", "sysctl-inner", "A node that is no variable is EISDIR.", "kern/kern_sysctl.c:sysctl_root")]
    SysctlInner,
    [RuleInfo("J4", "sysctl-length",
        "A number of one part or more than twelve, or a name of one part, is EINVAL.",
        "kern/kern_sysctl.c:userland_sysctl")]
    SysctlLength,
    [RuleInfo("J4", "sysctl-beyond-leaf",
        "A number that goes on after that of a variable is ENOTDIR.", "kern/kern_sysctl.c:sysctl_root")]
    SysctlBeyondLeaf,
    [RuleInfo("J4", "sysctl-name-long",
        "A name of 1024 characters or more is ENAMETOOLONG.", "kern/kern_sysctl.c:sysctl_sysctl_name2oid")]
    SysctlNameLong,
    [RuleInfo("J6", "sysctl-arguments",
        "What takes arguments is EINVAL with too few, too many or others.", "kern/kern_proc.c:sysctl_kern_proc")]
    SysctlArguments,
    [RuleInfo("J4", "sysctl-read-only",
        "What describes the system cannot be written: EPERM.", "kern/kern_sysctl.c:sysctl_root")]
    SysctlReadOnly,
    [RuleInfo("P2", "denied",
        "Writing is for the superuser outside every prison: EPERM.", "kern/kern_sysctl.c:sysctl_root")]
    SysctlDenied,
    [RuleInfo("J4", "sysctl-wrong-type",
        "A number for a text, or a text for a number, is EINVAL.", "kern/kern_sysctl.c:sysctl_new_user")]
    SysctlWrongType,
    [RuleInfo("P2", "reads", "Everyone reads a variable.", "kern/kern_sysctl.c:sysctl_root")]
    SysctlReads,
    [RuleInfo("P2", "writes",
        "A write sets one variable and clamps all six.", "netinet/in_pcb.c:sysctl_net_ipport_check")]
    SysctlWrites,
    [RuleInfo("J4", "sysctl-keeps", "What jail.* is set to it keeps.", "kern/kern_sysctl.c:sysctl_handle_int")]
    SysctlKeeps,
    [RuleInfo("J5", "hostname-of-host",
        "Outside prisons kern.hostname is the host's.", "kern/kern_mib.c:sysctl_hostname")]
    HostnameOfHost,
    [RuleInfo("J5", "hostname-of-prison",
        "Inside a prison kern.hostname is the prison's.", "kern/kern_mib.c:sysctl_hostname")]
    HostnameOfPrison,
    [RuleInfo("J5", "hostname-denied",
        "Setting the hostname is the superuser's: EPERM.", "kern/kern_sysctl.c:sysctl_root")]
    HostnameDenied,
    [RuleInfo("J5", "hostname-fixed",
        "Prisons keep their hostname where jail.set_hostname_allowed is 0: EPERM.", "kern/kern_mib.c:sysctl_hostname")]
    HostnameFixed,
    [RuleInfo("J5", "hostname-long",
        "A hostname of more than 255 characters is EINVAL.", "kern/kern_sysctl.c:sysctl_handle_string")]
    HostnameLong,
    [RuleInfo("J5", "hostname-set-on-host",
        "Outside prisons the superuser sets the host's hostname.", "kern/kern_mib.c:sysctl_hostname")]
    HostnameSetOnHost,
    [RuleInfo("J5", "hostname-set-in-prison",
        "A prison's superuser sets the prison's hostname.", "kern/kern_mib.c:sysctl_hostname")]
    HostnameSetInPrison,
    [RuleInfo("J6", "lists-processes", "On the host all processes are listed.", "kern/kern_proc.c:sysctl_kern_proc")]
    ListsProcesses,
    [RuleInfo("J6", "lists-processes-of-prison",
        "In a prison the prison's processes are listed.", "kern/kern_proc.c:sysctl_kern_proc")]
    ListsProcessesOfPrison,
    [RuleInfo("J9", "lists-interfaces",
        "On the host all interfaces are listed with all addresses.", "net/rtsock.c:sysctl_iflist")]
    ListsInterfaces,
    [RuleInfo("J9", "lists-interfaces-of-prison",
        "In a prison all interfaces are listed, without addresses but the prison's.", "net/rtsock.c:sysctl_iflist")]
    ListsInterfacesOfPrison,
    [RuleInfo("J9", "lists-pcbs",
        "On the host all PCBs are listed, the newest first.", "netinet/udp_usrreq.c:udp_pcblist")]
    ListsPcbs,
    [RuleInfo("J9", "lists-pcbs-of-prison",
        "In a prison the PCBs of sockets made there are listed that are at its address.", "D24")]
    ListsPcbsOfPrison,

    // Sockets, options, names
    [RuleInfo("S1", "socket-descriptor", "socket is EMFILE where no descriptor is free.", "kern/kern_descrip.c:falloc")]
    SocketNoDescriptor,
    [RuleInfo("S1", "socket-protocol",
        "A domain, type and protocol that do not fit are EPROTONOSUPPORT.", "kern/uipc_socket.c:socreate")]
    SocketNoProtocol,
    [RuleInfo("S1", "socket-full",
        "socket is ENOBUFS where kern.ipc.maxsockets are in use.", "kern/uipc_socket.c:soalloc")]
    SocketZoneFull,
    [RuleInfo("S1", "socket-made", "A new socket gets the lowest free descriptor.", "kern/uipc_syscalls.c:socket")]
    SocketMade,
    [RuleInfo("J9", "socket-family",
        "With jail.socket_unixiproute_only prisons have no others: EPROTONOSUPPORT.", "D14")]
    SocketFamilyInPrison,
    [RuleInfo("J4", "socket-raw-denied",
        "Raw IPv4 sockets are for the superuser outside every prison: EPERM.", "netinet/raw_ip.c:rip_attach")]
    SocketRawDenied,
    [RuleInfo("J9", "socket-idle-made", "Local, routing, raw and IPX sockets can be made.", "D28")]
    SocketIdleMade,
    [RuleInfo("J9", "socket-idle",
        "Local, routing, raw and IPX sockets carry nothing yet: EOPNOTSUPP.", "Other sockets")]
    SocketIdle,
    [RuleInfo("S7", "option-flag",
        "An option that is on or off is on for any value but 0.", "kern/uipc_socket.c:sosetopt")]
    OptionFlag,
    [RuleInfo("S7", "option-read",
        "An option that is on reads as its own bit, one that is off as 0.", "kern/uipc_socket.c:sogetopt")]
    OptionRead,
    [RuleInfo("S7", "option-size-small",
        "A buffer or low-water mark of less than 1 is EINVAL.", "kern/uipc_socket.c:sosetopt")]
    OptionSizeSmall,
    [RuleInfo("S7", "option-size-large",
        "A buffer of more than 246723 octets is ENOBUFS.", "kern/uipc_socket2.c:sbreserve")]
    OptionSizeLarge,
    [RuleInfo("S7", "option-size",
        "Buffers and low-water marks are set, the marks at most to their buffers.", "kern/uipc_socket.c:sosetopt")]
    OptionSize,
    [RuleInfo("S7", "option-size-read", "Buffers and low-water marks read as they are.", "kern/uipc_socket.c:sogetopt")]
    OptionSizeRead,
    [RuleInfo("S7", "option-structure",
        "An integer is too short for SO_LINGER and the timeouts: EINVAL.", "kern/uipc_socket.c:sooptcopyin")]
    OptionStructure,
    [RuleInfo("S7", "option-structure-read",
        "SO_LINGER and the timeouts read as 0: nobody can set them.", "kern/uipc_socket.c:sogetopt")]
    OptionStructureRead,
    [RuleInfo("S7", "option-read-only",
        "SO_TYPE and SO_ERROR cannot be set: ENOPROTOOPT.", "kern/uipc_socket.c:sosetopt")]
    OptionReadOnly,
    [RuleInfo("S7", "option-type", "SO_TYPE reads as the socket's type.", "kern/uipc_socket.c:sogetopt")]
    OptionType,
    [RuleInfo("S7", "option-error",
        "SO_ERROR reads as the error that is pending, which is then forgotten.", "kern/uipc_socket.c:sogetopt")]
    OptionError,
    [RuleInfo("S7", "option-no-error", "SO_ERROR reads as 0 where no error is pending.", "kern/uipc_socket.c:sogetopt")]
    OptionNoError,
    [RuleInfo("S7", "option-unknown", "An option that does not exist is ENOPROTOOPT.", "kern/uipc_socket.c:sosetopt")]
    OptionUnknown,
    [RuleInfo("P1", "option-gone", "IP_PORTRANGE of a socket without PCB is ECONNRESET.", "netinet/in_pcb.h:sotoinpcb")]
    OptionGone,
    [RuleInfo("P1", "option-bad",
        "IP_PORTRANGE takes 0, 1 and 2; others are EINVAL.", "netinet/ip_output.c:ip_ctloutput")]
    PortRangeBad,
    [RuleInfo("P1", "option-set",
        "IP_PORTRANGE sets the range for the next implied port.", "netinet/ip_output.c:ip_ctloutput")]
    PortRangeSet,
    [RuleInfo("P1", "option-read", "IP_PORTRANGE reads as it was set.", "netinet/ip_output.c:ip_ctloutput")]
    PortRangeRead,
    [RuleInfo("S8", "name-gone", "getsockname of a socket without PCB is EINVAL.", "netinet/in_pcb.c:in_setsockaddr")]
    NameGone,
    [RuleInfo("S8", "name-local", "getsockname gives the local end.", "netinet/in_pcb.c:in_setsockaddr")]
    NameLocal,
    [RuleInfo("S8", "name-peer", "getpeername gives the foreign end.", "netinet/in_pcb.c:in_setpeeraddr")]
    NamePeer,
    [RuleInfo("S8", "name-unconnected",
        "getpeername is ENOTCONN without a foreign end.", "kern/uipc_syscalls.c:getpeername1")]
    NameNotConnected,

    // bind
    [RuleInfo("P5", "address-long",
        "An address of more than 255 octets is ENAMETOOLONG, and so is one of a negative length.",
        "kern/uipc_syscalls.c:getsockaddr")]
    AddressTooLong,
    [RuleInfo("P5", "gone", "bind of a socket without PCB is EINVAL.", "netinet/tcp_usrreq.c:tcp_usr_bind")]
    BindGone,
    [RuleInfo("P5", "tcp-multicast",
        "TCP with a multicast address is EAFNOSUPPORT.", "netinet/tcp_usrreq.c:tcp_usr_bind")]
    TcpNoMulticast,
    [RuleInfo("P5", "no-addresses",
        "Without any interface address it is EADDRNOTAVAIL.", "netinet/in_pcb.c:in_pcbbind")]
    NoAddresses,
    [RuleInfo("P5", "twice", "bind of a bound socket is EINVAL.", "netinet/in_pcb.c:in_pcbbind")]
    BindTwice,
    [RuleInfo("P5", "length", "An address that is not 16 octets long is EINVAL.", "netinet/in_pcb.c:in_pcbbind")]
    BindLength,
    [RuleInfo("P5", "foreign", "An address of no interface is EADDRNOTAVAIL.", "netinet/in_pcb.c:in_pcbbind")]
    BindForeign,
    [RuleInfo("P5", "family",
        "An interface's address is not found by a family other than AF_INET: EADDRNOTAVAIL.",
        "net/if.c:ifa_ifwithaddr")]
    BindFamily,
    [RuleInfo("P5", "reserved", "A port under 1024 is the superuser's: EACCES.", "netinet/in_pcb.c:in_pcbbind")]
    BindReserved,
    [RuleInfo("G3", "reserved-allowed",
        "The superuser, in a prison too, binds a port under 1024.", "netinet/in_pcb.c:in_pcbbind")]
    BindReservedAllowed,
    [RuleInfo("P5", "other-user",
        "Another user's address and port are EADDRINUSE, but both wildcards and SO_REUSEPORT.",
        "netinet/in_pcb.c:in_pcbbind")]
    BindOtherUser,
    [RuleInfo("P5", "in-use",
        "A used address and port are EADDRINUSE where not both sockets share them.", "netinet/in_pcb.c:in_pcbbind")]
    BindInUse,
    [RuleInfo("P5", "shared", "Sockets that ask for it share an address and port.", "netinet/in_pcb.c:in_pcbbind")]
    BindShared,
    [RuleInfo("P5", "free", "An address and port that nobody uses can be bound.", "netinet/in_pcb.c:in_pcbbind")]
    BindFree,
    [RuleInfo("H2", "prison-exact",
        "In a prison wildcards do not count as use.", "netinet/in_pcb.c:in_pcblookup_local")]
    BindPrisonExact,
    [RuleInfo("P5", "explicit", "bind to a port of 1024 or more succeeds.", "netinet/in_pcb.c:in_pcbbind")]
    BindExplicit,
    [RuleInfo("P1", "bind-implied", "bind to port 0 chooses a port.", "netinet/in_pcb.c:in_pcbbind")]
    BindImplied,

    // Implied ports
    [RuleInfo("P1", "low-denied", "The low range is the superuser's: EPERM.", "D9")]
    LowRangeDenied,
    [RuleInfo("P4", "exhausted",
        "With every port of the range taken it is EAGAIN, and the socket as before.", "netinet/in_pcb.c:in_pcbbind")]
    PortsExhausted,
    [RuleInfo("H3", "no-memory",
        "Without memory for a port head it is EAGAIN, and the socket as before.", "netinet/in_pcb.c:in_pcbinshash")]
    PortMemoryShort,
    [RuleInfo("P3", "default-up",
        "The default range, counting up, goes on after the port given last.", "netinet/in_pcb.c:in_pcbbind")]
    PortDefaultUp,
    [RuleInfo("P3", "default-down",
        "The default range, counting down, goes on after the port given last.", "netinet/in_pcb.c:in_pcbbind")]
    PortDefaultDown,
    [RuleInfo("P3", "high-up",
        "The high range, counting up, goes on after the port given last.", "netinet/in_pcb.c:in_pcbbind")]
    PortHighUp,
    [RuleInfo("P3", "high-down",
        "The high range, counting down, goes on after the port given last.", "netinet/in_pcb.c:in_pcbbind")]
    PortHighDown,
    [RuleInfo("P3", "low-up",
        "The low range, counting up, goes on after the port given last.", "netinet/in_pcb.c:in_pcbbind")]
    PortLowUp,
    [RuleInfo("P3", "low-down",
        "The low range, counting down, goes on after the port given last.", "netinet/in_pcb.c:in_pcbbind")]
    PortLowDown,

    // connect
    [RuleInfo("S7", "connect-listening",
        "connect of a listening socket is EOPNOTSUPP.", "kern/uipc_syscalls.c:connect")]
    ConnectListening,
    [RuleInfo("S7", "remote-length",
        "A remote address that is not 16 octets long is EINVAL.", "netinet/in_pcb.c:in_pcbladdr")]
    RemoteLength,
    [RuleInfo("S7", "remote-family",
        "A remote address of another family is EAFNOSUPPORT.", "netinet/in_pcb.c:in_pcbladdr")]
    RemoteFamily,
    [RuleInfo("S7", "remote-port", "Remote port 0 is EADDRNOTAVAIL.", "netinet/in_pcb.c:in_pcbladdr")]
    RemotePortZero,
    [RuleInfo("H1", "connection-taken",
        "Ends that another socket is connected between are EADDRINUSE.", "netinet/in_pcb.c:in_pcbconnect")]
    ConnectionTaken,
    [RuleInfo("S11", "broadcast",
        "Sending to a broadcast address without SO_BROADCAST is EACCES, and for TCP always.",
        "netinet/ip_output.c:ip_output")]
    BroadcastDenied,
    [RuleInfo("S11", "no-route",
        "An outside address is EHOSTUNREACH where no interface leads outside.", "netinet/ip_output.c:ip_output")]
    NoRoute,
    [RuleInfo("S11", "connects",
        "connect associates a datagram socket with a remote end.", "netinet/udp_usrreq.c:udp_connect")]
    UdpConnects,
    [RuleInfo("S11", "disconnects",
        "connect again dissolves the association; the port stays, the address does not.",
        "netinet/udp_usrreq.c:udp_disconnect")]
    UdpDisconnects,
    [RuleInfo("G1", "disconnects-in-prison",
        "Dissolving an association in a prison leaves the prison's address.", "D4")]
    UdpDisconnectsInPrison,
    [RuleInfo("S11", "error-connect",
        "connect reports the error of an earlier datagram.", "kern/uipc_syscalls.c:connect")]
    PendingErrorOnConnect,

    // TCP
    [RuleInfo("S10", "once",
        "A connected stream socket cannot connect again: EISCONN.", "kern/uipc_socket.c:soconnect")]
    TcpConnectsOnce,
    [RuleInfo("S10", "gone",
        "A stream socket without PCB can only be closed: EINVAL.", "netinet/tcp_usrreq.c:tcp_usr_connect")]
    TcpGone,
    [RuleInfo("S10", "outside", "An outside host answers every connection.", "Outside hosts")]
    TcpConnectsOutside,
    [RuleInfo("S10", "itself",
        "A socket that connects to its own end is connected to itself.", "netinet/tcp_input.c:tcp_input")]
    TcpConnectsToItself,
    [RuleInfo("S10", "refused", "Where nobody is bound a connection is ECONNREFUSED.", "netinet/tcp_input.c:tcp_input")]
    TcpRefused,
    [RuleInfo("S10", "closed",
        "A socket that is bound there and does not listen does not answer: ETIMEDOUT.",
        "netinet/tcp_input.c:tcp_input")]
    TcpClosed,
    [RuleInfo("S10", "queued",
        "A connection waits in the queue of the socket that listens there.", "kern/uipc_socket2.c:sonewconn3")]
    TcpQueued,
    [RuleInfo("S10", "no-room",
        "A full queue, or no memory, does not answer: ETIMEDOUT.", "kern/uipc_socket2.c:sonewconn3")]
    TcpNoRoom,
    [RuleInfo("S10", "listen-datagram",
        "listen of a datagram socket is EOPNOTSUPP.", "kern/uipc_socket2.c:pru_listen_notsupp")]
    ListenDatagram,
    [RuleInfo("S10", "listen-connected", "listen of a connected socket is EINVAL.", "D8")]
    ListenConnected,
    [RuleInfo("S10", "listen", "listen sets the length of the queue.", "kern/uipc_socket.c:solisten")]
    ListenStarts,
    [RuleInfo("S10", "listen-capped",
        "A negative or too long queue is as long as the longest.", "kern/uipc_socket.c:solisten")]
    ListenCapped,
    [RuleInfo("S10", "accept-not-listening",
        "accept of a socket that does not listen is EINVAL.", "kern/uipc_syscalls.c:accept1")]
    AcceptNotListening,
    [RuleInfo("S10", "accept-nothing", "accept with an empty queue is EAGAIN.", "kern/uipc_syscalls.c:accept1")]
    AcceptNothing,
    [RuleInfo("S10", "accept-descriptor",
        "accept is EMFILE where no descriptor is free; the connection waits on.", "kern/uipc_syscalls.c:accept1")]
    AcceptNoDescriptor,
    [RuleInfo("S10", "accept", "accept takes the connection that waited longest.", "kern/uipc_syscalls.c:accept1")]
    AcceptOldest,
    [RuleInfo("S10", "accept-left",
        "So it does with one whose other end was closed meanwhile.", "kern/uipc_socket.c:sofree")]
    AcceptLeft,

    // Datagrams
    [RuleInfo("S10", "stream-data", "Stream sockets carry no data yet: EOPNOTSUPP.", "TCP data and close")]
    StreamData,
    [RuleInfo("S10", "send-gone",
        "Sending on a connection that is over, or came to nothing, is EPIPE.", "kern/uipc_socket.c:sosend")]
    SendGone,
    [RuleInfo("S10", "send-not-connected",
        "Sending without an address on a stream socket without connection is ENOTCONN.", "kern/uipc_socket.c:sosend")]
    SendNotConnected,
    [RuleInfo("S11", "send-too-long",
        "A datagram of more octets than SO_SNDBUF is EMSGSIZE.", "kern/uipc_socket.c:sosend")]
    SendTooLong,
    [RuleInfo("S11", "send-nowhere",
        "Sending without destination and association is EDESTADDRREQ.", "kern/uipc_socket.c:sosend")]
    SendNoDestination,
    [RuleInfo("S11", "send-connected-to",
        "Sending to an address from an associated socket is EISCONN.", "netinet/udp_usrreq.c:udp_output")]
    SendConnectedTo,
    [RuleInfo("S11", "send-connected",
        "An associated socket sends to its foreign end.", "netinet/udp_usrreq.c:udp_output")]
    SendConnected,
    [RuleInfo("S11", "send-unconnected",
        "sendto associates for one datagram; the port stays, the address goes back.",
        "netinet/udp_usrreq.c:udp_output")]
    SendUnconnected,
    [RuleInfo("G1", "send-in-prison", "After sendto in a prison the address stays the prison's.", "D3")]
    SendUnconnectedInPrison,
    [RuleInfo("S11", "send-wire", "A datagram for another host leaves by the wire.", "netinet/ip_output.c:ip_output")]
    SendToWire,
    [RuleInfo("S11", "send-to-all",
        "With SO_BROADCAST a datagram for all of a network leaves by the wire.", "netinet/ip_output.c:ip_output")]
    SendToAll,
    [RuleInfo("S11", "send-unreachable",
        "Sockets associated with an end where nobody is learn ECONNREFUSED.", "netinet/udp_usrreq.c:udp_ctlinput")]
    SendUnreachable,
    [RuleInfo("S11", "error-send", "Sending reports the error of an earlier datagram.", "kern/uipc_socket.c:sosend")]
    PendingErrorOnSend,
    [RuleInfo("S11", "error-receive",
        "Receiving reports the error of an earlier datagram.", "kern/uipc_socket.c:soreceive")]
    PendingErrorOnReceive,
    [RuleInfo("S11", "receive-nothing", "recvfrom with nothing waiting is EAGAIN.", "kern/uipc_socket.c:soreceive")]
    ReceiveNothing,
    [RuleInfo("S11", "receive",
        "recvfrom takes the datagram that waited longest, with its sender.", "kern/uipc_socket.c:soreceive")]
    ReceiveOldest,

    // Delivery
    [RuleInfo("H1", "exact",
        "A socket connected between exactly the packet's ends comes first.", "netinet/in_pcb.c:in_pcblookup_hash")]
    DeliverExact,
    [RuleInfo("H1", "specific",
        "Next comes one bound to the destination: of several the last to change its ends.",
        "netinet/in_pcb.c:in_pcblookup_hash")]
    DeliverSpecific,
    [RuleInfo("H1", "wildcard",
        "Last comes one bound on every address: of several the first to change its ends.",
        "netinet/in_pcb.c:in_pcblookup_hash")]
    DeliverWildcard,
    [RuleInfo("H1", "nobody", "A packet that no socket fits reaches nobody.", "netinet/udp_usrreq.c:udp_input")]
    DeliverNobody,
    [RuleInfo("S11", "queued", "A datagram waits at the socket that it fits.", "netinet/udp_usrreq.c:udp_input")]
    DeliverQueued,
    [RuleInfo("S11", "dropped",
        "A datagram that a receive buffer has no room for is dropped.", "kern/uipc_socket2.c:sbappendaddr")]
    DeliverNoRoom,
    [RuleInfo("S11", "wire-source", "A packet from outside with an impossible source is dropped.", "D25")]
    WireSource,
    [RuleInfo("S11", "wire-to-many",
        "A packet from outside to a group or broadcast address is dropped.", "Broadcast and multicast")]
    WireToMany,
    [RuleInfo("S11", "wire-elsewhere",
        "A packet to an address of another host is EHOSTUNREACH.", "netinet/ip_input.c:ip_input")]
    WireElsewhere,
    [RuleInfo("S11", "wire-unreachable",
        "A datagram to a port that nobody has is ECONNREFUSED.", "netinet/udp_usrreq.c:udp_input")]
    WireUnreachable,
    [RuleInfo("S10", "wire-duplicate",
        "A connection that exists already does not answer: ETIMEDOUT.", "netinet/tcp_input.c:tcp_input")]
    WireDuplicate,
}
