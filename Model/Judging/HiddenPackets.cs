using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Judging;

/// <summary>
/// What outside hosts may have sent since the step before, if the trace does not tell: each packet that could explain
/// the next outcome.
/// </summary>
internal static class HiddenPackets
{
    /// <summary>An outside host in place of one that is not stated (RFC 5737).</summary>
    public static readonly Endpoint Somebody = new(new Ipv4(0xc000_0201), 9);

    /// <summary>The state before the call: as it was, and after each packet.</summary>
    public static IEnumerable<Possibility> Before(Possibility before, Call call, Statement stated)
    {
        yield return before;
        State state = before.State;
        if (Made(state, call) is not { } made || SocketOf(state, made) is not { } socket)
        {
            yield break;
        }

        foreach (Call packet in Packets(state, socket, made, stated))
        {
            yield return before with { State = Spec.Judge(state, packet, in Continuations.Impossible).After };
        }

        if (socket.Protocol == Protocol.Udp && IsOutside(state, socket.Foreign.Address))
        {
            yield return before with { State = state.With(socket with { PendingError = Errno.ECONNREFUSED }) };
        }
    }

    /// <summary>
    /// The ways in which connect(2) ends that sleeps until an outside host answers, and is answered before the next
    /// step: with the reply that it gets then.
    /// </summary>
    public static IEnumerable<Branch> Answered(Call call, Branch asleep)
    {
        State state = asleep.After.State;
        if (call is not Call.Connect connect || SocketOf(state, connect) is not { } socket)
        {
            yield break;
        }

        foreach (Call packet in Answers(socket))
        {
            var verdict = Spec.Judge(state, packet, in Continuations.Impossible);
            State after = verdict.After;
            Reply? reply = verdict.Expected!.Outcome.Effects.Resumed
                .FirstOrDefault(resumed => resumed.Pid == connect.Pid)?.Outcome.Reply;
            if (reply is null)
            {
                var resume = new Call.Resume(connect.Pid, CallKinds.NameOf(connect));
                verdict = Spec.Judge(after, resume, in Continuations.Impossible);
                (after, reply) = (verdict.After, verdict.Expected!.Outcome.Reply);
            }

            yield return asleep with
            {
                After = asleep.After with { State = after },
                Outcome = asleep.Outcome with { Reply = reply.Value },
            };
        }
    }

    /// <summary>True for the address of another host.</summary>
    public static bool IsOutside(State state, Ipv4 address) =>
        !address.IsAny && !state.Network.IsOwn(address) && address != Ipv4.Loopback;

    /// <summary>The call on a descriptor that is made, or that continues.</summary>
    public static Call.OnDescriptor? Made(State state, Call call) => call switch
    {
        Call.Resume resume => state.FindProcess(resume.Pid)?.Sleep?.Call as Call.OnDescriptor,
        _ => call as Call.OnDescriptor,
    };

    /// <summary>The socket of a call; null if it is none.</summary>
    public static Socket? SocketOf(State state, Call.OnDescriptor call) =>
        state.FindProcess(call.Pid) is { } caller ? state.SocketAt(caller, call.Fd) : null;

    private static IEnumerable<Call> Packets(State state, Socket socket, Call made, Statement stated) =>
        (made, socket.Protocol) switch
        {
            (Call.Receiving, _) when socket.Raw is { } raw => HiddenRawPackets.Of(state, socket, raw, stated),
            (Call.Receiving, Protocol.Udp) =>
                from destination in Destinations(state, socket)
                select new Call.WireUdp(stated.Address ?? Sender(socket), destination, DataOf(stated)),
            (Call.Accept, Protocol.Tcp) when stated.Address is { } source && IsOutside(state, source.Address) =>
                from destination in Destinations(state, socket)
                select new Call.WireTcp(source, destination),
            (_, Protocol.Tcp) when IsOutside(state, socket.Foreign.Address) =>
                socket.IsUnanswered ? Answers(socket) : [new Call.WireTcpReset(socket.Foreign, socket.Local)],
            _ => [],
        };

    private static IEnumerable<Call> Answers(Socket socket) =>
    [
        new Call.WireTcpAccept(socket.Foreign, socket.Local),
        new Call.WireTcpReset(socket.Foreign, socket.Local),
        new Call.WireTcpTimeout(socket.Foreign, socket.Local),
    ];

    private static IEnumerable<Endpoint> Destinations(State state, Socket socket) => socket.Local.Address.IsAny
        ? state.Network.Own.Concat(SharesPort(state, socket) ? [Ipv4.Broadcast] : (Ipv4[])[])
            .Select(address => socket.Local with { Address = address })
        : [socket.Local];

    /// <summary>
    /// True for a port that other sockets have too: a datagram to many may be the only one that gets here.
    /// </summary>
    private static bool SharesPort(State state, Socket socket) =>
        socket.Protocol == Protocol.Udp
        && state.Sockets.Any(other =>
            other.Id != socket.Id && other.Protocol == socket.Protocol && other.Local.Port == socket.Local.Port);

    private static Endpoint Sender(Socket socket) => socket.IsConnected ? socket.Foreign : Somebody;

    /// <summary>Data of the stated length that begins as stated.</summary>
    private static Data DataOf(Statement stated)
    {
        Data first = stated.Data ?? default;
        return first.Then(Data.Of(new byte[Math.Max(0, (stated.Value ?? 0) - first.Length)]));
    }
}
