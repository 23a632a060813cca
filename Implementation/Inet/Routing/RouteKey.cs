using Verify.Abi;

namespace Verify.Implementation.Inet.Routing;

/// <summary>The destination of a route, with the bits of its mask alone: rt_key and rt_mask.</summary>
/// <param name="Destination">A host, or the first address of a network.</param>
/// <param name="Length">
/// The length of the mask, or <see cref="HostLength"/> without one, which makes it another route than one with 32.
/// </param>
internal readonly record struct RouteKey(Ipv4 Destination, int Length)
{
    /// <summary>Longer than every mask: a route to a host is the best one.</summary>
    public const int HostLength = 33;

    public static RouteKey Host(Ipv4 destination) => new(destination, HostLength);

    /// <summary>The key with the bits cleared that the mask has not: rt_maskedcopy.</summary>
    public static RouteKey Masked(Ipv4 destination, int length)
    {
        var key = new RouteKey(destination, length);
        return key with { Destination = new Ipv4(destination.Value & key.Mask) };
    }

    public bool HasMask => Length != HostLength;

    public uint Mask => HasMask ? InetAddress.Mask(Length) : uint.MaxValue;
}
