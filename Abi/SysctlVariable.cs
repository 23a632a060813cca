namespace Verify.Abi;

/// <summary>The variables of the sysctl tree, and its inner nodes.</summary>
public enum SysctlVariable
{
    /// <summary>An inner node, which has no value: EISDIR.</summary>
    Node,

    /// <summary>kern.ostype: FreeBSD. Read only.</summary>
    OsType,

    /// <summary>kern.osrelease: 4.0-CURRENT. Read only.</summary>
    OsRelease,

    /// <summary>kern.maxproc. Read only.</summary>
    MaxProcesses,

    /// <summary>kern.hostname: the caller's prison's, or the host's (J5).</summary>
    Hostname,

    /// <summary>
    /// kern.chroot_allow_open_directories: who may have a directory open at chroot(2). 0: nobody; 1: who is not chrooted;
    /// any other: everybody.
    /// </summary>
    ChrootAllowOpenDirectories,

    /// <summary>kern.proc.all: the ids of the processes that the caller sees, lowest first, a space between two (J6).</summary>
    Processes,

    /// <summary>net.route.iflist: the interfaces that the caller sees (J9).</summary>
    Interfaces,

    /// <summary>net.inet.udp.pcblist: the UDP PCBs that the caller sees, newest first (J9).</summary>
    UdpPcbs,

    /// <summary>net.inet.tcp.pcblist: the TCP PCBs that the caller sees, newest first (J9).</summary>
    TcpPcbs,

    /// <summary>One of net.inet.ip.portrange.*, see <see cref="PortVariable"/> (P2).</summary>
    PortRange,

    /// <summary>jail.set_hostname_allowed: prisoners may set their hostname (J5).</summary>
    SetHostnameAllowed,

    /// <summary>jail.socket_unixiproute_only: prisoners have PF_LOCAL, PF_INET and PF_ROUTE only (J9).</summary>
    UnixIpRouteOnly,
}
