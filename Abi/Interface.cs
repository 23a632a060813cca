using System.Collections.Immutable;

namespace Verify.Abi;

/// <summary>
/// A network interface and its addresses, as ifconfig(8) lists them: the primary one first, then aliases.
/// </summary>
/// <param name="Name">Its name and unit; a name that starts with "lo" makes it a loopback interface.</param>
/// <param name="Addresses">Its addresses in the order of configuration.</param>
public sealed record Interface(string Name, ImmutableArray<InterfaceAddress> Addresses)
{
    /// <summary>IFF_LOOPBACK.</summary>
    public bool IsLoopback => Name.StartsWith("lo", StringComparison.Ordinal);

    /// <summary>Same name and addresses.</summary>
    public bool Equals(Interface? other) =>
        other is not null && Name == other.Name && Addresses.SequenceEqual(other.Addresses);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Addresses.Length);
}

/// <summary>An address of an interface and the length of its network prefix.</summary>
/// <param name="Address">The address.</param>
/// <param name="PrefixLength">Bits of the network mask, 0 to 32; 32 for an alias.</param>
public readonly record struct InterfaceAddress(Ipv4 Address, int PrefixLength);
