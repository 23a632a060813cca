using Verify.Abi;

namespace Verify.Properties.Reference;

/// <summary>The privileges that differ from FreeBSD 4.0, with rows of docs/deviations.md.</summary>
public static class PrivilegeDeviations
{
    /// <summary>The id of the row, by privilege.</summary>
    public static readonly IReadOnlyDictionary<Privilege, string> All = new Dictionary<Privilege, string>
    {
        [Privilege.RaisePriority] = "D17",
        [Privilege.MountTrusted] = "D26",
        [Privilege.MakeDeviceOverNfs] = "D26",
        [Privilege.UseOthersConnections] = "D26",
        [Privilege.WatchKernelMemory] = "D27",
        [Privilege.ChangeRoute] = "D28",
    };
}
