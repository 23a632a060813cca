using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>The boundaries of the port ranges are exact (G3).</summary>
internal static class PortGoal
{
    private const int FirstUnreserved = 1024;

    /// <summary>Only the superuser binds a reserved port.</summary>
    public static string? Check(State state, Call call, in Outcome outcome) =>
        call is Call.Bind { Address.Endpoint.Port: > 0 and < FirstUnreserved } bind && outcome.Succeeded
        && state.FindProcess(bind.Pid) is { IsSuperuser: false } caller
        && state.SocketAt(caller, bind.Fd) is { End: null, Raw: null }
            ? $"G3: process {bind.Pid} binds port {bind.Address.Endpoint.Port} without privilege"
            : null;

    /// <summary>A port that a call chose lies in the socket's range.</summary>
    public static string? Check(State before, Call call, ReadOnlySpan<SocketEntry> after)
    {
        if (call is not Call.OnDescriptor { Pid: var pid, Fd: var fd }
            || before.FindProcess(pid) is not { } caller
            || before.SocketAt(caller, fd) is not { IsBound: false } socket
            || SocketEntry.Find(after, pid, fd) is not { Local.Port: not 0 and var port })
        {
            return null;
        }

        if (port < FirstUnreserved && !caller.IsSuperuser)
        {
            return $"G3: process {pid} gets port {port} without privilege";
        }

        (ushort first, ushort last) = before.RangeOf(socket.Range);
        bool named = call is Call.Bind { Address.Endpoint.Port: not 0 };
        return named || (port >= Math.Min(first, last) && port <= Math.Max(first, last))
            ? null
            : $"G3: process {pid} gets port {port}, which is outside {first} to {last}";
    }

    /// <summary>A socket with a local or foreign address has a port, unless it is a raw one.</summary>
    public static string? Check(in SocketEntry entry) => entry is { Local.Port: 0, IsRaw: false }
        ? $"G3: process {entry.Pid} has descriptor {entry.Fd} at {entry.Local}, without a port"
        : null;
}
