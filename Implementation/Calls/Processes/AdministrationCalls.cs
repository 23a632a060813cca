using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>
/// Calls of which only the question who may is kept (J4). Each is a line as in the kernel's own function: the privilege
/// that is asked for, and the error where that function does not hand on suser's EPERM.
/// </summary>
internal static class AdministrationCalls
{
    public static Outcome Administer(Process caller, Administration what) => what switch
    {
        Administration.Reboot => Ask(caller, Privilege.Reboot),
        Administration.SetTimeOfDay => Ask(caller, Privilege.SetTime),
        Administration.AdjTime => Ask(caller, Privilege.SetTime),
        Administration.KldLoad => Ask(caller, Privilege.LoadModule),
        Administration.KldUnload => Ask(caller, Privilege.LoadModule),
        Administration.SwapOn => Ask(caller, Privilege.Swap),
        Administration.Acct => Ask(caller, Privilege.Account),
        Administration.IfConfig => Ask(caller, Privilege.ConfigureInterface),
        Administration.Route => Ask(caller, Privilege.ChangeRoute),
        Administration.BpfOpen => Ask(caller, Privilege.OpenPacketFilter),
        Administration.ClockSetTime => Ask(caller, Privilege.SetTime),
        Administration.NtpAdjTime => Ask(caller, Privilege.AdjustClock),
        Administration.RtPrio => Ask(caller, Privilege.SetRealtimePriority),
        Administration.SetHostId => Ask(caller, Privilege.SetHostId),
        Administration.SetDomainName => Ask(caller, Privilege.SetDomainName),
        Administration.Revoke => Ask(caller, Privilege.RevokeOthers),
        Administration.ChFlags => Ask(caller, Privilege.ChangeFlags),
        Administration.SChg => Ask(caller, Privilege.ChangeSystemFlags),
        Administration.UTimes => Ask(caller, Privilege.SetTimes),
        Administration.DevFsChMod => Ask(caller, Privilege.ChangeDeviceNodes),
        Administration.DevFsOpen => Ask(caller, Privilege.OverrideDeviceModes, Errno.EACCES),
        Administration.GetFh => Ask(caller, Privilege.UseFileHandles),
        Administration.FhOpen => Ask(caller, Privilege.UseFileHandles),
        Administration.FhStat => Ask(caller, Privilege.UseFileHandles),
        Administration.FhStatFs => Ask(caller, Privilege.UseFileHandles),
        Administration.StatFs => Tell(caller, Privilege.SeeFileHandles),
        Administration.MountExported => Ask(caller, Privilege.ExportFileSystem),
        Administration.MountSuid => Ask(caller, Privilege.MountTrusted),
        Administration.NfsSvc => Ask(caller, Privilege.ServeNfs),
        Administration.NfsMkNod => Ask(caller, Privilege.MakeDeviceOverNfs),
        Administration.MLock => Ask(caller, Privilege.LockMemory),
        Administration.MUnlock => Ask(caller, Privilege.LockMemory),
        Administration.MmapPrivate => Ask(caller, Privilege.MapDevice, Errno.EINVAL),
        Administration.SetIoPerm => Ask(caller, Privilege.AccessIoPorts),
        Administration.DevIo => Ask(caller, Privilege.AccessIoPorts),
        Administration.KdEnabIo => Ask(caller, Privilege.AccessIoPorts),
        Administration.SetDbRegs => Ask(caller, Privilege.WatchKernelMemory, Errno.EINVAL),
        Administration.ShmAt => Ask(caller, Privilege.OverrideIpcModes, Errno.EACCES),
        Administration.ShmCtl => Ask(caller, Privilege.OverrideIpcModes),
        Administration.MsgCtl => Ask(caller, Privilege.RaiseQueueLimit),
        Administration.TiocSti => Ask(caller, Privilege.TypeAhead, Errno.EACCES),
        Administration.TiocStiUnread => Ask(caller, Privilege.TypeAhead),
        Administration.TiocCons => Ask(caller, Privilege.RedirectConsole),
        Administration.TiocExcl => Ask(caller, Privilege.OpenExclusiveTerminal, Errno.EBUSY),
        Administration.TiocSDrainWait => Ask(caller, Privilege.ConfigureTerminal),
        Administration.SnpOpen => Ask(caller, Privilege.SnoopTerminal),
        Administration.CdIocReset => Ask(caller, Privilege.ConfigureDevice),
        Administration.VnIocAttach => Ask(caller, Privilege.ConfigureDevice),
        Administration.TunOpen => Ask(caller, Privilege.OpenTunnel),
        Administration.DivertSocket => Ask(caller, Privilege.DivertPackets),
        Administration.NgSocket => Ask(caller, Privilege.UseNetgraph),
        Administration.GetCred => Ask(caller, Privilege.SeeSocketOwners),
        Administration.IpsecPolicy => Ask(caller, Privilege.SetIpsecPolicy, Errno.EACCES),
        Administration.HopOpts => Ask(caller, Privilege.SetHeaderOptions),
        Administration.JoinAllGroups => Ask(caller, Privilege.JoinEveryGroup, Errno.EACCES),
        Administration.DdpBind => Ask(caller, Privilege.LowPortOfOtherFamilies, Errno.EACCES),
        Administration.IpxBind => Ask(caller, Privilege.LowPortOfOtherFamilies),
        Administration.NcpLogin => Ask(caller, Privilege.UseOthersConnections, Errno.EACCES),
        Administration.PiocSFl => Ask(caller, Privilege.KeepTracing),
        Administration.WriteSuid => Tell(caller, Privilege.KeepSpecialModes),
        Administration.ForkOverLimit => Ask(caller, Privilege.ExceedProcessLimit, Errno.EAGAIN),
        Administration.WriteReserved => Ask(caller, Privilege.UseReservedSpace, Errno.ENOSPC),
        Administration.IpFwAdd => Ask(caller, Privilege.RawSocket),
        Administration.IpDummyNet => Ask(caller, Privilege.RawSocket),
        Administration.MrtInit => Ask(caller, Privilege.RawSocket),
        Administration.LinuxSetGroups => Ask(caller, Privilege.EmulateAnotherSystem),
        Administration.Ibcs2SetName => Ask(caller, Privilege.EmulateAnotherSystem),
        _ => Replies.Of(Errno.EINVAL),
    };

    /// <summary>A call that fails without the privilege.</summary>
    private static Outcome Ask(Process caller, Privilege needed, Errno refusal = Errno.EPERM) =>
        Replies.Of(Privileges.Check(caller.Credentials, needed) ? Errno.None : refusal);

    /// <summary>A call that works for everybody, and with 1 says that it did so without holding back.</summary>
    private static Outcome Tell(Process caller, Privilege needed) =>
        Replies.Of(Errno.None, Privileges.Check(caller.Credentials, needed) ? 1 : 0);
}
