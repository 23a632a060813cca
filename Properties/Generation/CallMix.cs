using Verify.Properties.Generation.Calls;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation;

/// <summary>The weight of each kind of call, before a run's theme and its random factors.</summary>
internal static class CallMix
{
    /// <summary>A row for each kind of call, or for a few kinds.</summary>
    public static readonly MixRow[] Rows =
    [
        new(CallFamily.Core, 6, ProcessGenerator.Fork, typeof(Call.Fork)),
        new(CallFamily.Core, 2, ProcessGenerator.SetUid, typeof(Call.SetUid)),
        new(CallFamily.Core, 6, JailGenerator.Jail, typeof(Call.Jail)),
        new(CallFamily.Core, 4, SysctlGenerator.Write, typeof(Call.SysctlWrite)),
        new(CallFamily.Core, 1, SysctlGenerator.Read, typeof(Call.SysctlRead)),
        new(CallFamily.Core, 1, ProcessGenerator.Exit, typeof(Call.Exit)),
        new(CallFamily.Network, 14, SocketGenerator.Socket, typeof(Call.Socket)),
        new(CallFamily.Network, 5, SocketGenerator.Close, typeof(Call.Close)),
        new(CallFamily.Network, 4, OptionGenerator.Get, typeof(Call.GetSockOpt)),
        new(CallFamily.Network, 13, OptionGenerator.Set, typeof(Call.SetSockOpt)),
        new(CallFamily.Network, 3, SocketGenerator.GetSockName, typeof(Call.GetSockName)),
        new(CallFamily.Network, 2, SocketGenerator.GetPeerName, typeof(Call.GetPeerName)),
        new(CallFamily.Network, 24, BindGenerator.Bind, typeof(Call.Bind)),
        new(CallFamily.Network, 14, ConnectionGenerator.Connect, typeof(Call.Connect)),
        new(CallFamily.Network, 2, ConnectionGenerator.Disconnect, typeof(Call.Connect)),
        new(CallFamily.Network, 7, ConnectionGenerator.Listen, typeof(Call.Listen)),
        new(CallFamily.Network, 12, ConnectionGenerator.Accept, typeof(Call.Accept)),
        new(CallFamily.Network, 12, DatagramGenerator.SendTo, typeof(Call.SendTo)),
        new(CallFamily.Network, 6, DatagramGenerator.Send,
            typeof(Call.SendTo), typeof(Call.SendMsg), typeof(Call.Write), typeof(Call.WriteV)),
        new(CallFamily.Network, 9, DatagramGenerator.RecvFrom,
            typeof(Call.RecvFrom), typeof(Call.RecvMsg), typeof(Call.Read), typeof(Call.ReadV)),
        new(CallFamily.Network, 10, WireGenerator.Udp, typeof(Call.WireUdp)),
        new(CallFamily.Network, 10, WireGenerator.Tcp, typeof(Call.WireTcp)),
        new(CallFamily.Network, 1, SysctlGenerator.Listing, typeof(Call.SysctlRead)),
        new(CallFamily.Network, 2, SysctlGenerator.Counters, typeof(Call.SysctlRead)),
        new(CallFamily.Network, 3, PairGenerator.SocketPair, typeof(Call.SocketPair)),
        new(CallFamily.Network, 3, PairGenerator.SetSize, typeof(Call.SetSockOpt)),
        new(CallFamily.Network, 8, PairGenerator.Send,
            typeof(Call.SendTo), typeof(Call.SendMsg), typeof(Call.Write), typeof(Call.WriteV)),
        new(CallFamily.Network, 8, PairGenerator.Receive,
            typeof(Call.RecvFrom), typeof(Call.RecvMsg), typeof(Call.Read), typeof(Call.ReadV)),
        new(CallFamily.Network, 3, RightsGenerator.Pass,
            typeof(Call.SocketPair), typeof(Call.SendMsg), typeof(Call.RecvMsg)),
        new(CallFamily.Network, 2, LocalGenerator.Socket, typeof(Call.Socket)),
        new(CallFamily.Network, 3, LocalGenerator.Bind, typeof(Call.Bind)),
        new(CallFamily.Network, 3, LocalGenerator.Connect, typeof(Call.Connect)),
        new(CallFamily.Network, 2, LocalGenerator.Listen, typeof(Call.Listen)),
        new(CallFamily.Network, 2, LocalGenerator.SendTo, typeof(Call.SendTo)),
        new(CallFamily.Network, 1, OptionGenerator.SetPair, typeof(Call.SetSockOptPair)),
        new(CallFamily.Network, 1, WireGenerator.Idle, typeof(Call.WireIdle)),
        new(CallFamily.Network, 1, TargetGenerator.Ioctl,
            typeof(Call.IoctlAsync), typeof(Call.IoctlSetOwn), typeof(Call.IoctlGetOwn), typeof(Call.IoctlAtMark)),
        new(CallFamily.Network, 20, RouteGenerator.Any,
            typeof(Call.Socket), typeof(Call.SendTo), typeof(Call.SendMsg), typeof(Call.Write), typeof(Call.WriteV),
            typeof(Call.SetSockOpt), typeof(Call.RecvFrom))
        {
            OneRunIn = 6,
        },
        new(CallFamily.Network, 6, InterfaceCallGenerator.Change,
            typeof(Call.IoctlAddAddress), typeof(Call.IoctlDeleteAddress), typeof(Call.IoctlSetInterfaceFlags))
        {
            OneRunIn = 6,
        },
        new(CallFamily.Network, 1, InterfaceCallGenerator.Ask,
            typeof(Call.IoctlGetAddress), typeof(Call.IoctlGetInterfaceFlags), typeof(Call.IoctlInterfaces))
        {
            OneRunIn = 6,
        },
        new(CallFamily.Network, 2, RawGenerator.Any,
            typeof(Call.Socket), typeof(Call.Bind), typeof(Call.Connect), typeof(Call.SendTo), typeof(Call.SendMsg),
            typeof(Call.Write), typeof(Call.WriteV), typeof(Call.SetSockOpt), typeof(Call.WireIp),
            typeof(Call.SysctlWrite), typeof(Call.RecvFrom))
        {
            OneRunIn = 4,
        },
        new(CallFamily.Network, 5, ShutdownGenerator.Shutdown, typeof(Call.Shutdown)),
        new(CallFamily.Network, 1, ReadinessGenerator.Ready, typeof(Call.IoctlReadable), typeof(Call.Poll)),
        new(CallFamily.Network, 1, ReadinessGenerator.Select, typeof(Call.Select)),
        new(CallFamily.Network, 2, DuplicateGenerator.Duplicate,
            typeof(Call.Dup), typeof(Call.Dup2), typeof(Call.FcntlDup)),
        new(CallFamily.Network, 3, MulticastGenerator.Membership, typeof(Call.SetSockOptGroup)),
        new(CallFamily.Network, 5, FlagGenerator.Set, typeof(Call.FcntlSetFlags)),
        new(CallFamily.Network, 2, FlagGenerator.Get, typeof(Call.FcntlGetFlags)),
        new(CallFamily.Network, 2, FlagGenerator.SetNonBlocking, typeof(Call.IoctlNonBlocking)),
        new(CallFamily.Network, 3, SignalGenerator.SigAction, typeof(Call.SigAction)),
        new(CallFamily.Network, 1, TargetGenerator.Kill, typeof(Call.Kill)),
        new(CallFamily.Network, 2, AnswerGenerator.Accept, typeof(Call.WireTcpAccept)),
        new(CallFamily.Network, 2, AnswerGenerator.Reset, typeof(Call.WireTcpReset)),
        new(CallFamily.Network, 2, AnswerGenerator.Timeout, typeof(Call.WireTcpTimeout)),
        new(CallFamily.Files, 5, ProcessGenerator.SetUid, typeof(Call.SetUid)),
        new(CallFamily.Files, 3, IdentityGenerator.SetGid, typeof(Call.SetGid)),
        new(CallFamily.Files, 2, IdentityGenerator.SetIds,
            typeof(Call.SetEUid), typeof(Call.SetReUid), typeof(Call.SetEGid), typeof(Call.SetReGid)),
        new(CallFamily.Files, 1, IdentityGenerator.SetGroups, typeof(Call.SetGroups)),
        new(CallFamily.Files, 12, FileGenerator.Open, typeof(Call.Open)),
        new(CallFamily.Files, 4, FileGenerator.Read, typeof(Call.Read)),
        new(CallFamily.Files, 1, FileGenerator.Transfer,
            typeof(Call.Write), typeof(Call.WriteV), typeof(Call.ReadV), typeof(Call.IoctlReadable),
            typeof(Call.Poll)),
        new(CallFamily.Files, 5, FileGenerator.ReadDir, typeof(Call.ReadDir)),
        new(CallFamily.Files, 3, FileGenerator.Close, typeof(Call.Close)),
        new(CallFamily.Files, 8, FileGenerator.Stat, typeof(Call.Stat)),
        new(CallFamily.Files, 7, NodeGenerator.MkDir, typeof(Call.MkDir)),
        new(CallFamily.Files, 4, NodeGenerator.MkNod, typeof(Call.MkNod)),
        new(CallFamily.Files, 3, NodeGenerator.MkFifo, typeof(Call.MkFifo)),
        new(CallFamily.Files, 5, NodeGenerator.SymLink, typeof(Call.SymLink)),
        new(CallFamily.Files, 4, NodeGenerator.Link, typeof(Call.Link)),
        new(CallFamily.Files, 4, NodeGenerator.Unlink, typeof(Call.Unlink)),
        new(CallFamily.Files, 4, NodeGenerator.RmDir, typeof(Call.RmDir)),
        new(CallFamily.Files, 8, NodeGenerator.Rename, typeof(Call.Rename)),
        new(CallFamily.Files, 5, NodeGenerator.ChMod, typeof(Call.ChMod)),
        new(CallFamily.Files, 5, NodeGenerator.ChOwn, typeof(Call.ChOwn)),
        new(CallFamily.Files, 4, NodeGenerator.ChangeOwnFile,
            typeof(Call.ChMod), typeof(Call.ChOwn), typeof(Call.Rename)),
        new(CallFamily.Files, 8, RootGenerator.ChDir, typeof(Call.ChDir)),
        new(CallFamily.Files, 6, RootGenerator.FChDir, typeof(Call.FChDir)),
        new(CallFamily.Files, 4, RootGenerator.ChRoot, typeof(Call.ChRoot)),
        new(CallFamily.Files, 2, RootGenerator.UMask, typeof(Call.UMask)),
        new(CallFamily.Files, 5, MountGenerator.Mount, typeof(Call.Mount)),
        new(CallFamily.Files, 3, MountGenerator.Unmount, typeof(Call.Unmount)),
        new(CallFamily.Files, 3, MountGenerator.QuotaCtl, typeof(Call.QuotaCtl)),
        new(CallFamily.Processes, 2, IdentityGenerator.SetGid, typeof(Call.SetGid)),
        new(CallFamily.Processes, 2, IdentityGenerator.SetGroups, typeof(Call.SetGroups)),
        new(CallFamily.Processes, 6, IdentityGenerator.SetIds,
            typeof(Call.SetEUid), typeof(Call.SetReUid), typeof(Call.SetEGid), typeof(Call.SetReGid)),
        new(CallFamily.Processes, 2, IdentityGenerator.GetIds,
            typeof(Call.GetUid), typeof(Call.GetEUid), typeof(Call.GetGid), typeof(Call.GetEGid),
            typeof(Call.GetGroups), typeof(Call.IsSetUGid)),
        new(CallFamily.Processes, 1, IdentityGenerator.SetLogin, typeof(Call.SetLogin)),
        new(CallFamily.Processes, 1, IdentityGenerator.GetLogin, typeof(Call.GetLogin)),
        new(CallFamily.Processes, 3, IdentityGenerator.SetRLimit, typeof(Call.SetRLimit)),
        new(CallFamily.Processes, 1, IdentityGenerator.GetRLimit, typeof(Call.GetRLimit)),
        new(CallFamily.Processes, 2, IdentityGenerator.Administer, typeof(Call.Administer)),
        new(CallFamily.Processes, 4, TargetGenerator.Kill, typeof(Call.Kill)),
        new(CallFamily.Processes, 2, TargetGenerator.PTrace, typeof(Call.PTrace)),
        new(CallFamily.Processes, 2, TargetGenerator.KTrace, typeof(Call.KTrace)),
        new(CallFamily.Processes, 2, TargetGenerator.GetPriority, typeof(Call.GetPriority)),
        new(CallFamily.Processes, 3, TargetGenerator.SetPriority, typeof(Call.SetPriority)),
        new(CallFamily.Processes, 4, TargetGenerator.SetPGid, typeof(Call.SetPGid)),
        new(CallFamily.Processes, 2, TargetGenerator.SetSid, typeof(Call.SetSid)),
        new(CallFamily.Processes, 2, TargetGenerator.GetGroup,
            typeof(Call.GetPGrp), typeof(Call.GetPGid), typeof(Call.GetSid)),
        new(CallFamily.Processes, 3, TargetGenerator.SetOwner, typeof(Call.FcntlSetOwn)),
        new(CallFamily.Processes, 2, TargetGenerator.GetOwner, typeof(Call.FcntlGetOwn)),
        new(CallFamily.Processes, 3, TargetGenerator.Ioctl,
            typeof(Call.IoctlAsync), typeof(Call.IoctlSetOwn), typeof(Call.IoctlGetOwn), typeof(Call.IoctlAtMark)),
        new(CallFamily.Processes, 20, RightsGenerator.Pass,
            typeof(Call.SocketPair), typeof(Call.SendMsg), typeof(Call.RecvMsg)),
        new(CallFamily.Processes, 3, SignalGenerator.SigAction, typeof(Call.SigAction)),
        new(CallFamily.Processes, 3, DuplicateGenerator.Duplicate,
            typeof(Call.Dup), typeof(Call.Dup2), typeof(Call.FcntlDup)),
        new(CallFamily.Processes, 2, FlagGenerator.Set, typeof(Call.FcntlSetFlags)),
        new(CallFamily.Processes, 2, FlagGenerator.Get, typeof(Call.FcntlGetFlags)),
        new(CallFamily.Processes, 4, SysctlGenerator.ReadAny, typeof(Call.SysctlRead)),
        new(CallFamily.Processes, 3, SysctlGenerator.WriteAny, typeof(Call.SysctlWrite)),
        new(CallFamily.Processes, 5, SysctlGenerator.WriteText, typeof(Call.SysctlWriteText)),
    ];

    /// <summary>The number of rows, from the first, that a run's opening uses; see <see cref="Generator"/>.</summary>
    public const int OpeningRows = 5;
}

/// <summary>One kind of call, or a few that are alike.</summary>
/// <param name="Family">The family.</param>
/// <param name="Weight">How often it is chosen, beside others.</param>
/// <param name="Generate">Generates such a call.</param>
/// <param name="Kinds">The cases of <see cref="Call"/> that may result.</param>
internal sealed record MixRow(CallFamily Family, int Weight, CallGenerator Generate, params Type[] Kinds)
{
    /// <summary>
    /// Only one run in this many has such calls, and it has this many times as many: calls that lead somewhere only
    /// among others of their kind.
    /// </summary>
    public int OneRunIn { get; init; } = 1;
}
