using Verify.Implementation.Primitives;

namespace Verify.Implementation.Identity;

/// <summary>A session: FreeBSD's struct session. It exists as long as it has a process group.</summary>
internal sealed class Session : ZoneItem
{
    /// <summary>The id of the process that created it.</summary>
    public int Id { get; set; }

    /// <summary>The id of the process that created it; 0 after that process has ended.</summary>
    public int Leader { get; set; }

    /// <summary>The number of its process groups.</summary>
    public int Groups { get; set; }

    internal override void Clear()
    {
        Id = 0;
        Leader = 0;
        Groups = 0;
    }
}
