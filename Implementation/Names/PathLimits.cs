using Verify.Abi;

namespace Verify.Implementation.Names;

/// <summary>Limits on paths and names (sys/syslimits.h).</summary>
public static class PathLimits
{
    /// <summary>NAME_MAX.</summary>
    public const int Name = 255;

    /// <summary>PATH_MAX without the terminating NUL.</summary>
    public const int Path = 1023;

    /// <summary>MAXSYMLINKS: how many symbolic links one look-up follows.</summary>
    public const int SymbolicLinks = 32;

    /// <summary>Checks the length of a path copied in.</summary>
    public static Errno Check(int length) =>
        length > Path ? Errno.ENAMETOOLONG
        : length == 0 ? Errno.ENOENT
        : Errno.None;

    /// <summary>
    /// Checks whether one more symbolic link may be followed, with this much of the path left after it.
    /// </summary>
    public static Errno CheckLink(int linksFollowed, int targetLength, int restLength) =>
        linksFollowed >= SymbolicLinks ? Errno.ELOOP
        : targetLength + restLength >= Path ? Errno.ENAMETOOLONG
        : Errno.None;
}
