using Verify.Abi.Calls;

namespace Verify.Abi.Systems;

/// <summary>
/// A system under test: the reference kernel or a mutant of it. Deterministic: the same world and calls give the same
/// outcomes. Not thread-safe; each thread boots its own.
/// </summary>
public interface ISystem
{
    /// <summary>Carries out one call and returns its outcome. Never throws, whatever the call.</summary>
    Outcome Execute(Call call);

    /// <summary>
    /// Lists the open IPv4 sockets of all processes, by pid and then by descriptor, as sockstat(1) does. Fills
    /// <paramref name="entries"/> as far as it goes and returns the total number.
    /// </summary>
    int Sockstat(Span<SocketEntry> entries);

    /// <summary>
    /// Lists the processes by pid, as ps(1) does on the host. Fills <paramref name="entries"/> as far as it goes and
    /// returns the total number.
    /// </summary>
    int Processes(Span<ProcessEntry> entries);

    /// <summary>
    /// Checks every internal invariant, as a kernel built with INVARIANTS does, and names the first violated one; null
    /// if all hold. Details come after a colon. Changes nothing.
    /// </summary>
    string? Audit();

    /// <summary>
    /// Adds everything that can influence a later outcome, in an order independent of history, so that equal hashes
    /// mean states with equal behaviour.
    /// </summary>
    void AddTo(ref StateHash hash);

    /// <summary>The items in use of each zone, in a fixed order: G7 compares boot with the end of a run.</summary>
    IReadOnlyList<ZoneUsage> Zones { get; }
}
