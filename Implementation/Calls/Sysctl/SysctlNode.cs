namespace Verify.Implementation.Calls.Sysctl;

/// <summary>
/// A node of the sysctl tree: FreeBSD's struct sysctl_oid. It is a variable, or an inner node; some inner nodes are
/// variables all the same, which take what is left of a number as arguments.
/// </summary>
internal sealed class SysctlNode(string name, int number, SysctlVariable? variable, SysctlFlags flags)
{
    /// <summary>OID_AUTO: the first number that is free from 100 up.</summary>
    public const int Auto = -1;

    private const int FirstAuto = 100;

    private readonly List<SysctlNode> _children = [];

    public string Name { get; } = name;

    public int Number { get; } = number;

    /// <summary>What is read and written there; null for an inner node without a handler.</summary>
    public SysctlVariable? Variable { get; } = variable;

    public SysctlFlags Flags { get; } = flags;

    /// <summary>A variable that nothing can be under.</summary>
    public bool IsLeaf => Variable is not null && (Flags & SysctlFlags.TakesArguments) == 0;

    /// <summary>An inner node.</summary>
    public SysctlNode Add(string name, int number) => Add(name, number, null, SysctlFlags.None);

    /// <summary>Adds a node, and gives it a number where it has none: sysctl_register_oid of kern_sysctl.c.</summary>
    public SysctlNode Add(string name, int number, SysctlVariable? variable, SysctlFlags flags = SysctlFlags.None)
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

/// <summary>What a variable of the sysctl tree is, and who may write it: the flags of FreeBSD's SYSCTL_OID.</summary>
[Flags]
internal enum SysctlFlags
{
    /// <summary>A number that the host's superuser writes.</summary>
    None = 0,

    /// <summary>Nobody writes it: without CTLFLAG_WR.</summary>
    ReadOnly = 1,

    /// <summary>CTLFLAG_PRISON: a prison has its own, and writes that.</summary>
    PerPrison = 2,

    /// <summary>It has a text.</summary>
    IsText = 4,

    /// <summary>CTLTYPE_NODE with a handler: what follows its number are arguments.</summary>
    TakesArguments = 8,
}

/// <summary>The variables of the sysctl tree.</summary>
internal enum SysctlVariable
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

    /// <summary>kern.proc.all: the processes that the caller sees (J6).</summary>
    Processes,

    /// <summary>kern.proc.pid: one of them, by its id.</summary>
    ProcessById,

    /// <summary>kern.proc.pgrp: those of a process group.</summary>
    ProcessesOfGroup,

    /// <summary>kern.proc.tty: those of a terminal, of which there is none.</summary>
    ProcessesOfTerminal,

    /// <summary>kern.proc.uid: those of an effective user.</summary>
    ProcessesOfUser,

    /// <summary>kern.proc.ruid: those of a real user.</summary>
    ProcessesOfRealUser,

    /// <summary>net.routetable: the interfaces that the caller sees (J9), NET_RT_IFLIST.</summary>
    RouteTable,

    /// <summary>net.inet.udp.pcblist: the UDP PCBs that the caller sees, newest first (J9).</summary>
    UdpPcbs,

    /// <summary>net.inet.tcp.pcblist: the TCP PCBs that the caller sees, newest first (J9).</summary>
    TcpPcbs,

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

    /// <summary>jail.set_hostname_allowed: prisoners may set their hostname (J5).</summary>
    SetHostnameAllowed,

    /// <summary>jail.socket_unixiproute_only: prisoners have PF_LOCAL, PF_INET and PF_ROUTE only (J9).</summary>
    UnixIpRouteOnly,
}
