using Verify.Abi;

namespace Verify.Model.States;

/// <summary>Networks of the Internet: addresses that share a prefix.</summary>
internal static class Ipv4Networks
{
    /// <summary>The bits of an address.</summary>
    public const int AllBits = 32;

    /// <summary>The length of the network part by the address's class.</summary>
    public static int OfClass(Ipv4 address) => (address.Value >> 24) switch
    {
        < 128 => 8,
        < 192 => 16,
        _ => 24,
    };

    /// <summary>The first address of a network.</summary>
    public static Ipv4 First(Ipv4 address, int prefix) => new((uint)(address.Value & ~HostBits(prefix)));

    /// <summary>The last address of a network.</summary>
    public static Ipv4 Last(Ipv4 address, int prefix) => new((uint)(address.Value | HostBits(prefix)));

    /// <summary>True if two addresses are in one network.</summary>
    public static bool Contains(Ipv4 address, int prefix, Ipv4 other) => Last(address, prefix) == Last(other, prefix);

    private static ulong HostBits(int prefix) => 0xffff_ffffUL >> prefix;
}
