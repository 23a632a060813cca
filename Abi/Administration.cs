namespace Verify.Abi;

/// <summary>
/// Administrative calls, of which only the permission is modelled (J4). An allowed call returns 0 and changes nothing;
/// a denied one fails with FreeBSD's error, mostly EPERM.
/// </summary>
public enum Administration
{
    /// <summary>reboot(2).</summary>
    Reboot,

    /// <summary>settimeofday(2).</summary>
    SetTimeOfDay,

    /// <summary>adjtime(2).</summary>
    AdjTime,

    /// <summary>kldload(2).</summary>
    KldLoad,

    /// <summary>kldunload(2).</summary>
    KldUnload,

    /// <summary>swapon(2).</summary>
    SwapOn,

    /// <summary>acct(2).</summary>
    Acct,

    /// <summary>ioctl(2) with SIOCAIFADDR, SIOCDIFADDR or SIOCSIFFLAGS.</summary>
    IfConfig,

    /// <summary>RTM_ADD, RTM_CHANGE or RTM_DELETE over a routing socket.</summary>
    Route,

    /// <summary>open(2) of a Berkeley packet filter.</summary>
    BpfOpen,

    /// <summary>clock_settime(2).</summary>
    ClockSetTime,

    /// <summary>ntp_adjtime(2) with modes.</summary>
    NtpAdjTime,

    /// <summary>rtprio(2) that sets a realtime priority.</summary>
    RtPrio,

    /// <summary>sethostid(2).</summary>
    SetHostId,

    /// <summary>setdomainname(2).</summary>
    SetDomainName,

    /// <summary>revoke(2) of a terminal that another user owns.</summary>
    Revoke,

    /// <summary>chflags(2) of another user's file.</summary>
    ChFlags,

    /// <summary>chflags(2) of the caller's own file with SF_IMMUTABLE.</summary>
    SChg,

    /// <summary>utimes(2) of another user's file, with times.</summary>
    UTimes,

    /// <summary>chmod(2) of another user's node in a devfs.</summary>
    DevFsChMod,

    /// <summary>open(2) of a devfs node whose mode denies it.</summary>
    DevFsOpen,

    /// <summary>getfh(2).</summary>
    GetFh,

    /// <summary>fhopen(2).</summary>
    FhOpen,

    /// <summary>fhstat(2).</summary>
    FhStat,

    /// <summary>fhstatfs(2).</summary>
    FhStatFs,

    /// <summary>statfs(2): 1 if it shows the file system's id, 0 if it hides it.</summary>
    StatFs,

    /// <summary>mount(2) with MNT_EXPORTED.</summary>
    MountExported,

    /// <summary>mount(2) without MNT_NOSUID and MNT_NODEV.</summary>
    MountSuid,

    /// <summary>nfssvc(2).</summary>
    NfsSvc,

    /// <summary>NFSPROC_MKNOD of a device, by a client's superuser.</summary>
    NfsMkNod,

    /// <summary>mlock(2).</summary>
    MLock,

    /// <summary>munlock(2).</summary>
    MUnlock,

    /// <summary>mmap(2) of a device with MAP_PRIVATE.</summary>
    MmapPrivate,

    /// <summary>sysarch(2) with I386_SET_IOPERM.</summary>
    SetIoPerm,

    /// <summary>open(2) of /dev/io.</summary>
    DevIo,

    /// <summary>ioctl(2) with KDENABIO.</summary>
    KdEnabIo,

    /// <summary>ptrace(2) with PT_SETDBREGS and a kernel address.</summary>
    SetDbRegs,

    /// <summary>shmat(2) of another user's memory whose mode forbids it.</summary>
    ShmAt,

    /// <summary>shmctl(2) with IPC_RMID of another user's memory.</summary>
    ShmCtl,

    /// <summary>msgctl(2) with IPC_SET of the caller's own queue to more bytes than it has.</summary>
    MsgCtl,

    /// <summary>ioctl(2) with TIOCSTI on a terminal that is open for reading and not the controlling one.</summary>
    TiocSti,

    /// <summary>ioctl(2) with TIOCSTI on the controlling terminal, which is not open for reading.</summary>
    TiocStiUnread,

    /// <summary>ioctl(2) with TIOCCONS.</summary>
    TiocCons,

    /// <summary>open(2) of a terminal that another process has opened exclusively.</summary>
    TiocExcl,

    /// <summary>ioctl(2) with TIOCSDRAINWAIT.</summary>
    TiocSDrainWait,

    /// <summary>open(2) of a snoop device.</summary>
    SnpOpen,

    /// <summary>ioctl(2) with CDIOCRESET.</summary>
    CdIocReset,

    /// <summary>ioctl(2) with VNIOCATTACH.</summary>
    VnIocAttach,

    /// <summary>open(2) of a tun device.</summary>
    TunOpen,

    /// <summary>socket(2) of PF_INET for IPPROTO_DIVERT.</summary>
    DivertSocket,

    /// <summary>socket(2) of PF_NETGRAPH.</summary>
    NgSocket,

    /// <summary>sysctl(3) of net.inet.tcp.getcred.</summary>
    GetCred,

    /// <summary>setsockopt(2) with IP_IPSEC_POLICY and a bypass.</summary>
    IpsecPolicy,

    /// <summary>setsockopt(2) with IPV6_HOPOPTS.</summary>
    HopOpts,

    /// <summary>setsockopt(2) with IPV6_JOIN_GROUP of the unspecified address.</summary>
    JoinAllGroups,

    /// <summary>bind(2) to a reserved port of AppleTalk.</summary>
    DdpBind,

    /// <summary>bind(2) to a reserved port of IPX.</summary>
    IpxBind,

    /// <summary>Login over a NetWare connection that another user has.</summary>
    NcpLogin,

    /// <summary>ioctl(2) with PIOCSFL and PF_ISUGID.</summary>
    PiocSFl,

    /// <summary>write(2) to the caller's own set-user-id program: 1 if it stays set-user-id, 0 if not.</summary>
    WriteSuid,

    /// <summary>fork(2) over RLIMIT_NPROC.</summary>
    ForkOverLimit,

    /// <summary>write(2) while only a file system's reserve is left.</summary>
    WriteReserved,

    /// <summary>setsockopt(2) with IP_FW_ADD, on a raw socket opened for this.</summary>
    IpFwAdd,

    /// <summary>setsockopt(2) with IP_DUMMYNET_CONFIGURE, on a raw socket opened for this.</summary>
    IpDummyNet,

    /// <summary>setsockopt(2) with MRT_INIT, on a raw socket opened for this.</summary>
    MrtInit,

    /// <summary>setgroups of a Linux program.</summary>
    LinuxSetGroups,

    /// <summary>sysi86 with SETNAME of an iBCS2 program.</summary>
    Ibcs2SetName,
}
