using System.Collections.Immutable;
using Verify.Model.States;

namespace Verify.Model.Judging;

/// <summary>The ports that a call may choose, if the choice is open.</summary>
internal static class PortChoice
{
    /// <summary>
    /// The state before the call, once for each choice: with the search beginning at each port in use, since another
    /// address may share it; at the port that the call names; and at one that stands for all others.
    /// </summary>
    public static IEnumerable<Possibility> Of(Possibility before, Socket socket, Call call, NamedNumbers named)
    {
        State state = before.State;
        (ushort low, ushort high) = Spec.Bounds(state, socket);
        ushort name = NamedPort.Of(call);
        ImmutableSortedSet<ushort> tried = Spec.UsedPorts(state, socket);
        tried = name >= low && name <= high ? tried.Add(name) : tried;
        foreach (ushort port in tried)
        {
            yield return before with { State = Spec.WithPortNext(state, socket, port) };
        }

        ushort standIn = StandIn(state, low, high, named);
        if (standIn != 0)
        {
            // A stand-in in use is no port; the unknown ports keep apart because stand-ins differ.
            ImmutableSortedSet<ushort> known = tried.Except(before.Ports.Select(port => port.StandIn));
            yield return before with
            {
                State = Spec.WithPortNext(state, socket, standIn),
                Ports = before.Ports.Add(new UnknownPort(socket.Protocol, standIn, low, high, known)),
            };
            yield break;
        }

        foreach (Possibility sure in WithoutUnknown(before, socket))
        {
            for (int port = low; port <= high; port++)
            {
                yield return sure with { State = Spec.WithPortNext(sure.State, socket, (ushort)port) };
            }
        }
    }

    /// <summary>A port that occurs nowhere; 0 if there is none.</summary>
    private static ushort StandIn(State state, int low, int high, NamedNumbers named)
    {
        for (int port = low; port <= high; port++)
        {
            if (!named.Has(port) && !PortStandIns.Has(state, (ushort)port))
            {
                return (ushort)port;
            }
        }

        return 0;
    }

    /// <summary>
    /// The possibilities with every unknown port of the protocol known: in a range so small, no port stands for others.
    /// </summary>
    private static IEnumerable<Possibility> WithoutUnknown(Possibility before, Socket socket)
    {
        if (before.Ports.FirstOrDefault(port => port.Protocol == socket.Protocol) is not { } unknown)
        {
            return [before];
        }

        return
            from port in Enumerable.Range(unknown.Low, unknown.High - unknown.Low + 1)
            where port == unknown.StandIn || before.MayBe(unknown, (ushort)port)
            from sure in WithoutUnknown(before.With(unknown, (ushort)port), socket)
            select sure;
    }
}
