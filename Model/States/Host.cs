using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.Dialects;

namespace Verify.Model.States;

/// <summary>The machine as a whole: what seldom changes, kept apart from the rest of the state.</summary>
public sealed record Host
{
    /// <summary>The machine at boot.</summary>
    public required World World { get; init; }

    /// <summary>The dialect of the specification.</summary>
    public Dialect Dialect { get; init; } = Dialect.FreeBsd40;

    /// <summary>
    /// Which of several equally good matches each lookup of the current call picks, see <see cref="EqualSockets"/>; 0
    /// between calls.
    /// </summary>
    internal int Way { get; init; }

    /// <summary>The machine's addresses.</summary>
    public required Network Network { get; init; }

    /// <summary>The address family of the last message to routing sockets; 0 for none (S9).</summary>
    public int LastRouteFamily { get; init; }

    /// <summary>The six variables of the port ranges, by <see cref="PortVariable"/> (P2).</summary>
    public required ImmutableArray<int> PortVariables { get; init; }

    /// <summary>kern.hostname outside every prison (J5).</summary>
    public string Hostname { get; init; } = "";

    /// <summary>kern.chroot_allow_open_directories (J8).</summary>
    public int ChrootAllowOpenDirectories { get; init; } = 1;

    /// <summary>jail.set_hostname_allowed (J5).</summary>
    public int SetHostnameAllowed { get; init; } = 1;

    /// <summary>jail.socket_unixiproute_only (J9).</summary>
    public int UnixIpRouteOnly { get; init; } = 1;

    /// <summary>net.inet.raw.maxdgram: the send buffer of a new raw socket, in bytes (S11).</summary>
    public int RawSendSpace { get; init; } = 8192;

    /// <summary>net.inet.raw.recvspace: its receive buffer.</summary>
    public int RawReceiveSpace { get; init; } = 8192;
}
