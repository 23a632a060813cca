namespace Verify.Abi;

/// <summary>
/// What only a superuser may (J4), one name for each thing that the kernel asks about. Which of them a prison allows is
/// for the specification and the implementation to say, each in its own table.
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

    /// <summary>fork when one process more is all that there is room for.</summary>
    LastProcess,

    /// <summary>kill of another user's process.</summary>
    SignalOthers,

    /// <summary>ktrace of another user's process.</summary>
    KTraceOthers,

    /// <summary>ptrace of another user's process.</summary>
    PTraceOthers,

    /// <summary>A file or directory whose mode forbids it.</summary>
    OverrideModes,

    /// <summary>Removing or renaming another user's file in a sticky directory.</summary>
    OverrideSticky,

    /// <summary>chmod of another user's file.</summary>
    ChangeOthersMode,

    /// <summary>chmod to the sticky bit on a file, or to set-group-id of a group that the caller is not in.</summary>
    SetSpecialModes,

    /// <summary>chown.</summary>
    ChangeOwner,

    /// <summary>Making nodes over a quota's limit.</summary>
    ExceedQuota,

    /// <summary>chroot.</summary>
    ChangeRoot,

    /// <summary>mknod of anything but a device. (mkfifo asks for nothing.)</summary>
    MakeFifo,

    /// <summary>mknod of a device.</summary>
    MakeDevice,

    /// <summary>mount.</summary>
    Mount,

    /// <summary>unmount of what another user mounted.</summary>
    Unmount,

    /// <summary>quotactl: another user's limit, or any change.</summary>
    Quota,

    /// <summary>bind to a port under 1024.</summary>
    LowPort,

    /// <summary>An implied port from the low range.</summary>
    LowRange,

    /// <summary>A raw IPv4 socket.</summary>
    RawSocket,

    /// <summary>Writing the own hostname.</summary>
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
}
