using Verify.Abi;

namespace Verify.Proofs.Harnesses;

/// <summary>What a host with two prisons can be like before a call.</summary>
internal readonly struct HostState(
    InterfaceAddress primary, InterfaceAddress alias, Ipv4 first, Ipv4 second, ushort cursor)
{
    /// <summary>The primary address of the host's card.</summary>
    public InterfaceAddress Primary { get; } = primary;

    /// <summary>Another one.</summary>
    public InterfaceAddress Alias { get; } = alias;

    /// <summary>The first prison's address. It need not be the host's.</summary>
    public Ipv4 First { get; } = first;

    /// <summary>The second prison's address.</summary>
    public Ipv4 Second { get; } = second;

    /// <summary>Where the last search for a free port ended.</summary>
    public ushort Cursor { get; } = cursor;
}
