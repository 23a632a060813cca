using Verify.Abi;
using Verify.Model.Dialects;
using Verify.Model.Rules.Credentials;
using Verify.Model.Rules.Files;
using Verify.Model.Rules.Processes;
using Verify.Model.Rules.Sleeping;
using Verify.Model.Rules.Sockets;
using Verify.Model.Rules.Sysctl;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model;

/// <summary>The executable specification: which outcomes are allowed, and the state after them.</summary>
public static partial class Spec
{
    /// <summary>The state of a machine that has just booted.</summary>
    /// <param name="world">The machine.</param>
    /// <param name="dialect">The dialect; null for FreeBSD 4.0.</param>
    public static State Boot(World world, Dialect? dialect = null)
    {
        State state = new()
        {
            Host = new Host
            {
                World = world,
                Dialect = dialect ?? Dialect.FreeBsd40,
                Network = Network.AtBoot(world),
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
                    Files = [DescriptorEntry.Console, DescriptorEntry.Console, DescriptorEntry.Console],
                },
            ],
        };
        return world.Settings.Aggregate(state, PortVariableRules.Write);
    }

    /// <summary>True for a call that shows what UDP has counted (S11); no other does.</summary>
    public static bool ShowsCounters(Call call) =>
        call is Call.SysctlRead read && SysctlNameRules.Denotes(read.Name, SysctlVariable.UdpCounters);

    /// <summary>The right checksum of a datagram from the wire (S11).</summary>
    public static ushort ChecksumOf(Call.WireUdp datagram) => UdpCountRules.ChecksumOf(datagram);

    /// <summary>Checks one observed call. Pure: equal arguments give equal verdicts, and no state changes.</summary>
    public static Verdict Step(State state, Call call, in Outcome observed) => state.Host.Dialect.LeavesPortsOpen
        ? Step(state, call, in observed, observed.Sent.First?.Source.Port ?? 0)
        : JudgeAnyOrder(state, call, in observed);

    /// <summary>Checks one observed call, with the port that it chose for its socket, if it did.</summary>
    /// <param name="state">The state before the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="observed">Its outcome.</param>
    /// <param name="chosen">
    /// The local port of its socket afterwards; 0 if it has none. It matters only to a dialect that leaves the choice
    /// open.
    /// </param>
    public static Verdict Step(State state, Call call, in Outcome observed, ushort chosen) =>
        state.Host.Dialect.LeavesPortsOpen
            ? JudgeAnyPort(state, call, in observed, chosen)
            : JudgeAnyOrder(state, call, in observed);

    /// <summary>
    /// Checks a call, and the sleeping calls that it resumed, with everything decided that a dialect leaves open.
    /// </summary>
    internal static Verdict Judge(State state, Call call, in Outcome observed)
    {
        Verdict verdict = JudgeAlone(state, call, in observed);
        return ResumptionRules.Follow(state, call, in verdict, in observed);
    }

    private static Verdict JudgeAlone(State state, Call call, in Outcome observed)
    {
        var check = new CallCheck(state, in observed);
        if (state.HasPanicked)
        {
            return check.Must(Outcome.Panic(ProcessRules.LastWords), state, ProcessRules.MachineDown);
        }

        Verdict verdict = call switch
        {
            Call.ByProcess system => state.FindProcess(system.Pid) is { } caller
                ? Step(ref check, caller, system)
                : check.Fails(Errno.ESRCH, ProcessRules.NoSuchProcess),
            Call.WireIdle idle => WireRules.Idle(ref check, idle),
            Call.WireUdp datagram => WireRules.Udp(ref check, datagram),
            Call.WireIp packet => RawDeliveryRules.FromWire(ref check, packet),
            Call.WireTcp connection => WireRules.Tcp(ref check, connection),
            Call.WireTcpAnswer answer => AnswerRules.Answer(ref check, answer),
            _ => throw NoRules(call),
        };
        return UnreachableRules.Settled(ref check, in verdict);
    }

    private static Verdict Step(ref CallCheck check, Process caller, Call.ByProcess call) => call switch
    {
        Call.Exit => ProcessRules.Exit(ref check, caller),
        Call.Resume resume => ResumptionRules.Resume(ref check, caller, resume),
        _ when caller.Sleep is not null => check.Fails(Errno.ESRCH, ResumptionRules.AsleepNoCall),
        Call.OnDescriptor onDescriptor => Step(ref check, caller, onDescriptor),
        Call.Socket socket => SocketRules.Socket(ref check, caller, socket),
        Call.SocketPair pair => PairRules.SocketPair(ref check, caller, pair),
        Call.Poll poll => PollRules.Poll(ref check, caller, poll),
        Call.Select select => SelectRules.Select(ref check, caller, select),
        Call.Fork => ProcessRules.Fork(ref check, caller),
        Call.OnPath onPath => Step(ref check, caller, onPath),
        Call.OnProcess onProcess => Step(ref check, caller, onProcess),
        Call.Jail jail => JailRules.Jail(ref check, caller, jail),
        Call.SetUid set => IdentityRules.SetUid(ref check, caller, set.Uid),
        Call.SetGid set => IdentityRules.SetGid(ref check, caller, set.Gid),
        Call.SetGroups set => IdentityRules.SetGroups(ref check, caller, set.Groups),
        Call.SetEUid set => IdentityRules.SetEUid(ref check, caller, set.Uid),
        Call.SetEGid set => IdentityRules.SetEGid(ref check, caller, set.Gid),
        Call.SetReUid set => IdentityRules.SetReUid(ref check, caller, set),
        Call.SetReGid set => IdentityRules.SetReGid(ref check, caller, set),
        Call.GetUid => IdentityRules.GetId(ref check, caller.User.Real),
        Call.GetEUid => IdentityRules.GetId(ref check, caller.User.Effective),
        Call.GetGid => IdentityRules.GetId(ref check, caller.Group.Real),
        Call.GetEGid => IdentityRules.GetId(ref check, caller.Group.Effective),
        Call.GetGroups => IdentityRules.GetGroups(ref check, caller),
        Call.IsSetUGid => IdentityRules.IsSetUGid(ref check, caller),
        Call.SigAction action => SignalEffectRules.SetAction(ref check, caller, action),
        Call.GetPGrp => GroupRules.GetPGrp(ref check, caller),
        Call.SetSid => GroupRules.SetSid(ref check, caller),
        Call.SetLogin set => LoginRules.SetLogin(ref check, caller, set.Name),
        Call.GetLogin => LoginRules.GetLogin(ref check, caller),
        Call.SetRLimit set => LimitRules.Set(ref check, caller, set),
        Call.GetRLimit => LimitRules.Get(ref check, caller),
        Call.UMask set => LimitRules.UMask(ref check, caller, set.Mask),
        Call.Administer administer => AdministrationRules.Administer(ref check, caller, administer.What),
        Call.SysctlRead read => SysctlRules.Read(ref check, caller, read.Name),
        Call.SysctlWrite write => SysctlRules.Write(ref check, caller, write.Name, write.Value),
        Call.SysctlWriteText write => SysctlRules.Write(ref check, caller, write.Name, write.Text),
        _ => throw NoRules(call),
    };

    private static Verdict Step(ref CallCheck check, Process caller, Call.OnProcess call) => call switch
    {
        Call.Kill kill => SignalRules.Kill(ref check, caller, kill),
        Call.PTrace => TracingRules.PTrace(ref check, caller, call.Target),
        Call.KTrace => TracingRules.KTrace(ref check, caller, call.Target),
        Call.GetPriority get => PriorityRules.Get(ref check, caller, get),
        Call.SetPriority set => PriorityRules.Set(ref check, caller, set),
        Call.SetPGid set => GroupRules.SetPGid(ref check, caller, set),
        Call.GetPGid => GroupRules.GetPGid(ref check, caller, call.Target),
        Call.GetSid => GroupRules.GetSid(ref check, caller, call.Target),
        _ => throw NoRules(call),
    };

    private static Verdict Step(ref CallCheck check, Process caller, Call.OnPath call) => call switch
    {
        Call.Open open => OpenRules.Open(ref check, caller, open),
        Call.Stat => ReadRules.Stat(ref check, caller, call.Path),
        Call.MkDir make => NodeRules.MkDir(ref check, caller, make),
        Call.MkNod make => NodeRules.MkNod(ref check, caller, make),
        Call.MkFifo make => NodeRules.MkFifo(ref check, caller, make),
        Call.SymLink make => NodeRules.SymLink(ref check, caller, make),
        Call.Link link => LinkRules.Link(ref check, caller, link),
        Call.Unlink => RemovingRules.Unlink(ref check, caller, call.Path),
        Call.RmDir => RemovingRules.RmDir(ref check, caller, call.Path),
        Call.Rename rename => RenameRules.Rename(ref check, caller, rename),
        Call.ChMod change => AttributeRules.ChMod(ref check, caller, change),
        Call.ChOwn change => AttributeRules.ChOwn(ref check, caller, change),
        Call.ChDir => DirectoryRules.ChDir(ref check, caller, call.Path),
        Call.ChRoot => DirectoryRules.ChRoot(ref check, caller, call.Path),
        Call.Mount mount => MountRules.Mount(ref check, caller, mount),
        Call.Unmount => MountRules.Unmount(ref check, caller, call.Path),
        Call.QuotaCtl control => QuotaRules.Control(ref check, caller, control),
        _ => throw NoRules(call),
    };

    private static Verdict Step(ref CallCheck check, Process caller, Call.OnDescriptor call)
    {
        DescriptorEntry file = caller.FileAt(call.Fd);
        return !file.IsOpen ? check.Fails(Errno.EBADF, DescriptorRules.DescriptorNotOpen) : call switch
        {
            Call.Close => DescriptorRules.Close(ref check, caller, call.Fd),
            Call.Read or Call.ReadV when !file.IsSocket =>
                ReadRules.Read(ref check, caller, file, ((Call.Receiving)call).Capacity),
            Call.Write or Call.WriteV when !file.IsSocket => TransferRules.Write(ref check, file),
            Call.IoctlReadable when !file.IsSocket => TransferRules.Readable(ref check, file),
            Call.Dup => DuplicateRules.Dup(ref check, caller, file),
            Call.Dup2 dup => DuplicateRules.Dup2(ref check, caller, file, dup),
            Call.FcntlDup dup => DuplicateRules.DupFrom(ref check, caller, file, dup.Least),
            Call.ReadDir => ReadRules.ReadDir(ref check, caller, file),
            Call.FcntlSetOwn set => SignalOwnerRules.Set(ref check, caller, file, set.Owner),
            Call.FcntlGetOwn => SignalOwnerRules.Get(ref check, caller, file),
            Call.FcntlGetFlags => FlagRules.Get(ref check, file),
            Call.FcntlSetFlags set => FlagRules.Set(ref check, file, set.Flags),
            Call.IoctlNonBlocking set => FlagRules.SetNonBlocking(ref check, file, set.Value != 0),
            Call.IoctlAsync set => FlagRules.SetAsynchronous(ref check, file, set.Value != 0),
            Call.IoctlSetOwn or Call.IoctlGetOwn or Call.IoctlAtMark when !file.IsSocket =>
                SocketControlRules.NoSocket(ref check, file),
            Call.IoctlSetOwn set => SocketControlRules.SetOwner(ref check, caller, file, set.Owner),
            Call.IoctlGetOwn => SocketControlRules.GetOwner(ref check, caller, file),
            Call.IoctlAtMark => SocketControlRules.AtMark(ref check),
            Call.OnInterface or Call.IoctlInterfaces when !file.IsSocket => InterfaceRules.NoSocket(ref check, file),
            Call.OnInterface named => InterfaceRules.Named(ref check, caller, check.State.SocketOf(file)!, named),
            Call.IoctlInterfaces list => InterfaceRules.List(ref check, caller, list.Length),
            Call.FChDir => DirectoryRules.FChDir(ref check, caller, file),
            _ => check.State.SocketOf(file) is not { } socket
                    ? check.Fails(Errno.ENOTSOCK, DescriptorRules.DescriptorNoSocket)
                : socket.IsIdle ? check.Fails(Errno.EOPNOTSUPP, SocketRules.SocketIdle)
                : Step(ref check, caller, socket, call),
        };
    }

    private static ArgumentException NoRules(Call call) => new("a kind of call without rules", nameof(call));
}
