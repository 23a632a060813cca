using Verify.Abi;

namespace Verify.Properties;

/// <summary>The kinds of call by number, so that counters can be arrays.</summary>
public static class CallNames
{
    /// <summary>The names, as the trace text has them, by number.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "fork", "setuid", "exit", "jail", "sysctl read", "sysctl write", "socket", "bind", "connect", "listen", "accept",
        "sendto", "recvfrom", "getsockname", "getpeername", "setsockopt", "getsockopt", "close", "wire udp", "wire tcp",
    ];

    /// <summary>The number of a call's kind.</summary>
    public static int IndexOf(Call call) => call switch
    {
        Call.Fork => 0,
        Call.SetUid => 1,
        Call.Exit => 2,
        Call.Jail => 3,
        Call.SysctlRead => 4,
        Call.SysctlWrite => 5,
        Call.Socket => 6,
        Call.Bind => 7,
        Call.Connect => 8,
        Call.Listen => 9,
        Call.Accept => 10,
        Call.SendTo => 11,
        Call.RecvFrom => 12,
        Call.GetSockName => 13,
        Call.GetPeerName => 14,
        Call.SetSockOpt => 15,
        Call.GetSockOpt => 16,
        Call.Close => 17,
        Call.WireUdp => 18,
        Call.WireTcp => 19,
        _ => throw new ArgumentException("a kind of call without a number", nameof(call)),
    };
}
