using Verify.Abi;

namespace Verify.Properties.Generation;

/// <summary>How often each kind of call is tried, before a run's theme and moods.</summary>
internal static class CallMix
{
    /// <summary>What makes null had nothing to aim at.</summary>
    public static readonly (Family Family, int Weight, Func<Scene, Call?> Make)[] Rows =
    [
        (Family.Core, 6, ProcessCalls.Fork),
        (Family.Core, 2, ProcessCalls.SetUid),
        (Family.Core, 6, JailCalls.Jail),
        (Family.Core, 4, SysctlCalls.Write),
        (Family.Core, 1, SysctlCalls.Read),
        (Family.Core, 1, ProcessCalls.Exit),
        (Family.Network, 14, SocketCalls.Socket),
        (Family.Network, 5, SocketCalls.Close),
        (Family.Network, 2, OptionCalls.Get),
        (Family.Network, 10, OptionCalls.Set),
        (Family.Network, 3, SocketCalls.GetSockName),
        (Family.Network, 2, SocketCalls.GetPeerName),
        (Family.Network, 24, BindCalls.Bind),
        (Family.Network, 14, ConnectionCalls.Connect),
        (Family.Network, 2, ConnectionCalls.Disconnect),
        (Family.Network, 7, ConnectionCalls.Listen),
        (Family.Network, 12, ConnectionCalls.Accept),
        (Family.Network, 12, DatagramCalls.SendTo),
        (Family.Network, 6, DatagramCalls.Send),
        (Family.Network, 9, DatagramCalls.RecvFrom),
        (Family.Network, 10, WireCalls.Udp),
        (Family.Network, 10, WireCalls.Tcp),
        (Family.Files, 5, ProcessCalls.SetUid),
        (Family.Files, 3, IdentityCalls.SetGid),
        (Family.Files, 12, FileCalls.Open),
        (Family.Files, 4, FileCalls.Read),
        (Family.Files, 5, FileCalls.ReadDir),
        (Family.Files, 3, FileCalls.Close),
        (Family.Files, 8, FileCalls.Stat),
        (Family.Files, 7, NodeCalls.MkDir),
        (Family.Files, 4, NodeCalls.MkNod),
        (Family.Files, 3, NodeCalls.MkFifo),
        (Family.Files, 5, NodeCalls.SymLink),
        (Family.Files, 4, NodeCalls.Link),
        (Family.Files, 4, NodeCalls.Unlink),
        (Family.Files, 4, NodeCalls.RmDir),
        (Family.Files, 8, NodeCalls.Rename),
        (Family.Files, 5, NodeCalls.ChMod),
        (Family.Files, 5, NodeCalls.ChOwn),
        (Family.Files, 4, NodeCalls.ChangeOwn),
        (Family.Files, 8, RootCalls.ChDir),
        (Family.Files, 6, RootCalls.FChDir),
        (Family.Files, 4, RootCalls.ChRoot),
        (Family.Files, 2, RootCalls.UMask),
        (Family.Files, 5, MountCalls.Mount),
        (Family.Files, 3, MountCalls.Unmount),
        (Family.Files, 3, MountCalls.QuotaCtl),
        (Family.Processes, 2, IdentityCalls.SetGid),
        (Family.Processes, 1, IdentityCalls.SetGroups),
        (Family.Processes, 1, IdentityCalls.SetLogin),
        (Family.Processes, 1, IdentityCalls.GetLogin),
        (Family.Processes, 3, IdentityCalls.SetRLimit),
        (Family.Processes, 1, IdentityCalls.GetRLimit),
        (Family.Processes, 2, IdentityCalls.Administer),
        (Family.Processes, 4, TargetCalls.Kill),
        (Family.Processes, 2, TargetCalls.PTrace),
        (Family.Processes, 2, TargetCalls.KTrace),
        (Family.Processes, 2, TargetCalls.GetPriority),
        (Family.Processes, 3, TargetCalls.SetPriority),
        (Family.Processes, 5, TargetCalls.PassFd),
        (Family.Processes, 4, SysctlCalls.ReadAny),
        (Family.Processes, 3, SysctlCalls.WriteAny),
        (Family.Processes, 5, SysctlCalls.WriteText),
    ];

    /// <summary>The rows that an opening is made of; see <see cref="Generator"/>.</summary>
    public const int OpeningRows = 5;
}
