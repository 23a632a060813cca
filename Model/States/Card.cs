using Verify.Abi;

namespace Verify.Model.States;

/// <summary>An interface of the moment. Its addresses are in <see cref="Network"/>, in the order of all.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Index">Its number, from 1.</param>
/// <param name="Flags">Its flags.</param>
internal sealed record Card(string Name, int Index, InterfaceOptions Flags)
{
    /// <summary>The flags of an Ethernet card at boot.</summary>
    private const InterfaceOptions Ethernet =
        InterfaceOptions.IFF_UP | InterfaceOptions.IFF_BROADCAST | InterfaceOptions.IFF_RUNNING
        | InterfaceOptions.IFF_SIMPLEX | InterfaceOptions.IFF_MULTICAST;

    /// <summary>The flags of a loopback interface at boot.</summary>
    private const InterfaceOptions Loopback =
        InterfaceOptions.IFF_UP | InterfaceOptions.IFF_LOOPBACK | InterfaceOptions.IFF_RUNNING
        | InterfaceOptions.IFF_MULTICAST;

    /// <summary>The delay-bandwidth product that routes over a loopback interface have.</summary>
    private const uint LoopbackPipe = 3 * 16384;

    /// <summary>
    /// True once it has had an address: it has joined the group of all hosts then, and never leaves it
    /// (netinet/in.c:in_ifinit).
    /// </summary>
    public bool HasHadAddress { get; init; }

    /// <summary>True if packets leave and arrive.</summary>
    public bool IsUp => Flags.HasFlag(InterfaceOptions.IFF_UP);

    /// <summary>True if what leaves comes back.</summary>
    public bool IsLoopback => Flags.HasFlag(InterfaceOptions.IFF_LOOPBACK);

    /// <summary>The longest packet that goes over it in one piece, in bytes.</summary>
    public int LongestPacket => IsLoopback ? 16384 : 1500;

    /// <summary>The metrics of a new route over it (netinet/in_rmx.c:in_addroute, net/if_loop.c:lortrequest).</summary>
    public MetricSet NewMetrics => With(new MetricSet { Mtu = (uint)LongestPacket });

    /// <summary>The metrics with those that a loopback interface writes whenever a route over it changes.</summary>
    public MetricSet With(MetricSet metrics) => IsLoopback
        ? metrics with { Mtu = (uint)LongestPacket, ReceivePipe = LoopbackPipe, SendPipe = LoopbackPipe }
        : metrics;

    /// <summary>An interface at boot.</summary>
    public static Card AtBoot(Interface nic, int index) => new(nic.Name, index, nic.IsLoopback ? Loopback : Ethernet);
}
