using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Credentials;

/// <summary>Administrative calls (J4): the privilege that each needs, and its outcome without that privilege.</summary>
internal static class AdministrationRules
{
    public static readonly Rule AdministerUnknown = new(
        "J4.administer-unknown", "An administrative operation that does not exist fails with EINVAL.",
        "Administration");
    public static readonly Rule AdministerDenied = new(
        "J4.administer-denied",
        "Without the privilege that an administrative operation needs, it fails with the error of FreeBSD's "
        + "call, mostly EPERM.",
        "kern/kern_prot.c:suser_xxx");
    public static readonly Rule AdministerAllowed = new(
        "J4.administer-allowed", "With the privilege that an administrative operation needs, it succeeds.",
        "kern/kern_prot.c:suser_xxx");

    /// <summary>
    /// The privilege, the outcome without it, and the operations that need it. Each operation is in one row.
    /// </summary>
    private static readonly (Privilege Needed, Outcome Otherwise, Administration[] Words)[] Held =
    [
        // The machine, its clocks, names and accounts (kern).
        (Privilege.Reboot, Not, [Administration.Reboot]),
        (Privilege.SetTime, Not, [Administration.SetTimeOfDay, Administration.AdjTime, Administration.ClockSetTime]),
        (Privilege.AdjustClock, Not, [Administration.NtpAdjTime]),
        (Privilege.LoadModule, Not, [Administration.KldLoad, Administration.KldUnload]),
        (Privilege.Swap, Not, [Administration.SwapOn]),
        (Privilege.Account, Not, [Administration.Acct]),
        (Privilege.SetHostId, Not, [Administration.SetHostId]),
        (Privilege.SetDomainName, Not, [Administration.SetDomainName]),
        (Privilege.EmulateAnotherSystem, Not, [Administration.LinuxSetGroups, Administration.Ibcs2SetName]),

        // Processes and their memory.
        (Privilege.SetRealtimePriority, Not, [Administration.RtPrio]),
        (Privilege.ExceedProcessLimit, Failed(Errno.EAGAIN), [Administration.ForkOverLimit]),
        (Privilege.KeepTracing, Not, [Administration.PiocSFl]),
        (Privilege.LockMemory, Not, [Administration.MLock, Administration.MUnlock]),
        (Privilege.MapDevice, Failed(Errno.EINVAL), [Administration.MmapPrivate]),
        (Privilege.AccessIoPorts, Not, [Administration.SetIoPerm, Administration.DevIo, Administration.KdEnabIo]),
        (Privilege.WatchKernelMemory, Failed(Errno.EINVAL), [Administration.SetDbRegs]),
        (Privilege.OverrideIpcModes, Failed(Errno.EACCES), [Administration.ShmAt]),
        (Privilege.OverrideIpcModes, Not, [Administration.ShmCtl]),
        (Privilege.RaiseQueueLimit, Not, [Administration.MsgCtl]),

        // Files and file systems.
        (Privilege.ChangeFlags, Not, [Administration.ChFlags]),
        (Privilege.ChangeSystemFlags, Not, [Administration.SChg]),
        (Privilege.SetTimes, Not, [Administration.UTimes]),
        (Privilege.KeepSpecialModes, Outcome.Ok, [Administration.WriteSuid]),
        (Privilege.UseReservedSpace, Failed(Errno.ENOSPC), [Administration.WriteReserved]),
        (Privilege.ChangeDeviceNodes, Not, [Administration.DevFsChMod]),
        (Privilege.OverrideDeviceModes, Failed(Errno.EACCES), [Administration.DevFsOpen]),
        (Privilege.SeeFileHandles, Outcome.Ok, [Administration.StatFs]),
        (Privilege.UseFileHandles, Not,
            [Administration.GetFh, Administration.FhOpen, Administration.FhStat, Administration.FhStatFs]),
        (Privilege.ExportFileSystem, Not, [Administration.MountExported]),
        (Privilege.MountTrusted, Not, [Administration.MountSuid]),
        (Privilege.ServeNfs, Not, [Administration.NfsSvc]),
        (Privilege.MakeDeviceOverNfs, Not, [Administration.NfsMkNod]),

        // Terminals and other devices.
        (Privilege.RevokeOthers, Not, [Administration.Revoke]),
        (Privilege.TypeAhead, Failed(Errno.EACCES), [Administration.TiocSti]),
        (Privilege.TypeAhead, Not, [Administration.TiocStiUnread]),
        (Privilege.RedirectConsole, Not, [Administration.TiocCons]),
        (Privilege.OpenExclusiveTerminal, Failed(Errno.EBUSY), [Administration.TiocExcl]),
        (Privilege.ConfigureTerminal, Not, [Administration.TiocSDrainWait]),
        (Privilege.SnoopTerminal, Not, [Administration.SnpOpen]),
        (Privilege.ConfigureDevice, Not, [Administration.CdIocReset, Administration.VnIocAttach]),

        // The network.
        (Privilege.ConfigureInterface, Not, [Administration.IfConfig]),
        (Privilege.ChangeRoute, Not, [Administration.Route]),
        (Privilege.OpenPacketFilter, Not, [Administration.BpfOpen]),
        (Privilege.OpenTunnel, Not, [Administration.TunOpen]),
        (Privilege.DivertPackets, Not, [Administration.DivertSocket]),
        (Privilege.UseNetgraph, Not, [Administration.NgSocket]),
        (Privilege.RawSocket, Not, [Administration.IpFwAdd, Administration.IpDummyNet, Administration.MrtInit]),
        (Privilege.SeeSocketOwners, Not, [Administration.GetCred]),
        (Privilege.SetIpsecPolicy, Failed(Errno.EACCES), [Administration.IpsecPolicy]),
        (Privilege.SetHeaderOptions, Not, [Administration.HopOpts]),
        (Privilege.JoinEveryGroup, Failed(Errno.EACCES), [Administration.JoinAllGroups]),
        (Privilege.LowPortOfOtherFamilies, Failed(Errno.EACCES), [Administration.DdpBind]),
        (Privilege.LowPortOfOtherFamilies, Not, [Administration.IpxBind]),
        (Privilege.UseOthersConnections, Failed(Errno.EACCES), [Administration.NcpLogin]),
    ];

    private static readonly Dictionary<Administration, (Privilege Needed, Outcome Otherwise)> OfWord =
        Held.SelectMany(row => row.Words, (row, word) => (word, row)).ToDictionary(
            pair => pair.word, pair => (pair.row.Needed, pair.row.Otherwise));

    private static Outcome Not => Failed(Errno.EPERM);

    public static Verdict Administer(ref CallCheck check, Process caller, Administration what) =>
        !OfWord.TryGetValue(what, out (Privilege Needed, Outcome Otherwise) row)
            ? check.Fails(Errno.EINVAL, AdministerUnknown)
        : !check.Grants(caller, row.Needed) ? check.Must(row.Otherwise, check.State, AdministerDenied)
        : check.Must(Granted(row.Otherwise), check.State, AdministerAllowed);

    /// <summary>A call that nobody is denied returns 1 if it did more than without the privilege.</summary>
    private static Outcome Granted(in Outcome otherwise) =>
        otherwise.Succeeded ? Outcome.Returned(1) : Outcome.Ok;

    private static Outcome Failed(Errno error) => Outcome.Failed(error);
}
