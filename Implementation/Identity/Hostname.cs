namespace Verify.Implementation.Identity;

/// <summary>Limits on hostnames (J5).</summary>
public static class Hostname
{
    /// <summary>MAXHOSTNAMELEN without the terminating NUL.</summary>
    private const int MaxLength = 255;

    /// <summary>True for the length of a valid hostname; an empty one is valid.</summary>
    public static bool IsWithinBounds(int length) => length is >= 0 and <= MaxLength;
}
