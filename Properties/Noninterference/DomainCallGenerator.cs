using Verify.Abi;
using Verify.Properties.Values;

namespace Verify.Properties.Noninterference;

/// <summary>
/// Generates calls of a security domain without inspecting a state: there are so few names, descriptors and ports that
/// most calls refer to something that exists.
/// </summary>
internal sealed partial class DomainCallGenerator(Prng random)
{
    private const int LastPid = 9;

    private static readonly Administration[] Words = Enum.GetValues<Administration>();

    private static readonly string[] Paths =
    [
        "/", ".", "..", "../..", "x", "/x", "/x/y", "/d", "/d/x", "/d/../u", "/u/x", "/f", "/up", "/up/a", "/null",
        "/proc", "/proc/curproc/status", "/a", "/b", "/h",
    ];

    private static readonly string[] Nodes =
    [
        "kern.hostname", "kern.hostname", "kern.proc.all", "kern.proc.pid.2", "kern.proc.pgrp.1", "kern.proc.uid.0",
        "net.route.iflist", "net.inet.udp.pcblist",
        "net.inet.tcp.pcblist", "jail.set_hostname_allowed", "net.inet.ip.portrange.first",
    ];

    private static readonly string[] Hostnames = ["a.example", "c", ""];
    private static readonly int[] Signals = [0, 9, 18, 19, 30, 30];
    private static readonly int[] Uids = [0, 0, 1001, 1002];
    private static readonly int[] ModesToTry =
        [Octal.Mode("0755"), Octal.Mode("0777"), Octal.Mode("0700"), Octal.Mode("01777")];
    private static readonly MessageOptions[] Options =
        [MessageOptions.MSG_PEEK, MessageOptions.MSG_DONTWAIT, MessageOptions.MSG_WAITALL, MessageOptions.MSG_OOB];

    private static readonly ushort[] Ports = [53, 80, 1023, 0];

    private Prng _random = random;

    /// <summary>The random numbers that determine the calls.</summary>
    public ref Prng Random => ref _random;

    /// <summary>A call of one of the domain's processes.</summary>
    public Call Next(SecurityDomain domain)
    {
        int pid = _random.Pick<int>(domain.Pids);
        return _random.Below(14) switch
        {
            < 3 => SocketCall(pid, domain),
            13 => MessageCall(pid, domain),
            < 5 => NameCall(pid),
            < 6 => RootCall(pid),
            < 8 => OpenFileCall(pid),
            < 9 => SysctlCall(pid),
            < 11 => ProcessCall(pid),
            < 12 => CredentialCall(pid),
            _ => OtherCall(pid, domain),
        };
    }

    /// <summary>A packet from another host to the domain's address.</summary>
    public Call FromOutside(SecurityDomain domain)
    {
        var source = new Endpoint(Ipv4.Of(192, 0, 2, 7), (ushort)(900 + _random.Below(100)));
        return _random.Chance(50)
            ? new Call.WireUdp(source, new Endpoint(domain.Address, 53), Data.Of("w"))
            : new Call.WireTcp(source, new Endpoint(domain.Address, 80));
    }

    private Call NameCall(int pid) => _random.Below(12) switch
    {
        0 => new Call.Open(pid, Path(), OpenOptions.O_CREAT | OpenOptions.O_RDWR, Mode()),
        1 or 2 => new Call.Stat(pid, Path()),
        3 => new Call.MkDir(pid, Path(), Mode()),
        4 => new Call.MkFifo(pid, Path(), Mode()),
        11 => new Call.MkNod(pid, Path(), FileModes.Bad | Mode(), 0),
        5 => new Call.SymLink(pid, Path(), Path()),
        6 => new Call.Link(pid, Path(), Path()),
        7 => _random.Chance(50) ? new Call.Unlink(pid, Path()) : new Call.RmDir(pid, Path()),
        8 => new Call.Rename(pid, Path(), Path()),
        9 => new Call.ChMod(pid, Path(), Mode()),
        _ => new Call.ChOwn(pid, Path(), _random.Pick<int>(Uids), _random.Pick<int>(Uids)),
    };

    private Call RootCall(int pid) => _random.Below(6) switch
    {
        0 => new Call.ChRoot(pid, Path()),
        1 => new Call.FChDir(pid, Fd()),
        2 => new Call.Mount(pid, _random.Chance(70) ? "mfs" : "procfs", Path()),
        3 => new Call.Unmount(pid, Path()),
        4 => new Call.QuotaCtl(pid, Path(), QuotaCommand.Q_SETQUOTA, _random.Pick<int>(Uids), _random.Below(3)),
        _ => new Call.ChDir(pid, Path()),
    };

    private Call OpenFileCall(int pid) => _random.Below(7) switch
    {
        0 => new Call.Open(pid, Path(), OpenOptions.O_RDONLY, 0),
        1 => new Call.Read(pid, Fd()),
        2 => new Call.ReadDir(pid, Fd()),
        3 => new Call.Close(pid, Fd()),
        4 => _random.Chance(50) ? new Call.Dup(pid, Fd()) : new Call.Dup2(pid, Fd(), Fd()),
        5 => _random.Chance(50) ? new Call.FcntlDup(pid, Fd(), Fd()) : new Call.IoctlReadable(pid, Fd()),
        _ => PassingCall(pid),
    };

    private Call SysctlCall(int pid) => _random.Below(4) switch
    {
        0 => new Call.SysctlWriteText(pid, "kern.hostname", _random.Pick<string>(Hostnames)),
        1 => new Call.SysctlWrite(pid, _random.Pick<string>(Nodes), _random.Below(2)),
        _ => new Call.SysctlRead(pid, _random.Pick<string>(Nodes)),
    };

    private Call ProcessCall(int pid) => _random.Below(12) switch
    {
        0 => new Call.Kill(pid, _random.Chance(80) ? Pid() : -_random.Below(LastPid), Signal()),
        1 => new Call.PTrace(pid, Pid()),
        2 => new Call.KTrace(pid, _random.Chance(80) ? Pid() : -Pid()),
        3 => new Call.GetPriority(pid, _random.Below(LastPid), Which()),
        4 => new Call.SetPriority(pid, _random.Below(LastPid), _random.Below(9) - 4, Which()),
        5 => new Call.GetPGid(pid, _random.Below(LastPid)),
        6 => new Call.SetPGid(pid, _random.Below(LastPid), _random.Below(LastPid)),
        7 => new Call.GetSid(pid, _random.Below(LastPid)),
        8 => new Call.FcntlSetOwn(pid, Fd(), _random.Below(2 * LastPid) - LastPid),
        9 => new Call.FcntlGetOwn(pid, Fd()),
        10 => new Call.SigAction(
            pid, _random.Pick<int>(Signals), _random.Chance(70) ? SignalAction.Handler : SignalAction.SIG_DFL,
            _random.Chance(50)),
        _ => _random.Chance(50) ? new Call.GetPGrp(pid) : new Call.SetSid(pid),
    };

    private Call CredentialCall(int pid) => _random.Below(13) switch
    {
        0 => new Call.SetUid(pid, Id()),
        1 => new Call.SetEUid(pid, Id()),
        2 => new Call.SetReUid(pid, Id(), Id()),
        3 => new Call.SetGid(pid, Id()),
        4 => new Call.SetEGid(pid, Id()),
        5 => new Call.SetReGid(pid, Id(), Id()),
        6 => new Call.SetGroups(pid, [Id()]),
        7 => new Call.GetUid(pid),
        8 => new Call.GetEUid(pid),
        9 => new Call.GetGid(pid),
        10 => new Call.GetEGid(pid),
        11 => new Call.GetGroups(pid),
        _ => new Call.IsSetUGid(pid),
    };

    private Call OtherCall(int pid, SecurityDomain domain) => _random.Below(10) switch
    {
        0 => new Call.Fork(pid),
        1 => new Call.SetLogin(pid, _random.Pick<string>(Hostnames)),
        2 => new Call.GetLogin(pid),
        3 => new Call.SetRLimit(pid, 3 + _random.Below(4), 8),
        4 => new Call.GetRLimit(pid),
        5 => new Call.UMask(pid, Mode()),
        6 => new Call.Administer(pid, _random.Pick<Administration>(Words)),
        7 => new Call.Jail(pid, 0, Path(), "j", domain.Address),
        8 when _random.Chance(30) => new Call.Exit(pid, 0),
        _ => new Call.SysctlRead(pid, "kern.proc.all"),
    };

    private string Path() => _random.Chance(10) ? $"/proc/{Pid()}/status" : _random.Pick<string>(Paths);

    private int Id() => _random.Pick<int>(Uids);

    private int Signal() => _random.Pick<int>(Signals);

    private PriorityOf Which() => _random.Pick<PriorityOf>(
        [PriorityOf.PRIO_PROCESS, PriorityOf.PRIO_PROCESS, PriorityOf.PRIO_PGRP, PriorityOf.PRIO_USER]);

    private int Mode() => _random.Pick<int>(ModesToTry);

    private int Fd() => _random.Chance(80) ? 3 + _random.Below(5) : _random.Below(9);

    private int Pid() => 1 + _random.Below(LastPid);

    private SocketAddress Address(SecurityDomain domain)
    {
        if (_random.Chance(15))
        {
            return SocketAddress.Local(_random.Pick<string>(Paths));
        }

        Ipv4 address = _random.Below(10) switch
        {
            < 3 => Ipv4.Any,
            < 6 => domain.Address,
            6 => Ipv4.Loopback,
            7 => Ipv4.Of(10, 0, 0, 9),
            _ => Ipv4.Of(10, 0, 0, (byte)(1 + _random.Below(3))),
        };
        return SocketAddress.Inet(new Endpoint(address, _random.Pick<ushort>(Ports)));
    }
}
