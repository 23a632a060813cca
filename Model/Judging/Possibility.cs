using System.Collections.Immutable;
using Verify.Model.States;

namespace Verify.Model.Judging;

/// <summary>A state that fits everything stated so far, and what is not known of it.</summary>
/// <param name="State">The state, with stand-ins for ports that are not known.</param>
internal sealed record Possibility(State State)
{
    /// <summary>The ports that have stand-ins.</summary>
    public ImmutableArray<UnknownPort> Ports { get; init; } = [];

    /// <summary>Bit i is set if nothing is known of cursor i of the state.</summary>
    public int UnknownCursors { get; init; }

    /// <summary>True if the trace shows what UDP has counted, and tells all that was sent.</summary>
    public bool HasCounters { get; init; }

    /// <summary>
    /// True if it is not known where the search for a port of a socket's range begins, or which ports of it are in use.
    /// </summary>
    public bool LeavesChoiceOpen(Socket socket)
    {
        (ushort low, ushort high) = Spec.Bounds(State, socket);
        return (UnknownCursors & 1 << State.CursorIndex(socket.Protocol, socket.Range)) != 0
            || Ports.Any(port =>
                port.Protocol == socket.Protocol && port.Low <= high && port.High >= low);
    }

    /// <summary>True if the port may be this one: it is in its range, and no other socket has it.</summary>
    public bool MayBe(UnknownPort unknown, ushort port) =>
        unknown.MayBe(port)
        && !State.Sockets.Any(socket => socket.Protocol == unknown.Protocol && socket.Local.Port == port);

    /// <summary>The same, with a port known.</summary>
    public Possibility With(UnknownPort unknown, ushort port) => this with
    {
        State = PortStandIns.Renamed(State, unknown.Protocol, unknown.StandIn, port),
        Ports = Ports.RemoveAll(other => other.StandIn == unknown.StandIn),
    };

    /// <summary>The same, with a port known not to be a certain one.</summary>
    public Possibility Without(UnknownPort unknown, ushort port) => this with
    {
        Ports = [.. Ports.Select(other => other.StandIn == unknown.StandIn ? other.Except(port) : other)],
    };

    /// <summary>The same, without the ports that the state no longer has.</summary>
    public Possibility WithoutGone() =>
        Ports.IsEmpty ? this : this with { Ports = Ports.RemoveAll(port => !PortStandIns.Has(State, port.StandIn)) };

    /// <summary>Equal for possibilities that behave alike from now on.</summary>
    public UInt128 Digest
    {
        get
        {
            var hash = default(StateHash);
            State.AddTo(ref hash);
            if (HasCounters)
            {
                State.AddCountersTo(ref hash);
            }

            hash.Add(UnknownCursors);
            foreach (UnknownPort port in Ports)
            {
                hash.Add(port.StandIn);
                hash.Add(port.Low);
                hash.Add(port.High);
                hash.Add(port.Excluded.Count);
                foreach (ushort excluded in port.Excluded)
                {
                    hash.Add(excluded);
                }
            }

            return hash.Digest;
        }
    }
}
