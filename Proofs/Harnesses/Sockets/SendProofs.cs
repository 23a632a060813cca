using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>Error and effect of sendto(2), and the packet it sends.</summary>
internal static class SendProofs
{
    [Proof("S11", "UDP sendto, with a destination or without, returns the error of the first rule broken and sends "
        + "nothing, not even to a broadcast address. The socket keeps its association, and a port that it got.",
        Bound = "the only socket of a host with two addresses in /24 networks and port ranges of two ports",
        Mutant = "sendto-left-connected")]
    public static void Alone(
        HostState state, SocketState socket, ShortData data, SocketAddress name, bool named, byte prison, int uid)
    {
        state = state.Plain;
        var host = new ProofHost(state).WithRoutes();
        Check(
            state, host, host.Add(host.Udp, socket), held: null, data.ToData(), named ? name : null,
            host.Caller(prison, uid));
    }

    [Proof("S11", "UDP sendto beside another socket: EADDRINUSE if that has both ends already.",
        Bound = "two bound UDP sockets on a host with two addresses in /24 networks", Mutant = "udp-connect-again")]
    public static void Beside(
        HostState state, SocketState socket, SocketState other, ShortData data, SocketAddress name, bool named,
        byte prison, int uid)
    {
        state = state.Plain;
        var host = new ProofHost(state).WithRoutes();
        Socket held = host.Add(host.Udp, other);
        Socket called = host.Add(host.Udp, socket);
        Proof.Assume(held.Pcb!.IsBound & called.Pcb!.IsBound);
        Check(state, host, called, held, data.ToData(), named ? name : null, host.Caller(prison, uid));
    }

    private static void Check(
        HostState state, ProofHost host, Socket called, Socket? held, Data data, SocketAddress? to, Process caller)
    {
        Pcb pcb = called.Pcb!;
        Ipv4? own = called.Owner.Prison?.Address;
        bool wasConnected = called.IsConnected;
        (Endpoint local, Endpoint foreign) = (pcb.Local, pcb.Foreign);
        SocketAddress name = to ?? default;
        Endpoint there = to is null
            ? foreign
            : name.Endpoint with { Address = InetErrors.Destination(state, own, name.Endpoint.Address) };
        Ipv4 source = InetErrors.Source(state, own, local.Address, there.Address);
        bool isTaken = local.Port != 0 & held?.Pcb!.Local == local with { Address = source }
            & held?.Pcb!.Foreign == there;
        Errno invalid = to is null
            ? wasConnected ? Errno.None : Errno.EDESTADDRREQ
            : InetErrors.FirstOf(
                InetErrors.FirstOf(InetErrors.OfLength(name), wasConnected ? Errno.EISCONN : Errno.None),
                InetErrors.OfName(name),
                isTaken ? Errno.EADDRINUSE : InetErrors.OfImpliedBind(state, called, caller.Credentials.Uid));
        Errno expected = InetErrors.FirstOf(
            invalid, InetErrors.IsToAll(state, there.Address) ? Errno.EACCES : Errno.None);
        Outcome outcome = host.Sending.SendTo(caller, called, data, to);
        Proof.Assert(outcome.Error == expected, "the error of the first rule broken");
        bool isSent = outcome.Sent.Count != 0;
        Proof.Assert(isSent == (expected == Errno.None), "a datagram leaves if no rule is broken");
        Proof.Assert(outcome.Value == (isSent ? data.Length : -1), "all its bytes");
        Endpoint here = to is null ? local : new Endpoint(source, pcb.Local.Port);
        Proof.Assert(!isSent | outcome.Sent.First == new Packet(Protocol.Udp, here, there), "it has both ends");
        Proof.Assert(called.IsConnected == wasConnected & pcb.Foreign == foreign, "its association is unchanged");
        Proof.Assert(
            pcb.Local.Address == (pcb.IsBound ? own ?? local.Address : local.Address),
            "its local address is unchanged, or its prison's");
        Proof.Assert(
            local.Port == 0 & invalid == Errno.None
                ? ProofHost.IsOfRange(pcb.Local.Port, pcb.Range)
                : pcb.Local.Port == local.Port,
            "it keeps its port, or the one it got");
    }
}
