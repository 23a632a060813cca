using Verify.Abi;

namespace Verify.Model.Rules.Sysctl;

/// <summary>The variables of the sysctl tree.</summary>
internal enum SysctlVariable
{
    /// <summary>FreeBSD. Read only.</summary>
    OsType,

    /// <summary>4.0-CURRENT. Read only.</summary>
    OsRelease,

    /// <summary>Read only.</summary>
    MaxProcesses,

    /// <summary>The hostname of the caller's prison, or of the host (J5).</summary>
    Hostname,

    /// <summary>Which processes may have a directory open at chroot(2).</summary>
    ChrootAllowOpenDirectories,

    /// <summary>All processes that the caller sees (J6). Read only.</summary>
    Processes,

    /// <summary>The process with an id. Takes one argument, as the next five do. Read only.</summary>
    ProcessById,

    /// <summary>The processes of a group.</summary>
    ProcessesOfGroup,

    /// <summary>The processes of a terminal; there are none.</summary>
    ProcessesOfTerminal,

    /// <summary>The processes of an effective user.</summary>
    ProcessesOfUser,

    /// <summary>The processes of a real user.</summary>
    ProcessesOfRealUser,

    /// <summary>The listings of PF_ROUTE. Takes four arguments. Read only.</summary>
    RouteTable,

    /// <summary>The interfaces that the caller sees (J9). Read only.</summary>
    Interfaces,

    /// <summary>The UDP PCBs that the caller sees (J9). Read only.</summary>
    UdpPcbs,

    /// <summary>The TCP PCBs that the caller sees (J9). Read only.</summary>
    TcpPcbs,

    /// <summary>What UDP has counted (S11). Read only.</summary>
    UdpCounters,

    /// <summary>True if prisoners may set their hostname (J5).</summary>
    SetHostnameAllowed,

    /// <summary>True if prisoners may use PF_LOCAL, PF_INET and PF_ROUTE only (J9).</summary>
    UnixIpRouteOnly,

    /// <summary>The send buffer of a new raw socket (S11).</summary>
    RawSendSpace,

    /// <summary>The receive buffer of a new raw socket (S11).</summary>
    RawReceiveSpace,

    /// <summary>
    /// The first of the six variables of the port ranges, in the order of <see cref="PortVariable"/> (P2).
    /// </summary>
    FirstPortVariable,

    /// <summary>The last of them.</summary>
    LastPortVariable = FirstPortVariable + 5,
}
