using Verify.Properties.Values;

namespace Verify.Properties.Generation.Context;

/// <summary>
/// What a run has much of. Most have little of everything, which finds most faults soonest; some are large in one
/// direction, since a kernel can be right until a table grows for the third time.
/// </summary>
internal enum Bulk
{
    /// <summary>Little of everything.</summary>
    Nothing,

    /// <summary>One process has many descriptors.</summary>
    Descriptors,

    /// <summary>Many processes.</summary>
    Processes,

    /// <summary>Many descriptors refer to one open file.</summary>
    References,

    /// <summary>Many sockets on one port, or in one hash chain.</summary>
    Sharers,

    /// <summary>Much waits in one queue.</summary>
    Waiting,

    /// <summary>Directories deep in each other.</summary>
    Depth,

    /// <summary>Many names in one directory, and of one node.</summary>
    Names,

    /// <summary>Symbolic links that lead to one another.</summary>
    Links,

    /// <summary>Many file systems.</summary>
    Mounts,
}

/// <summary>How often, and how much.</summary>
internal static class Bulks
{
    private const int OneIn = 24;

    /// <summary>Of these kinds, the ones that a run without files can have.</summary>
    private const int WithoutFiles = (int)Bulk.Waiting;

    public static Bulk Next(ref Prng random, Theme theme) =>
        random.Below(OneIn) == 0
            ? (Bulk)(1 + random.Below(theme == Theme.Network ? WithoutFiles : (int)Bulk.Mounts))
            : Bulk.Nothing;

    /// <summary>Mostly more than any table starts with; now and then more than a byte counts, signed or not.</summary>
    public static int Size(ref Prng random) => random.Below(8) switch
    {
        0 => 260 + random.Below(20),
        1 => 130 + random.Below(20),
        _ => 18 + random.Below(28),
    };
}
