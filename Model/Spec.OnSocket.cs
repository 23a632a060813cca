using Verify.Model.Rules.Sleeping;
using Verify.Model.Rules.Sockets;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model;

/// <content>The rules of calls on a socket.</content>
public static partial class Spec
{
    private static Verdict Step(ref CallCheck check, Process caller, Socket socket, Call.OnDescriptor call) =>
        call switch
        {
            Call.Accept or Call.Connect or Call.Receiving or Call.Sending =>
                SleepingCallRules.Judge(ref check, caller, socket, call),
            Call.IoctlReadable => ReceiveRules.Readable(ref check, socket),
            Call.Shutdown shutdown => ShutdownRules.Shutdown(ref check, socket, shutdown.How),
            Call.Bind bind when socket.End is not null =>
                LocalNameRules.Bind(ref check, caller, socket, bind.Address),
            Call.Listen listen when socket.End is not null =>
                LocalConnectRules.Listen(ref check, socket, listen.Backlog),
            Call.GetSockName when socket.End is not null => PairRules.GetSockName(ref check, socket),
            Call.GetPeerName when socket.End is not null => PairRules.GetPeerName(ref check, socket),
            Call.Bind bind when socket.Routing is not null => RoutingSocketRules.Bind(ref check, bind.Address),
            Call.Listen when socket.Routing is not null => RoutingSocketRules.Listen(ref check),
            Call.GetSockName when socket.Routing is not null => RoutingSocketRules.GetSockName(ref check),
            Call.GetPeerName when socket.Routing is not null => RoutingSocketRules.GetPeerName(ref check, socket),
            Call.Bind bind when socket.Raw is not null => RawRules.Bind(ref check, socket, bind.Address),
            Call.Bind bind => BindRules.Bind(ref check, caller, socket, bind.Address),
            Call.Listen listen => ListenRules.Listen(ref check, caller, socket, listen.Backlog),
            Call.GetSockName => NameRules.GetSockName(ref check, socket),
            Call.GetPeerName => NameRules.GetPeerName(ref check, socket),
            Call.SetSockOpt set => OptionRules.Set(ref check, socket, set),
            Call.SetSockOptPair set => StructureOptionRules.Set(ref check, socket, set),
            Call.SetSockOptGroup set => MulticastOptionRules.SetMembership(ref check, socket, set),
            Call.GetSockOpt get => OptionRules.Get(ref check, socket, get.Option),
            _ => throw NoRules(call),
        };
}
