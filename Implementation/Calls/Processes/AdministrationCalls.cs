using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>
/// Calls of which only the privilege check is modelled (J4). Each entry gives the privilege that the kernel function
/// checks, and its error if it does not return suser's EPERM.
/// </summary>
internal static class AdministrationCalls
{
    public static Outcome Administer(Process caller, Administration what) => what switch
    {
        Administration.Reboot => Require(caller, Privilege.Reboot),
        Administration.SetTimeOfDay => Require(caller, Privilege.SetTime),
        Administration.AdjTime => Require(caller, Privilege.SetTime),
        Administration.KldLoad => Require(caller, Privilege.LoadModule),
        Administration.KldUnload => Require(caller, Privilege.LoadModule),
        Administration.SwapOn => Require(caller, Privilege.Swap),
        Administration.Acct => Require(caller, Privilege.Account),
        Administration.IfConfig => Require(caller, Privilege.ConfigureInterface),
        Administration.Route => Require(caller, Privilege.ChangeRoute),
        Administration.BpfOpen => Require(caller, Privilege.OpenPacketFilter),
        Administration.ClockSetTime => Require(caller, Privilege.SetTime),
        Administration.NtpAdjTime => Require(caller, Privilege.AdjustClock),
        Administration.RtPrio => Require(caller, Privilege.SetRealtimePriority),
        Administration.SetHostId => Require(caller, Privilege.SetHostId),
        Administration.SetDomainName => Require(caller, Privilege.SetDomainName),
        Administration.Revoke => Require(caller, Privilege.RevokeOthers),
        Administration.ChFlags => Require(caller, Privilege.ChangeFlags),
        Administration.SChg => Require(caller, Privilege.ChangeSystemFlags),
        Administration.UTimes => Require(caller, Privilege.SetTimes),
        Administration.DevFsChMod => Require(caller, Privilege.ChangeDeviceNodes),
        Administration.DevFsOpen => Require(caller, Privilege.OverrideDeviceModes, Errno.EACCES),
        Administration.GetFh => Require(caller, Privilege.UseFileHandles),
        Administration.FhOpen => Require(caller, Privilege.UseFileHandles),
        Administration.FhStat => Require(caller, Privilege.UseFileHandles),
        Administration.FhStatFs => Require(caller, Privilege.UseFileHandles),
        Administration.StatFs => Report(caller, Privilege.SeeFileHandles),
        Administration.MountExported => Require(caller, Privilege.ExportFileSystem),
        Administration.MountSuid => Require(caller, Privilege.MountTrusted),
        Administration.NfsSvc => Require(caller, Privilege.ServeNfs),
        Administration.NfsMkNod => Require(caller, Privilege.MakeDeviceOverNfs),
        Administration.MLock => Require(caller, Privilege.LockMemory),
        Administration.MUnlock => Require(caller, Privilege.LockMemory),
        Administration.MmapPrivate => Require(caller, Privilege.MapDevice, Errno.EINVAL),
        Administration.SetIoPerm => Require(caller, Privilege.AccessIoPorts),
        Administration.DevIo => Require(caller, Privilege.AccessIoPorts),
        Administration.KdEnabIo => Require(caller, Privilege.AccessIoPorts),
        Administration.SetDbRegs => Require(caller, Privilege.WatchKernelMemory, Errno.EINVAL),
        Administration.ShmAt => Require(caller, Privilege.OverrideIpcModes, Errno.EACCES),
        Administration.ShmCtl => Require(caller, Privilege.OverrideIpcModes),
        Administration.MsgCtl => Require(caller, Privilege.RaiseQueueLimit),
        Administration.TiocSti => Require(caller, Privilege.TypeAhead, Errno.EACCES),
        Administration.TiocStiUnread => Require(caller, Privilege.TypeAhead),
        Administration.TiocCons => Require(caller, Privilege.RedirectConsole),
        Administration.TiocExcl => Require(caller, Privilege.OpenExclusiveTerminal, Errno.EBUSY),
        Administration.TiocSDrainWait => Require(caller, Privilege.ConfigureTerminal),
        Administration.SnpOpen => Require(caller, Privilege.SnoopTerminal),
        Administration.CdIocReset => Require(caller, Privilege.ConfigureDevice),
        Administration.VnIocAttach => Require(caller, Privilege.ConfigureDevice),
        Administration.TunOpen => Require(caller, Privilege.OpenTunnel),
        Administration.DivertSocket => Require(caller, Privilege.DivertPackets),
        Administration.NgSocket => Require(caller, Privilege.UseNetgraph),
        Administration.GetCred => Require(caller, Privilege.SeeSocketOwners),
        Administration.IpsecPolicy => Require(caller, Privilege.SetIpsecPolicy, Errno.EACCES),
        Administration.HopOpts => Require(caller, Privilege.SetHeaderOptions),
        Administration.JoinAllGroups => Require(caller, Privilege.JoinEveryGroup, Errno.EACCES),
        Administration.DdpBind => Require(caller, Privilege.LowPortOfOtherFamilies, Errno.EACCES),
        Administration.IpxBind => Require(caller, Privilege.LowPortOfOtherFamilies),
        Administration.NcpLogin => Require(caller, Privilege.UseOthersConnections, Errno.EACCES),
        Administration.PiocSFl => Require(caller, Privilege.KeepTracing),
        Administration.WriteSuid => Report(caller, Privilege.KeepSpecialModes),
        Administration.ForkOverLimit => Require(caller, Privilege.ExceedProcessLimit, Errno.EAGAIN),
        Administration.WriteReserved => Require(caller, Privilege.UseReservedSpace, Errno.ENOSPC),
        Administration.IpFwAdd => Require(caller, Privilege.RawSocket),
        Administration.IpDummyNet => Require(caller, Privilege.RawSocket),
        Administration.MrtInit => Require(caller, Privilege.RawSocket),
        Administration.LinuxSetGroups => Require(caller, Privilege.EmulateAnotherSystem),
        Administration.Ibcs2SetName => Require(caller, Privilege.EmulateAnotherSystem),
        _ => Replies.Of(Errno.EINVAL),
    };

    /// <summary>A call that fails without the privilege.</summary>
    private static Outcome Require(Process caller, Privilege needed, Errno refusal = Errno.EPERM) =>
        Replies.Of(Privileges.Allows(caller.Credentials, needed) ? Errno.None : refusal);

    /// <summary>A call that always succeeds, and returns 1 if the caller has the privilege.</summary>
    private static Outcome Report(Process caller, Privilege needed) =>
        Replies.Of(Errno.None, Privileges.Allows(caller.Credentials, needed) ? 1 : 0);
}
