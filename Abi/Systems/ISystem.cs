using Verify.Abi.Calls;

namespace Verify.Abi.Systems;

/// <summary>
/// A system under test: the reference kernel, or a mutant of it. It is deterministic: the same world and calls give the
/// same outcomes. Not thread-safe; each thread boots its own.
/// </summary>
public interface ISystem
{
    /// <summary>Carries out one call and says what was seen. Never throws, whatever the call.</summary>
    Outcome Execute(Call call);

    /// <summary>
    /// Lists the open IPv4 sockets of all processes, by pid and then by descriptor, as sockstat(1) does. Fills as much of
    /// <paramref name="entries"/> as there is and returns how many there are in all.
    /// </summary>
    int Sockstat(Span<SocketEntry> entries);

    /// <summary>
    /// Lists the processes by pid, as ps(1) does on the host. Fills as much of <paramref name="entries"/> as there is and
    /// returns how many there are in all.
    /// </summary>
    int Processes(Span<ProcessEntry> entries);

    /// <summary>
    /// Checks every internal invariant (as a kernel built with INVARIANTS does) and names the first that does not hold;
    /// null where all hold. What differs from case to case comes after a colon. Changes nothing.
    /// </summary>
    string? Audit();

    /// <summary>
    /// Adds everything that can influence a later outcome, in an order that does not depend on history, so that equal
    /// hashes mean states that behave alike.
    /// </summary>
    void AddTo(ref StateHash hash);

    /// <summary>How many items each zone has in use, in a fixed order: G7 compares boot with the end of a run.</summary>
    IReadOnlyList<ZoneUsage> Zones { get; }
}
