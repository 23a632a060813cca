using Verify.Abi;

namespace Verify.Properties.Tests.Checking;

/// <summary>A call that needs one privilege, made by process 2 beside process 3, which is another user's.</summary>
/// <param name="Call">The call in trace text.</param>
/// <param name="Denied">What it returns without the privilege.</param>
/// <param name="IsInPrison">True where a prison's superuser has the privilege (J4).</param>
/// <param name="Done">What it returns with the privilege.</param>
/// <param name="Before">Calls that need no privilege, or are the host's, and make this one need its own.</param>
internal sealed record PrivilegeCall(
    string Call, Errno Denied, bool IsInPrison, string Done = "0", params string[] Before)
{
    private const string Socket = "[2] socket(AF_INET, SOCK_DGRAM, 0) = 3";
    private const string LowSocket = "[2] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_LOW) = 0";
    private const string Limit = "[2] setrlimit(8, 8) = 0";
    private const string Mount = "[1] mount(\"mfs\", \"/d\") = 0";
    private const string QuotaOfRoot = "[1] quotactl(\"/\", Q_SETQUOTA, 0, 1) = 0";
    private const string QuotaOfUser = "[1] quotactl(\"/\", Q_SETQUOTA, 1001, 1) = 0";

    /// <summary>A machine with room for one process more than the three there are.</summary>
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

    /// <summary>One for each row of the table of privileges.</summary>
    public static readonly IReadOnlyDictionary<Privilege, PrivilegeCall> All = new Dictionary<Privilege, PrivilegeCall>
    {
        [Privilege.SetUser] = new("setuid(1003)", Errno.EPERM, true),
        [Privilege.SetGroup] = new("setgid(5)", Errno.EPERM, true),
        [Privilege.SetLogin] = new("setlogin(\"x\")", Errno.EPERM, true),
        [Privilege.RaiseLimit] = new("setrlimit(9, 9)", Errno.EPERM, true, Before: Limit),
        [Privilege.RaisePriority] = new("setpriority(0, -1)", Errno.EACCES, true),
        [Privilege.SetOthersPriority] = new("setpriority(3, 1)", Errno.EPERM, true),
        [Privilege.LastProcess] = new("fork()", Errno.EAGAIN, true, Done: "4"),
        [Privilege.SignalOthers] = new("kill(3, 0)", Errno.EPERM, true),
        [Privilege.KTraceOthers] = new("ktrace(3)", Errno.EPERM, true),
        [Privilege.PTraceOthers] = new("ptrace(3)", Errno.EPERM, false),
        [Privilege.OverrideModes] = new("chdir(\"/secret\")", Errno.EACCES, true),
        [Privilege.OverrideSticky] = new("unlink(\"/tmp/theirs\")", Errno.EPERM, true),
        [Privilege.ChangeOthersMode] = new("chmod(\"/theirs\", 0600)", Errno.EPERM, true),
        [Privilege.SetSpecialModes] = new("chmod(\"/own\", 01644)", Errno.EFTYPE, true),
        [Privilege.ChangeOwner] = new("chown(\"/own\", 1002, -1)", Errno.EPERM, true),
        [Privilege.ExceedQuota] =
            new("mkdir(\"/open/x\", 0755)", Errno.EDQUOT, true, Before: [QuotaOfRoot, QuotaOfUser]),
        [Privilege.ChangeRoot] = new("chroot(\"/\")", Errno.EPERM, true),
        [Privilege.MakeFifo] = new("mknod(\"/open/p\", 0170644, 0)", Errno.EPERM, true),
        [Privilege.MakeDevice] = new("mknod(\"/open/n\", 020644, 2)", Errno.EPERM, false),
        [Privilege.Mount] = new("mount(\"mfs\", \"/d\")", Errno.EPERM, false),
        [Privilege.Unmount] = new("unmount(\"/d\")", Errno.EPERM, false, Before: Mount),
        [Privilege.Quota] = new("quotactl(\"/\", Q_GETQUOTA, 1005, 0)", Errno.EPERM, false),
        [Privilege.LowPort] = new("bind(3, 0.0.0.0:53)", Errno.EACCES, true, Before: Socket),
        [Privilege.LowRange] = new("bind(3, 0.0.0.0:0)", Errno.EPERM, true, Before: [Socket, LowSocket]),
        [Privilege.RawSocket] = new("socket(AF_INET, SOCK_RAW, 0)", Errno.EPERM, false, Done: "3"),
        [Privilege.SetHostname] = new("sysctl(\"kern.hostname\", \"x\")", Errno.EPERM, true),
        [Privilege.WriteSysctl] = new("sysctl(\"net.inet.ip.portrange.last\", 5001)", Errno.EPERM, false),
        [Privilege.Jail] = new("jail(\"/\", \"b\", 10.0.0.1)", Errno.EPERM, false),
        [Privilege.Reboot] = new("administer(reboot)", Errno.EPERM, false),
        [Privilege.SetTime] = new("administer(settimeofday)", Errno.EPERM, false),
        [Privilege.LoadModule] = new("administer(kldload)", Errno.EPERM, false),
        [Privilege.Swap] = new("administer(swapon)", Errno.EPERM, false),
        [Privilege.Account] = new("administer(acct)", Errno.EPERM, false),
        [Privilege.ConfigureInterface] = new("administer(ifconfig)", Errno.EPERM, false),
        [Privilege.ChangeRoute] = new("administer(route)", Errno.EPERM, false),
        [Privilege.OpenPacketFilter] = new("administer(bpfopen)", Errno.EPERM, false),
    };
}
