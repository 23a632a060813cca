namespace Verify.Abi;

/// <summary>What a signal does: the sa_handler of sigaction(2).</summary>
public enum SignalAction
{
    /// <summary>The default action.</summary>
    SIG_DFL = 0,

    /// <summary>Nothing.</summary>
    SIG_IGN = 1,

    /// <summary>A function of the process is called.</summary>
    Handler = 2,
}
