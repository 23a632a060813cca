using Verify.Abi;

namespace Verify.Implementation.Names;

/// <summary>How long paths and names are (sys/syslimits.h).</summary>
public static class PathLimits
{
    /// <summary>NAME_MAX.</summary>
    public const int Name = 255;

    /// <summary>PATH_MAX without the NUL.</summary>
    public const int Path = 1023;

    /// <summary>MAXSYMLINKS: how many one look-up follows.</summary>
    public const int SymbolicLinks = 32;

    /// <summary>The check of a path as it is copied in.</summary>
    public static Errno Check(int length) =>
        length > Path ? Errno.ENAMETOOLONG
        : length == 0 ? Errno.ENOENT
        : Errno.None;

    /// <summary>The check of one more symbolic link, with what is left of the path after it.</summary>
    public static Errno CheckLink(int linksFollowed, int targetLength, int restLength) =>
        linksFollowed >= SymbolicLinks ? Errno.ELOOP
        : targetLength + restLength >= Path ? Errno.ENAMETOOLONG
        : Errno.None;
}
