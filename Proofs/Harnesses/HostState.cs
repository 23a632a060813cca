using Verify.Abi;

namespace Verify.Proofs.Harnesses;

/// <summary>The state of a host with two prisons before a call.</summary>
internal readonly struct HostState(
    Ipv4 primary, byte primaryPrefix, Ipv4 alias, byte aliasPrefix, Ipv4 first, byte firstIs, Ipv4 second,
    byte secondIs, ushort cursor)
{
    /// <summary>The number that stands for a prefix of 24 bits.</summary>
    private const byte Plainest = 23;

    private readonly byte _primaryPrefix = primaryPrefix;
    private readonly byte _aliasPrefix = aliasPrefix;
    private readonly Ipv4 _first = first;
    private readonly byte _firstIs = firstIs;
    private readonly Ipv4 _second = second;
    private readonly byte _secondIs = secondIs;

    /// <summary>The interface's primary address.</summary>
    public Ipv4 Primary { get; } = primary;

    /// <summary>The interface's second address.</summary>
    public Ipv4 Alias { get; } = alias;

    /// <summary>Where the last search for a free port ended.</summary>
    public ushort Cursor { get; } = cursor;

    /// <summary>Prefix length of the primary address, 1 to 32 bits.</summary>
    public int PrimaryPrefix => PrefixOf(_primaryPrefix);

    /// <summary>Prefix length of the second address.</summary>
    public int AliasPrefix => PrefixOf(_aliasPrefix);

    /// <summary>The first prison's address: one of the host's, or any other.</summary>
    public Ipv4 First => _firstIs == 0 ? Primary : _firstIs == 1 ? Alias : _first;

    /// <summary>The second prison's address.</summary>
    public Ipv4 Second => _secondIs == 0 ? Primary : _secondIs == 1 ? Alias : _second;

    /// <summary>Any number as a prefix length, 1 to 32 bits. One of 0 would stand for the address's class.</summary>
    public static int PrefixOf(byte number) => (number & 31) + 1;

    /// <summary>The same with /24 networks: arithmetic on masks is slow to prove.</summary>
    public HostState Plain => new(Primary, Plainest, Alias, Plainest, _first, _firstIs, _second, _secondIs, Cursor);
}
