namespace Verify.Abi;

/// <summary>
/// Calls on the whole machine that are denied in every prison (J4). Nothing else of them is modelled: where they are
/// allowed they return 0, and the machine goes on as before.
/// </summary>
public enum Administration
{
    /// <summary>reboot(2).</summary>
    Reboot,

    /// <summary>settimeofday(2).</summary>
    SetTimeOfDay,

    /// <summary>adjtime(2).</summary>
    AdjTime,

    /// <summary>kldload(2).</summary>
    KldLoad,

    /// <summary>kldunload(2).</summary>
    KldUnload,

    /// <summary>swapon(2).</summary>
    SwapOn,

    /// <summary>acct(2).</summary>
    Acct,

    /// <summary>ioctl(2) with SIOCAIFADDR, SIOCDIFADDR or SIOCSIFFLAGS.</summary>
    IfConfig,

    /// <summary>RTM_ADD, RTM_CHANGE or RTM_DELETE over a routing socket.</summary>
    Route,

    /// <summary>open(2) of a Berkeley packet filter.</summary>
    BpfOpen,
}
