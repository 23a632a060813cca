namespace Verify.Implementation.Processes;

/// <summary>RLIMIT_NOFILE of a process, the soft and hard limit on descriptors: an entry of plim_rlimit.</summary>
public readonly struct DescriptorLimits(int soft, int hard)
{
    /// <summary>Descriptors from this number on are not allocated.</summary>
    public int Soft { get; } = soft;

    /// <summary>The highest soft limit that can be set without privilege.</summary>
    public int Hard { get; } = hard;

    /// <summary>Limits as passed to setrlimit(2): a negative number means no limit.</summary>
    public static DescriptorLimits Requested(int soft, int hard) =>
        new(soft < 0 ? int.MaxValue : soft, hard < 0 ? int.MaxValue : hard);

    /// <summary>True if a requested limit exceeds this hard limit, which needs RaiseLimit.</summary>
    public bool IsExceededBy(DescriptorLimits requested) => requested.Soft > Hard || requested.Hard > Hard;

    /// <summary>The soft limit lowered to the hard limit, and both to the maximum for one process.</summary>
    public DescriptorLimits Within(int maximum)
    {
        int withinHard = Soft < Hard ? Soft : Hard;
        return new DescriptorLimits(withinHard < maximum ? withinHard : maximum, Hard < maximum ? Hard : maximum);
    }
}
