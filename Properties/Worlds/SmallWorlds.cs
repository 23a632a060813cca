using Verify.Properties.Worlds.Catalogue;

namespace Verify.Properties.Worlds;

/// <summary>The small worlds that every check explores.</summary>
public static class SmallWorlds
{
    /// <summary>All of them, in the order in which they are explored.</summary>
    public static IReadOnlyList<SmallWorld> All { get; } =
    [
        PortsUp.World,
        PortsDown.World,
        PortsLow.World,
        ThreeRanges.World,
        RangesTurned.World,
        SysctlShrinksRange.World,
        SysctlClamps.World,
        PrisonLife.World,
        PrisonUdp.World,
        PrisonTcp.World,
        Reuse.World,
        Lookup.World,
        UdpErrors.World,
        ListenQueue.World,
        Memory.World,
        Arguments.World,
        Buffers.World,
        LoopbackOnly.World,
        NoAddress.World,
        ChrootEscapes.World,
        JailFiles.World,
        Renames.World,
        FileArguments.World,
        Mounts.World,
        Quotas.World,
        Procfs.World,
        Visibility.World,
        Identity.World,
        ThreeIds.World,
        Groups.World,
        Owners.World,
        Traced.World,
        ProcessFiles.World,
        SysctlNumbers.World,
        Hostnames.World,
        Families.World,
        JailFails.World,
        Signals.World,
        Ids.World,
        Switches.World,
        Names.World,
        Crowd.World,
        ManyDescriptors.World,
        DeepTree.World,
        HostPlaces.World,
        Networks.World,
        Strangers.World,
        OneChain.World,
        LongQueue.World,
        LastPids.World,
    ];
}
