using Verify.Abi;

namespace Verify.Model;

/// <summary>The executable specification: which outcomes are allowed, and what is true afterwards.</summary>
public static class Spec
{
    /// <summary>The state of a machine that has just booted.</summary>
    /// <param name="world">The machine.</param>
    /// <param name="dialect">What is loosened; null for nothing.</param>
    public static State Boot(World world, Dialect? dialect = null)
    {
        State state = new()
        {
            Host = new Host
            {
                World = world,
                Dialect = dialect ?? Dialect.FreeBsd40,
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
        Verdict verdict = Judge(state, call, in observed);
        return verdict.Accepted || !state.Host.Dialect.LeavesOrderOpen
            ? verdict
            : EqualSockets.JudgeOtherWays(state, call, in observed, in verdict);
    }

    /// <summary>Judges a call whose look-ups end in one way.</summary>
    internal static Verdict Judge(State state, Call call, in Outcome observed)
    {
        var hearing = new Hearing(state, in observed);
        if (state.HasPanicked)
        {
            return hearing.Must(Outcome.Panic, state, ProcessRules.MachineDown);
        }

        return call switch
        {
            Call.ByProcess system => state.FindProcess(system.Pid) is { } caller
                ? Step(ref hearing, caller, system)
                : hearing.Fails(Errno.ESRCH, ProcessRules.NoSuchProcess),
            Call.WireUdp datagram => WireRules.Udp(ref hearing, datagram),
            Call.WireTcp connection => WireRules.Tcp(ref hearing, connection),
            _ => throw NoRules(call),
        };
    }

    private static Verdict Step(ref Hearing hearing, Process caller, Call.ByProcess call) => call switch
    {
        Call.OnDescriptor onDescriptor => Step(ref hearing, caller, onDescriptor),
        Call.Socket socket => SocketRules.Socket(ref hearing, caller, socket),
        Call.Fork => ProcessRules.Fork(ref hearing, caller),
        Call.Exit => ProcessRules.Exit(ref hearing, caller),
        Call.OnPath onPath => Step(ref hearing, caller, onPath),
        Call.OnProcess onProcess => Step(ref hearing, caller, onProcess),
        Call.Jail jail => JailRules.Jail(ref hearing, caller, jail),
        Call.SetUid set => IdentityRules.SetUid(ref hearing, caller, set.Uid),
        Call.SetGid set => IdentityRules.SetGid(ref hearing, caller, set.Gid),
        Call.SetGroups set => IdentityRules.SetGroups(ref hearing, caller, set.Groups),
        Call.SetEUid set => IdentityRules.SetEUid(ref hearing, caller, set.Uid),
        Call.SetEGid set => IdentityRules.SetEGid(ref hearing, caller, set.Gid),
        Call.SetReUid set => IdentityRules.SetReUid(ref hearing, caller, set),
        Call.SetReGid set => IdentityRules.SetReGid(ref hearing, caller, set),
        Call.GetUid => IdentityRules.GetId(ref hearing, caller.User.Real),
        Call.GetEUid => IdentityRules.GetId(ref hearing, caller.User.Effective),
        Call.GetGid => IdentityRules.GetId(ref hearing, caller.Group.Real),
        Call.GetEGid => IdentityRules.GetId(ref hearing, caller.Group.Effective),
        Call.GetGroups => IdentityRules.GetGroups(ref hearing, caller),
        Call.IsSetUGid => IdentityRules.IsSetUGid(ref hearing, caller),
        Call.GetPGrp => GroupRules.GetPGrp(ref hearing, caller),
        Call.SetSid => GroupRules.SetSid(ref hearing, caller),
        Call.SetLogin set => LoginRules.SetLogin(ref hearing, caller, set.Name),
        Call.GetLogin => LoginRules.GetLogin(ref hearing, caller),
        Call.SetRLimit set => LimitRules.Set(ref hearing, caller, set),
        Call.GetRLimit => LimitRules.Get(ref hearing, caller),
        Call.UMask set => LimitRules.UMask(ref hearing, caller, set.Mask),
        Call.Administer administer => AdministrationRules.Administer(ref hearing, caller, administer.What),
        Call.SysctlRead read => SysctlRules.Read(ref hearing, caller, read.Name),
        Call.SysctlWrite write => SysctlRules.Write(ref hearing, caller, write.Name, write.Value),
        Call.SysctlWriteText write => SysctlRules.Write(ref hearing, caller, write.Name, write.Text),
        _ => throw NoRules(call),
    };

    private static Verdict Step(ref Hearing hearing, Process caller, Call.OnProcess call) => call switch
    {
        Call.Kill kill => SignalRules.Kill(ref hearing, caller, kill),
        Call.PTrace => TracingRules.PTrace(ref hearing, caller, call.Target),
        Call.KTrace => TracingRules.KTrace(ref hearing, caller, call.Target),
        Call.GetPriority get => PriorityRules.Get(ref hearing, caller, get),
        Call.SetPriority set => PriorityRules.Set(ref hearing, caller, set),
        Call.SetPGid set => GroupRules.SetPGid(ref hearing, caller, set),
        Call.GetPGid => GroupRules.GetPGid(ref hearing, caller, call.Target),
        Call.GetSid => GroupRules.GetSid(ref hearing, caller, call.Target),
        _ => throw NoRules(call),
    };

    private static Verdict Step(ref Hearing hearing, Process caller, Call.OnPath call) => call switch
    {
        Call.Open open => OpenRules.Open(ref hearing, caller, open),
        Call.Stat => ReadRules.Stat(ref hearing, caller, call.Path),
        Call.MkDir make => NodeRules.MkDir(ref hearing, caller, make),
        Call.MkNod make => NodeRules.MkNod(ref hearing, caller, make),
        Call.MkFifo make => NodeRules.MkFifo(ref hearing, caller, make),
        Call.SymLink make => NodeRules.SymLink(ref hearing, caller, make),
        Call.Link link => LinkRules.Link(ref hearing, caller, link),
        Call.Unlink => RemovingRules.Unlink(ref hearing, caller, call.Path),
        Call.RmDir => RemovingRules.RmDir(ref hearing, caller, call.Path),
        Call.Rename rename => RenameRules.Rename(ref hearing, caller, rename),
        Call.ChMod change => ModeRules.ChMod(ref hearing, caller, change),
        Call.ChOwn change => ModeRules.ChOwn(ref hearing, caller, change),
        Call.ChDir => DirectoryRules.ChDir(ref hearing, caller, call.Path),
        Call.ChRoot => DirectoryRules.ChRoot(ref hearing, caller, call.Path),
        Call.Mount mount => MountRules.Mount(ref hearing, caller, mount),
        Call.Unmount => MountRules.Unmount(ref hearing, caller, call.Path),
        Call.QuotaCtl control => QuotaRules.Control(ref hearing, caller, control),
        _ => throw NoRules(call),
    };

    private static Verdict Step(ref Hearing hearing, Process caller, Call.OnDescriptor call)
    {
        File file = caller.FileAt(call.Fd);
        return !file.IsOpen ? hearing.Fails(Errno.EBADF, CloseRules.DescriptorNotOpen) : call switch
        {
            Call.Close => CloseRules.Close(ref hearing, caller, call.Fd),
            Call.PassFd pass => PassRules.Pass(ref hearing, caller, file, pass.Target),
            Call.Read => ReadRules.Read(ref hearing, caller, file),
            Call.ReadDir => ReadRules.ReadDir(ref hearing, caller, file),
            Call.FcntlSetOwn set => SignalOwnerRules.Set(ref hearing, caller, file, set.Owner),
            Call.FcntlGetOwn => SignalOwnerRules.Get(ref hearing, file),
            Call.FChDir => DirectoryRules.FChDir(ref hearing, caller, file),
            _ => hearing.State.SocketOf(file) is not { } socket
                    ? hearing.Fails(Errno.ENOTSOCK, CloseRules.DescriptorNoSocket)
                : socket.IsIdle ? hearing.Fails(Errno.EOPNOTSUPP, SocketRules.SocketIdle)
                : Step(ref hearing, caller, socket, call),
        };
    }

    private static Verdict Step(ref Hearing hearing, Process caller, Socket socket, Call.OnDescriptor call) =>
        call switch
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
            _ => throw NoRules(call),
        };

    private static ArgumentException NoRules(Call call) => new("a kind of call without rules", nameof(call));
}
