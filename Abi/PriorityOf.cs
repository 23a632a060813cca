namespace Verify.Abi;

/// <summary>The first argument of getpriority(2) and setpriority(2), with FreeBSD's numbers (sys/resource.h).</summary>
public enum PriorityOf
{
    /// <summary>A process; 0 is the caller.</summary>
    PRIO_PROCESS = 0,

    /// <summary>A process group; 0 is the caller's.</summary>
    PRIO_PGRP = 1,

    /// <summary>The processes of an effective user; 0 is the caller's.</summary>
    PRIO_USER = 2,
}
