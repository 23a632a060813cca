using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties.Reference;

/// <summary>A call that needs one privilege. Process 2 makes it; process 3 belongs to another user.</summary>
/// <param name="Privilege">The privilege.</param>
/// <param name="Call">The call in trace text.</param>
/// <param name="Denied">The error without the privilege; none if the call then does less and returns 0.</param>
/// <param name="IsInPrison">True if a superuser in a prison has the privilege (J4).</param>
/// <param name="Done">The result with the privilege.</param>
/// <param name="Before">
/// Calls before it, which need no privilege or come from outside, and without which it would need none.
/// </param>
public sealed record PrivilegedCall(
    Privilege Privilege, string Call, Errno Denied, bool IsInPrison, string Done = "0",
    params IReadOnlyList<string> Before)
{
    private const string Socket = "[2] socket(AF_INET, SOCK_DGRAM, 0) = 3";
    private const string LowSocket = "[2] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_LOW) = 0";
    private const string Shared = "[2] setsockopt(3, SO_REUSEPORT, 1) = 0";
    private const string Limit = "[2] setrlimit(8, 8) = 0";
    private const string Mount = "[1] mount(\"mfs\", \"/d\") = 0";
    private const string QuotaOfRoot = "[1] quotactl(\"/\", Q_SETQUOTA, 0, 1) = 0";
    private const string QuotaOfUser = "[1] quotactl(\"/\", Q_SETQUOTA, 1001, 1) = 0";

    /// <summary>Process 3 binds a port that it lets others share.</summary>
    private static readonly string[] TheirPort =
    [
        "[3] socket(AF_INET, SOCK_DGRAM, 0) = 3",
        "[3] setsockopt(3, SO_REUSEPORT, 1) = 0",
        "[3] bind(3, 10.0.0.2:5000) = 0",
    ];

    /// <summary>A machine with room for one process besides the first three.</summary>
    public const string Machine = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2
        tunable kern.maxproc=4
        dir "/d" 0755 0 0
        dir "/open" 0777 0 0
        dir "/secret" 0700 1005 1005
        dir "/tmp" 01777 0 0
        file "/tmp/theirs" 0644 1005 1005
        file "/theirs" 0644 1005 1005
        file "/own" 0644 1001 1001

        """;

    /// <summary>The calls; at least one for each privilege.</summary>
    public static readonly IReadOnlyList<PrivilegedCall> All =
    [
        new(Privilege.SetUser, "setuid(1003)", Errno.EPERM, true),
        new(Privilege.SetGroup, "setgid(5)", Errno.EPERM, true),
        new(Privilege.SetLogin, "setlogin(\"x\")", Errno.EPERM, true),
        new(Privilege.RaiseLimit, "setrlimit(9, 9)", Errno.EPERM, true, Before: Limit),
        new(Privilege.RaisePriority, "setpriority(0, -1)", Errno.EACCES, true),
        new(Privilege.SetOthersPriority, "setpriority(3, 1)", Errno.EPERM, true),
        new(Privilege.LastProcess, "fork()", Errno.EAGAIN, true, Done: "4"),
        new(Privilege.SignalOthers, "kill(3, 0)", Errno.EPERM, true),
        new(Privilege.KTraceOthers, "ktrace(3)", Errno.EPERM, true),
        new(Privilege.PTraceOthers, "ptrace(3)", Errno.EPERM, false),
        new(Privilege.OverrideModes, "chdir(\"/secret\")", Errno.EACCES, true),
        new(Privilege.OverrideSticky, "unlink(\"/tmp/theirs\")", Errno.EPERM, true),
        new(Privilege.ChangeOthersMode, "chmod(\"/theirs\", 0600)", Errno.EPERM, true),
        new(Privilege.SetSpecialModes, "chmod(\"/own\", 01644)", Errno.EFTYPE, true),
        new(Privilege.ChangeOwner, "chown(\"/own\", 1002, -1)", Errno.EPERM, true),
        new(Privilege.ExceedQuota, "mkdir(\"/open/x\", 0755)", Errno.EDQUOT, true, Before: [QuotaOfRoot, QuotaOfUser]),
        new(Privilege.ChangeRoot, "chroot(\"/\")", Errno.EPERM, true),
        new(Privilege.MakeFifo, "mknod(\"/open/p\", 0170644, 0)", Errno.EPERM, true),
        new(Privilege.MakeDevice, "mknod(\"/open/n\", 020644, 2)", Errno.EPERM, false),
        new(Privilege.Mount, "mount(\"mfs\", \"/d\")", Errno.EPERM, false),
        new(Privilege.Unmount, "unmount(\"/d\")", Errno.EPERM, false, Before: Mount),
        new(Privilege.Quota, "quotactl(\"/\", Q_GETQUOTA, 1005, 0)", Errno.EPERM, false),
        new(Privilege.LowPort, "bind(3, 0.0.0.0:53)", Errno.EACCES, true, Before: Socket),
        new(Privilege.LowRange, "bind(3, 0.0.0.0:0)", Errno.EPERM, true, Before: [Socket, LowSocket]),
        new(Privilege.RawSocket, "socket(AF_INET, SOCK_RAW, 0)", Errno.EPERM, false, Done: "3"),
        new(Privilege.SetHostname, "sysctl(\"kern.hostname\", \"x\")", Errno.EPERM, true),
        new(Privilege.WriteSysctl, "sysctl(\"net.inet.ip.portrange.last\", 5001)", Errno.EPERM, false),
        new(Privilege.Jail, "jail(\"/\", \"b\", 10.0.0.1)", Errno.EPERM, false),
        new(Privilege.ShareOthersPorts, "bind(3, 10.0.0.2:5000)", Errno.EADDRINUSE, true,
            Before: [.. TheirPort, Socket, Shared]),
        .. Words(Privilege.RawSocket, Errno.EPERM, false, "ipfwadd", "ipdummynet", "mrtinit"),
        .. Words(Privilege.Reboot, Errno.EPERM, false, "reboot"),
        .. Words(Privilege.SetTime, Errno.EPERM, false, "settimeofday", "adjtime", "clocksettime"),
        .. Words(Privilege.LoadModule, Errno.EPERM, false, "kldload", "kldunload"),
        .. Words(Privilege.Swap, Errno.EPERM, false, "swapon"),
        .. Words(Privilege.Account, Errno.EPERM, false, "acct"),
        .. Words(Privilege.ConfigureInterface, Errno.EPERM, false, "ifconfig"),
        .. Words(Privilege.ChangeRoute, Errno.EPERM, false, "route"),
        .. Words(Privilege.OpenPacketFilter, Errno.EPERM, false, "bpfopen"),
        .. Words(Privilege.AdjustClock, Errno.EPERM, false, "ntpadjtime"),
        .. Words(Privilege.SetRealtimePriority, Errno.EPERM, false, "rtprio"),
        .. Words(Privilege.SetHostId, Errno.EPERM, false, "sethostid"),
        .. Words(Privilege.SetDomainName, Errno.EPERM, false, "setdomainname"),
        .. Words(Privilege.RevokeOthers, Errno.EPERM, true, "revoke"),
        .. Words(Privilege.ChangeFlags, Errno.EPERM, true, "chflags"),
        .. Words(Privilege.ChangeSystemFlags, Errno.EPERM, false, "schg"),
        .. Words(Privilege.SetTimes, Errno.EPERM, true, "utimes"),
        .. Words(Privilege.ChangeDeviceNodes, Errno.EPERM, false, "devfschmod"),
        .. Words(Privilege.OverrideDeviceModes, Errno.EACCES, false, "devfsopen"),
        .. Words(Privilege.UseFileHandles, Errno.EPERM, false, "getfh", "fhopen", "fhstat", "fhstatfs"),
        .. Words(Privilege.SeeFileHandles, Errno.None, true, "statfs"),
        .. Words(Privilege.ExportFileSystem, Errno.EPERM, false, "mountexported"),
        .. Words(Privilege.MountTrusted, Errno.EPERM, false, "mountsuid"),
        .. Words(Privilege.ServeNfs, Errno.EPERM, false, "nfssvc"),
        .. Words(Privilege.MakeDeviceOverNfs, Errno.EPERM, false, "nfsmknod"),
        .. Words(Privilege.LockMemory, Errno.EPERM, false, "mlock", "munlock"),
        .. Words(Privilege.MapDevice, Errno.EINVAL, false, "mmapprivate"),
        .. Words(Privilege.AccessIoPorts, Errno.EPERM, false, "setioperm", "devio", "kdenabio"),
        .. Words(Privilege.WatchKernelMemory, Errno.EINVAL, false, "setdbregs"),
        .. Words(Privilege.OverrideIpcModes, Errno.EACCES, false, "shmat"),
        .. Words(Privilege.OverrideIpcModes, Errno.EPERM, false, "shmctl"),
        .. Words(Privilege.RaiseQueueLimit, Errno.EPERM, false, "msgctl"),
        .. Words(Privilege.TypeAhead, Errno.EACCES, false, "tiocsti"),
        .. Words(Privilege.TypeAhead, Errno.EPERM, false, "tiocstiunread"),
        .. Words(Privilege.RedirectConsole, Errno.EPERM, false, "tioccons"),
        .. Words(Privilege.OpenExclusiveTerminal, Errno.EBUSY, false, "tiocexcl"),
        .. Words(Privilege.ConfigureTerminal, Errno.EPERM, false, "tiocsdrainwait"),
        .. Words(Privilege.SnoopTerminal, Errno.EPERM, false, "snpopen"),
        .. Words(Privilege.ConfigureDevice, Errno.EPERM, false, "cdiocreset", "vniocattach"),
        .. Words(Privilege.OpenTunnel, Errno.EPERM, false, "tunopen"),
        .. Words(Privilege.DivertPackets, Errno.EPERM, false, "divertsocket"),
        .. Words(Privilege.UseNetgraph, Errno.EPERM, false, "ngsocket"),
        .. Words(Privilege.SeeSocketOwners, Errno.EPERM, false, "getcred"),
        .. Words(Privilege.SetIpsecPolicy, Errno.EACCES, false, "ipsecpolicy"),
        .. Words(Privilege.SetHeaderOptions, Errno.EPERM, false, "hopopts"),
        .. Words(Privilege.JoinEveryGroup, Errno.EACCES, false, "joinallgroups"),
        .. Words(Privilege.LowPortOfOtherFamilies, Errno.EACCES, false, "ddpbind"),
        .. Words(Privilege.LowPortOfOtherFamilies, Errno.EPERM, false, "ipxbind"),
        .. Words(Privilege.UseOthersConnections, Errno.EACCES, false, "ncplogin"),
        .. Words(Privilege.KeepTracing, Errno.EPERM, false, "piocsfl"),
        .. Words(Privilege.KeepSpecialModes, Errno.None, true, "writesuid"),
        .. Words(Privilege.ExceedProcessLimit, Errno.EAGAIN, true, "forkoverlimit"),
        .. Words(Privilege.UseReservedSpace, Errno.ENOSPC, true, "writereserved"),
        .. Words(Privilege.EmulateAnotherSystem, Errno.EPERM, false, "linuxsetgroups", "ibcs2setname"),
    ];

    /// <summary>The privilege that each administrative call needs.</summary>
    public static ImmutableDictionary<Administration, Privilege> OfWords { get; } = (
        from row in All
        let call = TraceReader.Read($"[2] {row.Call}", "privileges").Steps[0].Call as Call.Administer
        where call is not null
        select (call.What, row.Privilege)).ToImmutableDictionary(pair => pair.What, pair => pair.Privilege);

    /// <summary>The result without the privilege.</summary>
    public string Refused => Denied == Errno.None ? "0" : $"-1 {Denied}";

    /// <summary>The call.</summary>
    public override string ToString() => Call;

    /// <summary>Administrative calls, of which only the privilege is modelled.</summary>
    private static IEnumerable<PrivilegedCall> Words(
        Privilege privilege, Errno denied, bool isInPrison, params IEnumerable<string> words) =>
        words.Select(word => new PrivilegedCall(
            privilege, $"administer({word})", denied, isInPrison, denied == Errno.None ? "1" : "0"));
}
