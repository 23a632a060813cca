namespace Verify.Implementation.Processes;

/// <summary>RLIMIT_NOFILE of one process: a soft and a hard limit of descriptors, as plim_rlimit has them.</summary>
public readonly struct DescriptorLimits(int soft, int hard)
{
    /// <summary>No descriptor from this one up is given out.</summary>
    public int Soft { get; } = soft;

    /// <summary>How far the soft limit goes without privilege.</summary>
    public int Hard { get; } = hard;

    /// <summary>What a process asks for: a negative number means no limit.</summary>
    public static DescriptorLimits Requested(int soft, int hard) =>
        new(soft < 0 ? int.MaxValue : soft, hard < 0 ? int.MaxValue : hard);

    /// <summary>True where one of two requested limits is over this hard limit: only RaiseLimit gets there.</summary>
    public bool IsExceededBy(DescriptorLimits requested) => requested.Soft > Hard || requested.Hard > Hard;

    /// <summary>The soft limit within the hard one, and both within what the system has for one process.</summary>
    public DescriptorLimits Within(int maximum)
    {
        int soft = Soft < Hard ? Soft : Hard;
        return new DescriptorLimits(soft < maximum ? soft : maximum, Hard < maximum ? Hard : maximum);
    }
}
