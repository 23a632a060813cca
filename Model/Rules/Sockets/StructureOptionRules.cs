using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// setsockopt(2) with a struct of two integers, and what getsockopt(2) returns of the options that take one
/// (kern/uipc_socket.c: sosetopt, sogetopt). No time-out ends a call yet, and close never lingers.
/// </summary>
internal static class StructureOptionRules
{
    public static readonly Rule StructureShort = new(
        "S7.option-structure",
        "setsockopt of SO_LINGER or a timeout fails with EINVAL because an integer is too short.",
        "kern/uipc_socket.c:sooptcopyin");
    public static readonly Rule StructureUnneeded = new(
        "S7.option-first", "An option that takes an integer takes the first one of a struct.",
        "kern/uipc_socket.c:sooptcopyin");
    public static readonly Rule LingerSet = new(
        "S7.linger",
        "setsockopt of SO_LINGER sets it for any l_onoff but 0, and in both cases the lowest 16 bits of l_linger.",
        "kern/uipc_socket.c:sosetopt");
    public static readonly Rule LingerRead = new(
        "S7.linger-read", "getsockopt of SO_LINGER returns its own bit or 0, and the l_linger that was set.",
        "kern/uipc_socket.c:sogetopt");
    public static readonly Rule TimeoutRange = new(
        "S7.timeout-range",
        "setsockopt of a timeout fails with EDOM if it has more than 32767 ticks of 10 milliseconds, is negative, or "
        + "has a million microseconds or more.",
        "kern/uipc_socket.c:sosetopt");
    public static readonly Rule TimeoutSet = new(
        "S7.timeout", "setsockopt of a timeout sets it, in whole ticks.",
        "kern/uipc_socket.c:sosetopt");
    public static readonly Rule TimeoutRead = new(
        "S7.timeout-read", "getsockopt of a timeout returns its ticks as seconds and microseconds.",
        "kern/uipc_socket.c:sogetopt");

    /// <summary>setsockopt(2) of any option with a struct.</summary>
    public static Verdict Set(ref CallCheck check, Socket socket, Call.SetSockOptPair call)
    {
        switch (call.Option)
        {
            case SocketOption.SO_LINGER:
                return check.Must(
                    Outcome.Ok,
                    check.State.With(socket with
                    {
                        Options = call.First != 0
                            ? socket.Options.Add(call.Option)
                            : socket.Options.Remove(call.Option),
                        Waits = socket.Waits with { Linger = unchecked((short)call.Second) },
                    }),
                    LingerSet);
            case SocketOption.SO_SNDTIMEO or SocketOption.SO_RCVTIMEO:
                return TicksOf(call.First, call.Second) is not { } ticks
                    ? check.Fails(Errno.EDOM, TimeoutRange)
                    : check.Must(
                        Outcome.Ok,
                        check.State.With(socket with
                        {
                            Waits = call.Option == SocketOption.SO_SNDTIMEO
                                ? socket.Waits with { Send = ticks }
                                : socket.Waits with { Receive = ticks },
                        }),
                        TimeoutSet);
            case SocketOption.IP_ADD_MEMBERSHIP or SocketOption.IP_DROP_MEMBERSHIP:
                // Two integers are as long as two addresses.
                return MulticastOptionRules.SetMembership(
                    ref check,
                    socket,
                    new Call.SetSockOptGroup(
                        call.Pid, call.Fd, call.Option, new Ipv4((uint)call.First), new Ipv4((uint)call.Second)));
            default:
                check.Use(StructureUnneeded);
                return OptionRules.Set(
                    ref check, socket, new Call.SetSockOpt(call.Pid, call.Fd, call.Option, call.First));
        }
    }

    /// <summary>getsockopt(2) of SO_LINGER or a timeout.</summary>
    public static Verdict Get(ref CallCheck check, Socket socket, SocketOption option)
    {
        if (option == SocketOption.SO_LINGER)
        {
            int isOn = socket.Options.Contains(option) ? (int)option : 0;
            return check.Must(Outcome.Pair(isOn, socket.Waits.Linger), check.State, LingerRead);
        }

        (int seconds, int rest) = Math.DivRem(
            option == SocketOption.SO_SNDTIMEO ? socket.Waits.Send : socket.Waits.Receive, Waits.TicksPerSecond);
        return check.Must(Outcome.Pair(seconds, rest * Waits.Tick), check.State, TimeoutRead);
    }

    /// <summary>A time in whole ticks; null if it is no time, or more than a short holds.</summary>
    private static int? TicksOf(int seconds, int microseconds) =>
        seconds < 0 || microseconds is < 0 or >= Waits.TicksPerSecond * Waits.Tick ? null
        : (long)seconds * Waits.TicksPerSecond + microseconds / Waits.Tick is var ticks and <= short.MaxValue
            ? (int)ticks
        : null;
}
