namespace Verify.Abi;

/// <summary>Whose nice values getpriority(2) and setpriority(2) are about, with FreeBSD's numbers (sys/resource.h).</summary>
public enum PriorityOf
{
    /// <summary>One process's; 0 is the caller.</summary>
    PRIO_PROCESS = 0,

    /// <summary>Those of a process group; 0 is the caller's.</summary>
    PRIO_PGRP = 1,

    /// <summary>Those of a user, by effective id; 0 is the caller's effective one.</summary>
    PRIO_USER = 2,
}
