namespace Verify.Implementation.Identity;

/// <summary>What a hostname may be (J5).</summary>
public static class Hostname
{
    /// <summary>MAXHOSTNAMELEN without the NUL.</summary>
    private const int MaxLength = 255;

    /// <summary>True for a length that a hostname can have; it can be empty.</summary>
    public static bool IsWithinBounds(int length) => length is >= 0 and <= MaxLength;
}
