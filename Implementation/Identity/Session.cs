using Verify.Implementation.Primitives;

namespace Verify.Implementation.Identity;

/// <summary>A session: FreeBSD's struct session. It lives while it has a process group.</summary>
internal sealed class Session : ZoneItem
{
    /// <summary>The id of the process that made it.</summary>
    public int Id { get; set; }

    /// <summary>The process that made it, by its id; 0 after it has ended.</summary>
    public int Leader { get; set; }

    /// <summary>How many process groups are in it.</summary>
    public int Groups { get; set; }

    internal override void Clear()
    {
        Id = 0;
        Leader = 0;
        Groups = 0;
    }
}
