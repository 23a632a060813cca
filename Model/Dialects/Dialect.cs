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
    private const char Separator = ',';

    /// <summary>FreeBSD 4.0, the default.</summary>
    public static Dialect FreeBsd40 { get; } = new("freebsd-4.0", []);

    /// <summary>FreeBSD 4.0, except for the order in which lookups find sockets that match equally well.</summary>
    public static Dialect AnyOrder { get; } = new("any-order", [Difference.OrderOfEquals]);

    /// <summary>FreeBSD 4.0, except for which free port a call chooses that names none.</summary>
    public static Dialect AnyPort { get; } = new("any-port", [Difference.PortOfRange]);

    /// <summary>Every dialect with a name of its own.</summary>
    public static ImmutableArray<Dialect> All { get; } = [FreeBsd40, AnyOrder, AnyPort];

    /// <summary>True if lookups may find any of the sockets that match equally well.</summary>
    public bool LeavesOrderOpen { get; } = Differences.Contains(Difference.OrderOfEquals);

    /// <summary>True if a call that names no port may choose any free one of its range.</summary>
    public bool LeavesPortsOpen { get; } = Differences.Contains(Difference.PortOfRange);

    /// <summary>The dialect with the differences of all that are named, with commas between.</summary>
    /// <param name="names">One name of <see cref="All"/>, or several: any-port,any-order.</param>
    /// <param name="unknown">The first name that no dialect has; null if there is none.</param>
    /// <returns>The dialect; null if a name is unknown.</returns>
    public static Dialect? Find(string names, out string? unknown)
    {
        string[] parts = names.Split(Separator);
        unknown = Array.Find(parts, part => All.All(dialect => dialect.Name != part));
        return unknown is not null ? null
            : parts.Length == 1 ? All.First(dialect => dialect.Name == names)
            : new Dialect(names, [.. All.Where(d => parts.Contains(d.Name)).SelectMany(d => d.Differences)]);
    }
}
