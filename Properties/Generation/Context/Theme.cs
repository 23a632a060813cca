using Verify.Properties.Values;

namespace Verify.Properties.Generation.Context;

/// <summary>
/// What a run is about. Most are about the network alone: calls on files cost more, and need others of their kind.
/// </summary>
public enum Theme
{
    /// <summary>Sockets and ports, in prisons and outside, without any file.</summary>
    Network,

    /// <summary>The file system: roots, links, mounts, quotas.</summary>
    Files,

    /// <summary>Processes, their identity and limits, and the sysctl tree; some sockets and files.</summary>
    Processes,

    /// <summary>All of it.</summary>
    Everything,
}

/// <summary>What a kind of call belongs to.</summary>
internal enum CallFamily
{
    /// <summary>Calls that make every run: processes, users, prisons.</summary>
    Core,

    /// <summary>Calls on sockets, and packets.</summary>
    Network,

    /// <summary>Calls on files.</summary>
    Files,

    /// <summary>Calls on processes, identity and the whole machine.</summary>
    Processes,
}

/// <summary>How much of each family a theme has.</summary>
internal static class Themes
{
    /// <summary>By theme, then family: what its weights are multiplied by.</summary>
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
