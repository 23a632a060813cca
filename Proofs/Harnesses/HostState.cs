using Verify.Abi;

namespace Verify.Proofs.Harnesses;

/// <summary>What a host with two prisons can be like before a call.</summary>
internal readonly struct HostState(
    Ipv4 primary, byte primaryPrefix, Ipv4 alias, byte aliasPrefix, Ipv4 first, byte firstIs, Ipv4 second,
    byte secondIs, ushort cursor)
{
    private readonly byte _primaryPrefix = primaryPrefix;
    private readonly byte _aliasPrefix = aliasPrefix;
    private readonly Ipv4 _first = first;
    private readonly byte _firstIs = firstIs;
    private readonly Ipv4 _second = second;
    private readonly byte _secondIs = secondIs;

    /// <summary>The primary address of the host's card.</summary>
    public Ipv4 Primary { get; } = primary;

    /// <summary>Another one.</summary>
    public Ipv4 Alias { get; } = alias;

    /// <summary>Where the last search for a free port ended.</summary>
    public ushort Cursor { get; } = cursor;

    /// <summary>The primary address's network mask, 0 to 32 bits.</summary>
    public int PrimaryPrefix => PrefixOf(_primaryPrefix);

    /// <summary>The other one's.</summary>
    public int AliasPrefix => PrefixOf(_aliasPrefix);

    /// <summary>The first prison's address: one of the host's, or any other.</summary>
    public Ipv4 First => _firstIs == 0 ? Primary : _firstIs == 1 ? Alias : _first;

    /// <summary>The second prison's.</summary>
    public Ipv4 Second => _secondIs == 0 ? Primary : _secondIs == 1 ? Alias : _second;

    /// <summary>A prefix, 0 to 32 bits, of a number.</summary>
    public static int PrefixOf(byte number) => (number & 63) < 32 ? number & 31 : 32;

    /// <summary>The same with networks of 256 addresses: arithmetic on masks is what takes long.</summary>
    public HostState Plain => new(Primary, 24, Alias, 24, _first, _firstIs, _second, _secondIs, Cursor);
}
