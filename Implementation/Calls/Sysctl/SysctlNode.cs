namespace Verify.Implementation.Calls.Sysctl;

/// <summary>
/// A node of the sysctl tree: FreeBSD's struct sysctl_oid. It is a variable or an inner node. An inner node with a
/// handler is a variable that takes the rest of the number as arguments.
/// </summary>
internal sealed class SysctlNode(string name, int number, SysctlKey? variable, SysctlFlags flags)
{
    /// <summary>OID_AUTO: assigns the next free number from 100 up.</summary>
    public const int Auto = -1;

    private const int FirstAuto = 100;

    private readonly List<SysctlNode> _children = [];

    public string Name { get; } = name;

    public int Number { get; } = number;

    /// <summary>The variable; null for an inner node without a handler.</summary>
    public SysctlKey? Variable { get; } = variable;

    public SysctlFlags Flags { get; } = flags;

    /// <summary>True for a variable below which there are no names.</summary>
    public bool IsLeaf => Variable is not null && (Flags & SysctlFlags.TakesArguments) == 0;

    /// <summary>Adds an inner node.</summary>
    public SysctlNode Add(string name, int number) => Add(name, number, null, SysctlFlags.None);

    /// <summary>Adds a node, assigning a number if none is given: sysctl_register_oid of kern_sysctl.c.</summary>
    public SysctlNode Add(string name, int number, SysctlKey? variable, SysctlFlags flags = SysctlFlags.None)
    {
        if (number == Auto)
        {
            number = FirstAuto;
            foreach (SysctlNode child in _children)
            {
                number = Math.Max(number, child.Number + 1);
            }
        }

        var node = new SysctlNode(name, number, variable, flags);
        _children.Add(node);
        return node;
    }

    public SysctlNode? Find(int number) => _children.Find(child => child.Number == number);

    public SysctlNode? Find(ReadOnlySpan<char> name)
    {
        foreach (SysctlNode child in _children)
        {
            if (name.SequenceEqual(child.Name))
            {
                return child;
            }
        }

        return null;
    }
}

/// <summary>Type and permissions of a sysctl variable: the flags of FreeBSD's SYSCTL_OID.</summary>
[Flags]
internal enum SysctlFlags
{
    /// <summary>A number that only the host's superuser may write.</summary>
    None = 0,

    /// <summary>Read-only: no CTLFLAG_WR.</summary>
    ReadOnly = 1,

    /// <summary>CTLFLAG_PRISON: each prison has its own value, which it may write.</summary>
    PerPrison = 2,

    /// <summary>The value is a string.</summary>
    IsText = 4,

    /// <summary>CTLTYPE_NODE with a handler: the numbers that follow are arguments.</summary>
    TakesArguments = 8,
}

/// <summary>The variables of the sysctl tree.</summary>
internal enum SysctlKey
{
    /// <summary>kern.ostype: FreeBSD.</summary>
    OsType,

    /// <summary>kern.osrelease: 4.0-CURRENT.</summary>
    OsRelease,

    /// <summary>kern.maxproc.</summary>
    MaxProcesses,

    /// <summary>kern.hostname: the caller's prison's, or the host's (J5).</summary>
    Hostname,

    /// <summary>kern.chroot_allow_open_directories.</summary>
    ChrootAllowOpenDirectories,

    /// <summary>kern.proc.all: the processes visible to the caller (J6).</summary>
    Processes,

    /// <summary>kern.proc.pid: one process, by its id.</summary>
    ProcessById,

    /// <summary>kern.proc.pgrp: the processes of a process group.</summary>
    ProcessesOfGroup,

    /// <summary>kern.proc.tty: the processes of a terminal; there are no terminals.</summary>
    ProcessesOfTerminal,

    /// <summary>kern.proc.uid: the processes of an effective user.</summary>
    ProcessesOfUser,

    /// <summary>kern.proc.ruid: the processes of a real user.</summary>
    ProcessesOfRealUser,

    /// <summary>net.routetable: the interfaces visible to the caller (J9), NET_RT_IFLIST.</summary>
    RouteTable,

    /// <summary>net.inet.udp.stats: what UDP counts for the whole host (S11).</summary>
    UdpStatistics,

    /// <summary>net.inet.udp.pcblist: the UDP PCBs visible to the caller, newest first (J9).</summary>
    UdpPcbs,

    /// <summary>net.inet.tcp.pcblist: the TCP PCBs visible to the caller, newest first (J9).</summary>
    TcpPcbs,

    /// <summary>net.inet.raw.maxdgram and net.inet.raw.recvspace (S11).</summary>
    RawMaxDatagram,
    RawReceiveSpace,

    /// <summary>net.inet.ip.portrange.first (P2); the five after it follow in the order of PortVariable.</summary>
    PortFirst,

    /// <summary>net.inet.ip.portrange.last.</summary>
    PortLast,

    /// <summary>net.inet.ip.portrange.hifirst.</summary>
    PortHiFirst,

    /// <summary>net.inet.ip.portrange.hilast.</summary>
    PortHiLast,

    /// <summary>net.inet.ip.portrange.lowfirst.</summary>
    PortLowFirst,

    /// <summary>net.inet.ip.portrange.lowlast.</summary>
    PortLowLast,

    /// <summary>jail.set_hostname_allowed: prisons may set their hostname (J5).</summary>
    SetHostnameAllowed,

    /// <summary>jail.socket_unixiproute_only: prisons are restricted to PF_LOCAL, PF_INET and PF_ROUTE (J9).</summary>
    UnixIpRouteOnly,
}
