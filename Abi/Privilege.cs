namespace Verify.Abi;

/// <summary>
/// The privileges of the superuser (J4), one for each kind of check in the kernel. Model and implementation each have
/// their own table of those that a prison allows.
/// </summary>
public enum Privilege
{
    /// <summary>setuid to an id that is not the caller's.</summary>
    SetUser,

    /// <summary>setgid to an id that is not the caller's; setgroups.</summary>
    SetGroup,

    /// <summary>setlogin.</summary>
    SetLogin,

    /// <summary>setrlimit above the hard limit.</summary>
    RaiseLimit,

    /// <summary>setpriority to a lower nice value.</summary>
    RaisePriority,

    /// <summary>setpriority of another user's process.</summary>
    SetOthersPriority,

    /// <summary>fork into the last free process slot.</summary>
    LastProcess,

    /// <summary>kill of another user's process.</summary>
    SignalOthers,

    /// <summary>ktrace of another user's process.</summary>
    KTraceOthers,

    /// <summary>ptrace of another user's process.</summary>
    PTraceOthers,

    /// <summary>Access to a file or directory whose mode denies it.</summary>
    OverrideModes,

    /// <summary>Removing or renaming another user's file in a sticky directory.</summary>
    OverrideSticky,

    /// <summary>chmod of another user's file.</summary>
    ChangeOthersMode,

    /// <summary>chmod to the sticky bit on a file, or to set-group-id of a group that the caller is not in.</summary>
    SetSpecialModes,

    /// <summary>chown.</summary>
    ChangeOwner,

    /// <summary>Creating nodes above a quota.</summary>
    ExceedQuota,

    /// <summary>chroot.</summary>
    ChangeRoot,

    /// <summary>mknod of anything but a device. (mkfifo needs no privilege.)</summary>
    MakeFifo,

    /// <summary>mknod of a device.</summary>
    MakeDevice,

    /// <summary>mount.</summary>
    Mount,

    /// <summary>unmount of what another user mounted.</summary>
    Unmount,

    /// <summary>quotactl: another user's limit, or any change.</summary>
    Quota,

    /// <summary>bind to a port below 1024.</summary>
    LowPort,

    /// <summary>An implied port from the low range.</summary>
    LowRange,

    /// <summary>A raw IPv4 socket.</summary>
    RawSocket,

    /// <summary>Writing kern.hostname.</summary>
    SetHostname,

    /// <summary>Writing any other sysctl variable.</summary>
    WriteSysctl,

    /// <summary>jail.</summary>
    Jail,

    /// <summary>reboot.</summary>
    Reboot,

    /// <summary>settimeofday and adjtime.</summary>
    SetTime,

    /// <summary>kldload and kldunload.</summary>
    LoadModule,

    /// <summary>swapon.</summary>
    Swap,

    /// <summary>acct.</summary>
    Account,

    /// <summary>Changing an interface.</summary>
    ConfigureInterface,

    /// <summary>Changing a route.</summary>
    ChangeRoute,

    /// <summary>Opening a packet filter.</summary>
    OpenPacketFilter,

    /// <summary>ntp_adjtime that changes anything.</summary>
    AdjustClock,

    /// <summary>rtprio: a realtime or idle priority, or another process's.</summary>
    SetRealtimePriority,

    /// <summary>sethostid.</summary>
    SetHostId,

    /// <summary>setdomainname.</summary>
    SetDomainName,

    /// <summary>revoke of a terminal that another user owns.</summary>
    RevokeOthers,

    /// <summary>chflags of another user's file, or of a device.</summary>
    ChangeFlags,

    /// <summary>chflags: the flags that only a superuser sets and clears, such as schg.</summary>
    ChangeSystemFlags,

    /// <summary>utimes of another user's file.</summary>
    SetTimes,

    /// <summary>Changing the mode, owner or times of another user's devfs node.</summary>
    ChangeDeviceNodes,

    /// <summary>Opening a devfs node whose mode denies it.</summary>
    OverrideDeviceModes,

    /// <summary>getfh, fhopen, fhstat and fhstatfs.</summary>
    UseFileHandles,

    /// <summary>The parts of file handles: a file system's id in statfs, a node's generation in stat.</summary>
    SeeFileHandles,

    /// <summary>mount with MNT_EXPORTED.</summary>
    ExportFileSystem,

    /// <summary>mount without MNT_NOSUID and MNT_NODEV.</summary>
    MountTrusted,

    /// <summary>nfssvc.</summary>
    ServeNfs,

    /// <summary>A device node created by an NFS client.</summary>
    MakeDeviceOverNfs,

    /// <summary>mlock and munlock.</summary>
    LockMemory,

    /// <summary>mmap of a device with MAP_PRIVATE.</summary>
    MapDevice,

    /// <summary>i386_set_ioperm, an open of /dev/io, KDENABIO.</summary>
    AccessIoPorts,

    /// <summary>A debug register that watches the kernel's addresses.</summary>
    WatchKernelMemory,

    /// <summary>Another user's System V queue, semaphores or memory.</summary>
    OverrideIpcModes,

    /// <summary>msgctl that lets a message queue hold more.</summary>
    RaiseQueueLimit,

    /// <summary>TIOCSTI on a terminal that is not open for reading, or not the controlling one.</summary>
    TypeAhead,

    /// <summary>TIOCCONS.</summary>
    RedirectConsole,

    /// <summary>Opening a terminal that another process has opened exclusively (TIOCEXCL).</summary>
    OpenExclusiveTerminal,

    /// <summary>TIOCSDRAINWAIT; a line's initial and locked settings.</summary>
    ConfigureTerminal,

    /// <summary>Opening a snoop device.</summary>
    SnoopTerminal,

    /// <summary>Settings of disks, memory cards and the random device.</summary>
    ConfigureDevice,

    /// <summary>Opening a tun device.</summary>
    OpenTunnel,

    /// <summary>A divert socket.</summary>
    DivertPackets,

    /// <summary>A netgraph socket, or netgraph's line discipline.</summary>
    UseNetgraph,

    /// <summary>Reading net.inet.tcp.getcred, net.inet.udp.getcred and similar variables.</summary>
    SeeSocketOwners,

    /// <summary>A socket policy that bypasses IPsec.</summary>
    SetIpsecPolicy,

    /// <summary>Hop-by-hop options in IPv6 headers.</summary>
    SetHeaderOptions,

    /// <summary>IPV6_JOIN_GROUP and IPV6_LEAVE_GROUP of the unspecified address: all groups.</summary>
    JoinEveryGroup,

    /// <summary>A reserved port of AppleTalk or IPX.</summary>
    LowPortOfOtherFamilies,

    /// <summary>A NetWare connection that another user has.</summary>
    UseOthersConnections,

    /// <summary>A trace, or procfs's stops, that outlasts the execution of a set-user-id program.</summary>
    KeepTracing,

    /// <summary>write and chown that keep set-user-id and set-group-id.</summary>
    KeepSpecialModes,

    /// <summary>fork beyond RLIMIT_NPROC.</summary>
    ExceedProcessLimit,

    /// <summary>The reserved blocks of a file system.</summary>
    UseReservedSpace,

    /// <summary>bind to a port of another user's socket if both ask to share. The socket's creator counts.</summary>
    ShareOthersPorts,

    /// <summary>Setting hostname or groups from an iBCS2 or Linux program.</summary>
    EmulateAnotherSystem,
}
