using Verify.Properties.Values;

namespace Verify.Properties.Generation.Context;

/// <summary>
/// The kind of calls that a run concentrates on. Most runs concentrate on the network: calls on files cost more, and
/// lead somewhere only among others of their kind.
/// </summary>
public enum Theme
{
    /// <summary>Sockets and ports, inside and outside prisons, without files.</summary>
    Network,

    /// <summary>The file system: roots, links, mounts, quotas.</summary>
    Files,

    /// <summary>Processes, their identity and limits, and the sysctl tree; some sockets and files.</summary>
    Processes,

    /// <summary>Calls of every kind.</summary>
    Everything,
}

/// <summary>The family that a kind of call belongs to.</summary>
internal enum CallFamily
{
    /// <summary>Calls of every run: processes, users, prisons.</summary>
    Core,

    /// <summary>Calls on sockets, and packets.</summary>
    Network,

    /// <summary>Calls on files.</summary>
    Files,

    /// <summary>Calls on processes, identity and the whole machine.</summary>
    Processes,
}

/// <summary>The share of each family of calls in a theme.</summary>
internal static class Themes
{
    /// <summary>By theme and family: the factor for the weights of the family's calls.</summary>
    private static readonly int[,] Shares =
    {
        { 1, 1, 0, 0 },
        { 2, 0, 2, 0 },
        { 4, 1, 1, 4 },
        { 2, 1, 2, 2 },
    };

    public static Theme Next(ref Prng random) => random.Below(20) switch
    {
        < 13 => Theme.Network,
        < 16 => Theme.Files,
        < 18 => Theme.Processes,
        _ => Theme.Everything,
    };

    public static int ShareOf(this Theme theme, CallFamily family) => Shares[(int)theme, (int)family];
}
