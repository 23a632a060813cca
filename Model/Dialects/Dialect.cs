using System.Collections.Immutable;

namespace Verify.Model.Dialects;

/// <summary>
/// A named set of differences from FreeBSD 4.0: what the specification leaves open for a system that need not do as 4.0
/// does. Without any it is 4.0's.
/// </summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Differences">What it loosens.</param>
public sealed record Dialect(string Name, ImmutableArray<Difference> Differences)
{
    /// <summary>FreeBSD 4.0, the default.</summary>
    public static Dialect FreeBsd40 { get; } = new("freebsd-4.0", []);

    /// <summary>FreeBSD 4.0, but for the order in which look-ups meet sockets that fit equally well.</summary>
    public static Dialect AnyOrder { get; } = new("any-order", [Difference.OrderOfEquals]);

    /// <summary>All there are.</summary>
    public static ImmutableArray<Dialect> All { get; } = [FreeBsd40, AnyOrder];

    /// <summary>True where look-ups may find any of the sockets that fit equally well.</summary>
    internal bool LeavesOrderOpen { get; } = Differences.Contains(Difference.OrderOfEquals);
}
