namespace Verify.Model.Judging;

/// <summary>
/// What a log does not tell of the machine on which it was written. Unless it is named here, a trace is taken as given:
/// the machine is the one that its header describes, and nothing happens on it but what the trace has.
/// </summary>
[Flags]
public enum Unknowns
{
    /// <summary>Nothing: the trace tells everything.</summary>
    None = 0,

    /// <summary>The ports that were chosen last from each range at boot.</summary>
    Ports = 1,

    /// <summary>The descriptors that process 1 has open at boot, and what other sockets of this host do.</summary>
    Descriptors = 2,

    /// <summary>What outside hosts send, and whether they answer.</summary>
    Hosts = 4,
}
