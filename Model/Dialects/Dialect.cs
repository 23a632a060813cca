using System.Collections.Immutable;

namespace Verify.Model.Dialects;

/// <summary>
/// A named set of differences from FreeBSD 4.0: what the specification leaves open for other systems. Without
/// differences it is FreeBSD 4.0.
/// </summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Differences">The rules that it loosens.</param>
public sealed record Dialect(string Name, ImmutableArray<Difference> Differences)
{
    /// <summary>FreeBSD 4.0, the default.</summary>
    public static Dialect FreeBsd40 { get; } = new("freebsd-4.0", []);

    /// <summary>FreeBSD 4.0, except for the order in which lookups find sockets that match equally well.</summary>
    public static Dialect AnyOrder { get; } = new("any-order", [Difference.OrderOfEquals]);

    /// <summary>Every dialect.</summary>
    public static ImmutableArray<Dialect> All { get; } = [FreeBsd40, AnyOrder];

    /// <summary>True if lookups may find any of the sockets that match equally well.</summary>
    internal bool LeavesOrderOpen { get; } = Differences.Contains(Difference.OrderOfEquals);
}
