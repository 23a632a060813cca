using Verify.Abi;

namespace Verify.Model;

/// <summary>The executable specification: which outcomes are allowed, and what is true afterwards.</summary>
public static class Spec
{
    /// <summary>The state of a machine that has just booted.</summary>
    public static State Boot(World world)
    {
        State state = new()
        {
            Host = new Host
            {
                World = world,
                Network = new Network(world),
                PortVariables = PortVariableRules.Defaults,
            },
            Tree = BootTree.Of(world),
            Processes =
            [
                new Process
                {
                    Pid = 1,
                    Limit = world.Tunables.MaxFilesPerProcess,
                    HardLimit = world.Tunables.MaxFilesPerProcess,
                    Files = [File.Console, File.Console, File.Console],
                },
            ],
        };
        return world.Settings.Aggregate(state, PortVariableRules.Write);
    }

    /// <summary>Judges one observed call. Pure: the same arguments give the same verdict, and no state changes.</summary>
    public static Verdict Step(State state, Call call, in Outcome observed)
    {
        var hearing = new Hearing(state, in observed);
        return call switch
        {
            Call.ByProcess system => state.FindProcess(system.Pid) is { } caller
                ? Step(ref hearing, caller, system)
                : hearing.Fails(Errno.ESRCH, Rule.NoSuchProcess),
            Call.WireUdp datagram => WireRules.Udp(ref hearing, datagram),
            Call.WireTcp connection => WireRules.Tcp(ref hearing, connection),
            _ => throw new ArgumentException("a kind of call without rules", nameof(call)),
        };
    }

    private static Verdict Step(ref Hearing hearing, Process caller, Call.ByProcess call) => call switch
    {
        Call.OnDescriptor onDescriptor => Step(ref hearing, caller, onDescriptor),
        Call.Socket socket => SocketRules.Socket(ref hearing, caller, socket),
        Call.Fork => ProcessRules.Fork(ref hearing, caller),
        Call.SetUid setUid => ProcessRules.SetUid(ref hearing, caller, setUid),
        Call.Exit => ProcessRules.Exit(ref hearing, caller),
        Call.Jail jail => JailRules.Jail(ref hearing, caller, jail),
        Call.SysctlRead read => SysctlRules.Read(ref hearing, read),
        Call.SysctlWrite write => SysctlRules.Write(ref hearing, caller, write),
        _ => throw new ArgumentException("a kind of call without rules", nameof(call)),
    };

    private static Verdict Step(ref Hearing hearing, Process caller, Call.OnDescriptor call)
    {
        File file = caller.FileAt(call.Fd);
        if (file == File.Closed)
        {
            return hearing.Fails(Errno.EBADF, Rule.DescriptorNotOpen);
        }

        if (call is Call.Close)
        {
            return CloseRules.Close(ref hearing, caller, call.Fd);
        }

        if (!file.IsSocket)
        {
            return hearing.Fails(Errno.ENOTSOCK, Rule.DescriptorNoSocket);
        }

        Socket socket = hearing.State.SocketOf(file.Id);
        return call switch
        {
            Call.Bind bind => BindRules.Bind(ref hearing, caller, socket, bind.Address),
            Call.Connect connect => ConnectRules.Connect(ref hearing, caller, socket, connect.Address),
            Call.Listen listen => ListenRules.Listen(ref hearing, caller, socket, listen.Backlog),
            Call.Accept => ListenRules.Accept(ref hearing, caller, socket),
            Call.SendTo send => DatagramRules.Send(ref hearing, caller, socket, send),
            Call.RecvFrom => DatagramRules.Receive(ref hearing, socket),
            Call.GetSockName => NameRules.GetSockName(ref hearing, socket),
            Call.GetPeerName => NameRules.GetPeerName(ref hearing, socket),
            Call.SetSockOpt set => OptionRules.Set(ref hearing, socket, set),
            Call.GetSockOpt get => OptionRules.Get(ref hearing, socket, get.Option),
            _ => throw new ArgumentException("a kind of call without rules", nameof(call)),
        };
    }
}
