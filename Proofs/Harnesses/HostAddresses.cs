using Verify.Abi;

namespace Verify.Proofs.Harnesses;

/// <summary>
/// The addresses of a host by arithmetic on its networks: an interface with two addresses, each with any prefix, and
/// the loopback address.
/// </summary>
internal static class HostAddresses
{
    /// <summary>True if the host has this address.</summary>
    public static bool HasOwn(this HostState state, Ipv4 address) =>
        address == state.Primary | address == state.Alias | address == Ipv4.Loopback;

    /// <summary>True for the broadcast address of one of the interface's networks.</summary>
    public static bool HasBroadcast(this HostState state, Ipv4 address) =>
        IsLast(address, state.Primary, state.PrimaryPrefix) | IsLast(address, state.Alias, state.AliasPrefix);

    /// <summary>True for a broadcast address, old forms included, for which ip_output needs SO_BROADCAST.</summary>
    public static bool IsForAll(this HostState state, Ipv4 address) =>
        IsForAll(address, state.Primary, state.PrimaryPrefix) | IsForAll(address, state.Alias, state.AliasPrefix);

    /// <summary>True for a multicast address: 224.0.0.0/4.</summary>
    public static bool IsGroup(Ipv4 address) => address.Value / 0x1000_0000 == 14;

    /// <summary>The source address for a destination.</summary>
    public static Ipv4 SourceFor(this HostState state, Ipv4 destination)
    {
        bool primary = AreNear(destination, state.Primary, state.PrimaryPrefix);
        bool alias = AreNear(destination, state.Alias, state.AliasPrefix);
        return state.HasOwn(destination) ? destination
            : alias & (!primary | state.AliasPrefix > state.PrimaryPrefix) ? state.Alias
            : state.Primary;
    }

    private static bool AreNear(Ipv4 a, Ipv4 b, int prefix) => Network(a, prefix) == Network(b, prefix);

    private static bool IsLast(Ipv4 address, Ipv4 own, int prefix) =>
        AreNear(address, own, prefix) & (uint)((ulong)~address.Value << prefix) == 0;

    private static bool IsFirst(Ipv4 address, Ipv4 own, int prefix) =>
        AreNear(address, own, prefix) & (uint)((ulong)address.Value << prefix) == 0;

    // A /32 network has no broadcast address; the class's network counts if it is the larger one.
    private static bool IsForAll(Ipv4 address, Ipv4 own, int prefix)
    {
        int ofClass = own.Value < 0x8000_0000 ? 8 : own.Value < 0xc000_0000 ? 16 : 24;
        int net = prefix < ofClass ? prefix : ofClass;
        return prefix != 32 & (IsLast(address, own, prefix) | IsFirst(address, own, prefix)
            | IsLast(address, own, net) | IsFirst(address, own, net));
    }

    private static ulong Network(Ipv4 address, int prefix) => (ulong)address.Value >> 32 - prefix;
}
