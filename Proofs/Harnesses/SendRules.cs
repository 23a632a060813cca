using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>What sendto(2) says, what leaves, and how it leaves the socket.</summary>
internal static class SendRules
{
    [Proof("S11", "UDP sendto, named or not: the first rule that is broken is its error, and nothing leaves, to a "
        + "broadcast address neither. The socket is connected to whom it was, and keeps a port that it got.",
        Bound = "the only socket of a host with two addresses in networks of 256 and port ranges of two ports",
        Mutant = "sendto-left-connected")]
    public static void Alone(
        HostState state, SocketState socket, Data data, SocketAddress name, bool named, byte prison, int uid)
    {
        state = state.Plain;
        var host = new Host(state);
        Check(state, host, host.Add(host.Udp, socket), held: null, data, named ? name : null, host.Caller(prison, uid));
    }

    [Proof("S11", "The same beside another socket: EADDRINUSE if that has both ends already.",
        Bound = "two UDP sockets with ports on a host with two addresses in networks of 256",
        Mutant = "udp-connect-again")]
    public static void Beside(
        HostState state, SocketState socket, SocketState other, Data data, SocketAddress name, bool named, byte prison,
        int uid)
    {
        state = state.Plain;
        var host = new Host(state);
        Socket held = host.Add(host.Udp, other);
        Socket called = host.Add(host.Udp, socket);
        Proof.Assume(held.Pcb!.IsBound & called.Pcb!.IsBound);
        Check(state, host, called, held, data, named ? name : null, host.Caller(prison, uid));
    }

    private static void Check(
        HostState state, Host host, Socket called, Socket? held, Data data, SocketAddress? to, Process caller)
    {
        Pcb pcb = called.Pcb!;
        Ipv4? own = called.Owner.Prison?.Address;
        bool wasConnected = called.IsConnected;
        (Endpoint local, Endpoint foreign) = (pcb.Local, pcb.Foreign);
        SocketAddress name = to ?? default;
        Endpoint there = to is null
            ? foreign
            : name.Endpoint with { Address = InetRules.Destination(state, own, name.Endpoint.Address) };
        Ipv4 source = InetRules.Source(state, own, local.Address, there.Address);
        bool isTaken = local.Port != 0 & held?.Pcb!.Local == local with { Address = source }
            & held?.Pcb!.Foreign == there;
        Errno invalid = to is null
            ? wasConnected ? Errno.None : Errno.EDESTADDRREQ
            : InetRules.FirstOf(
                InetRules.FirstOf(InetRules.OfLength(name), wasConnected ? Errno.EISCONN : Errno.None),
                InetRules.OfName(name),
                isTaken ? Errno.EADDRINUSE : InetRules.OfImpliedBind(state, called, caller.Credentials.Uid));
        Errno expected = InetRules.FirstOf(
            invalid, InetRules.IsToAll(state, there.Address) ? Errno.EACCES : Errno.None);
        Outcome outcome = host.Transfer.SendTo(caller, called, data, to);
        Proof.Assert(outcome.Error == expected, "the first rule broken");
        bool isSent = outcome.Sent is not null;
        Proof.Assert(isSent == (expected == Errno.None), "it leaves if no rule is broken");
        Proof.Assert(outcome.Value == (isSent ? data.Length : -1), "all of it");
        Endpoint here = to is null ? local : new Endpoint(source, pcb.Local.Port);
        Proof.Assert(!isSent | outcome.Sent == new Packet(Protocol.Udp, here, there), "from here to there");
        Proof.Assert(called.IsConnected == wasConnected & pcb.Foreign == foreign, "it is connected to whom it was");
        Proof.Assert(
            pcb.Local.Address == (pcb.IsBound ? own ?? local.Address : local.Address),
            "its local address is what it was, or its prison's");
        Proof.Assert(
            local.Port == 0 & invalid == Errno.None
                ? Host.IsOfRange(pcb.Local.Port, pcb.Range)
                : pcb.Local.Port == local.Port,
            "it keeps its port, or the one that it got");
    }
}
