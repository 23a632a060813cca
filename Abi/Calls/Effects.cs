using System.Collections.Immutable;

namespace Verify.Abi.Calls;

/// <summary>What a call caused besides its reply, each in the order of occurrence.</summary>
public readonly record struct Effects
{
    private readonly ImmutableArray<Resumption> _resumed;

    /// <summary>The packets that left a socket of this host, also to this host.</summary>
    public Few<Packet> Sent { get; init; }

    /// <summary>The sockets that received a datagram, and the listening sockets that received a connection.</summary>
    public Few<Receiver> Receivers { get; init; }

    /// <summary>The sleeping calls that were resumed and have ended.</summary>
    public ImmutableArray<Resumption> Resumed
    {
        get => _resumed.IsDefault ? [] : _resumed;
        init => _resumed = value;
    }

    /// <summary>Same packets, receivers and resumed calls.</summary>
    public bool Equals(Effects other) =>
        Sent == other.Sent && Receivers == other.Receivers
        && Resumed.AsSpan().SequenceEqual(other.Resumed.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sent, Receivers, Resumed.Length);
}

/// <summary>A sleeping call that was resumed and has ended.</summary>
/// <param name="Pid">The process that made it.</param>
/// <param name="Call">Its name in the trace text, such as accept.</param>
/// <param name="Outcome">Its reply, and what it sent; calls that it resumed follow in the list.</param>
public sealed record Resumption(int Pid, string Call, Outcome Outcome);
