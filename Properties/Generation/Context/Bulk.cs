using Verify.Properties.Values;

namespace Verify.Properties.Generation.Context;

/// <summary>
/// What a run has many of. Most runs have few of everything, which finds most faults soonest. Some have many of one
/// thing, because a kernel can be right until a table grows for the third time.
/// </summary>
internal enum Bulk
{
    /// <summary>Few of everything.</summary>
    Nothing,

    /// <summary>Many descriptors in one process.</summary>
    Descriptors,

    /// <summary>Many processes.</summary>
    Processes,

    /// <summary>Many descriptors that refer to one open file.</summary>
    References,

    /// <summary>Many sockets on one port, or in one hash chain.</summary>
    Sharers,

    /// <summary>Many connections or datagrams in one queue.</summary>
    Waiting,

    /// <summary>Many levels of directories.</summary>
    Depth,

    /// <summary>Many names in one directory, and many links to one node.</summary>
    Names,

    /// <summary>A long chain of symbolic links.</summary>
    Links,

    /// <summary>Many file systems.</summary>
    Mounts,

    /// <summary>More multicast groups than one socket can be a member of; needs no files.</summary>
    Memberships,

    /// <summary>Many raw packets; needs no files.</summary>
    RawPackets,
}

/// <summary>Chooses what a run has many of, and how many.</summary>
internal static class Bulks
{
    private const int OneIn = 24;

    /// <summary>One in so many of the other runs has memberships, and one raw packets.</summary>
    private const int MembershipsOneIn = 8 * OneIn;

    /// <summary>The last kind that needs no files; those before it need none either.</summary>
    private const int LastWithoutFiles = (int)Bulk.Waiting;

    public static Bulk Next(ref Prng random, Theme theme)
    {
        int choice = random.Below(MembershipsOneIn);
        return choice < MembershipsOneIn / OneIn
                ? (Bulk)(1 + random.Below(theme == Theme.Network ? LastWithoutFiles : (int)Bulk.Mounts))
            : choice == MembershipsOneIn - 1 && theme != Theme.Files ? Bulk.Memberships
            : choice == MembershipsOneIn - 2 && theme != Theme.Files ? Bulk.RawPackets
            : Bulk.Nothing;
    }

    /// <summary>
    /// Mostly more than any table has room for at first; sometimes more than fit a byte, signed or unsigned.
    /// </summary>
    public static int Size(ref Prng random) => random.Below(8) switch
    {
        0 => 260 + random.Below(20),
        1 => 130 + random.Below(20),
        _ => 18 + random.Below(28),
    };
}
