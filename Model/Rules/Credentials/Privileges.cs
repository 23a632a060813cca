using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Rules.Credentials;

/// <summary>The privileges of the superuser: outside any prison all, in a prison those marked here (J4).</summary>
public static class Privileges
{
    /// <summary>True for a privilege that the superuser in a prison has as well.</summary>
    public static bool IsAllowedInPrisons(Privilege privilege) => privilege switch
    {
        // Its ids and limits.
        Privilege.SetUser or Privilege.SetGroup or Privilege.SetLogin or Privilege.RaiseLimit => true,

        // The prison's own processes.
        Privilege.RaisePriority or Privilege.SetOthersPriority or Privilege.LastProcess => true,
        Privilege.SignalOthers or Privilege.KTraceOthers => true,

        // The files beneath its root.
        Privilege.OverrideModes or Privilege.OverrideSticky or Privilege.ChangeOthersMode => true,
        Privilege.SetSpecialModes or Privilege.ChangeOwner or Privilege.ExceedQuota => true,
        Privilege.ChangeRoot or Privilege.MakeFifo => true,

        // The ports of its address, and its hostname.
        Privilege.LowPort or Privilege.LowRange or Privilege.SetHostname => true,

        // The whole machine, and processes whose ids have changed.
        Privilege.PTraceOthers => false,
        Privilege.MakeDevice or Privilege.Mount or Privilege.Unmount or Privilege.Quota => false,
        Privilege.RawSocket or Privilege.WriteSysctl or Privilege.Jail => false,
        Privilege.Reboot or Privilege.SetTime or Privilege.LoadModule or Privilege.Swap => false,
        Privilege.Account or Privilege.ConfigureInterface or Privilege.ChangeRoute => false,
        Privilege.OpenPacketFilter => false,

        // Other privileges over the prison's own files, terminals, processes and ports.
        Privilege.ChangeFlags or Privilege.SetTimes or Privilege.KeepSpecialModes => true,
        Privilege.SeeFileHandles or Privilege.UseReservedSpace or Privilege.RevokeOthers => true,
        Privilege.ExceedProcessLimit or Privilege.ShareOthersPorts => true,

        // Other privileges over the whole machine: clocks and names, memory and devices, file systems, terminals and
        // queues without a notion of prisons, protocols, programs of other systems.
        Privilege.AdjustClock or Privilege.SetHostId or Privilege.SetDomainName => false,
        Privilege.SetRealtimePriority or Privilege.KeepTracing or Privilege.EmulateAnotherSystem => false,
        Privilege.LockMemory or Privilege.MapDevice or Privilege.AccessIoPorts or Privilege.WatchKernelMemory => false,
        Privilege.ConfigureDevice or Privilege.ChangeDeviceNodes or Privilege.OverrideDeviceModes => false,
        Privilege.ChangeSystemFlags or Privilege.UseFileHandles or Privilege.ExportFileSystem => false,
        Privilege.MountTrusted or Privilege.ServeNfs or Privilege.MakeDeviceOverNfs => false,
        Privilege.OverrideIpcModes or Privilege.RaiseQueueLimit or Privilege.TypeAhead => false,
        Privilege.RedirectConsole or Privilege.OpenExclusiveTerminal or Privilege.ConfigureTerminal => false,
        Privilege.SnoopTerminal or Privilege.OpenTunnel or Privilege.DivertPackets or Privilege.UseNetgraph => false,
        Privilege.SeeSocketOwners or Privilege.SetIpsecPolicy or Privilege.SetHeaderOptions => false,
        Privilege.JoinEveryGroup or Privilege.LowPortOfOtherFamilies or Privilege.UseOthersConnections => false,
        _ => throw new ArgumentOutOfRangeException(nameof(privilege)),
    };

    /// <summary>
    /// True if a process has a privilege: by its effective user id, except for the last process, where the real one
    /// counts (kern/kern_fork.c:fork1).
    /// </summary>
    public static bool Has(this Process process, Privilege privilege) =>
        (privilege == Privilege.LastProcess ? process.User.Real == 0 : process.IsSuperuser)
        && (process.Prison is null || IsAllowedInPrisons(privilege));
}
