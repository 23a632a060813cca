using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model;
using Verify.Model.States;

namespace Verify.Properties.Checking;

/// <summary>
/// One run of specification and implementation in lockstep. After each call the specification must allow the outcome
/// observed, every goal must hold, both sides must list the same processes and sockets, and the implementation's
/// invariants must hold, as far as the system has them to show. A finding ends the run.
/// </summary>
public sealed partial class Lockstep : IDisposable
{
    /// <summary>A capacity that most runs do not exceed.</summary>
    private const int StepsOfMostRuns = 128;

    private readonly World _world;
    private readonly RuleCounts _counts;

    private readonly Listing<IListsSockets, SocketEntry> _observedSockets =
        new(static (system, entries) => system.Sockstat(entries));

    private readonly Listing<State, SocketEntry> _expectedSockets =
        new(static (state, entries) => state.Sockstat(entries));

    private readonly Listing<IListsProcesses, ProcessEntry> _observedProcesses =
        new(static (system, entries) => system.Processes(entries));

    private readonly Listing<State, ProcessEntry> _expectedProcesses =
        new(static (state, entries) => state.ListProcesses(entries));

    private readonly List<ObservedCall> _steps;

    private readonly BootedSystem _booted;
    private readonly IReadOnlyList<ZoneUsage> _zonesAtBoot;
    private BootedSystem _system;
    private Call? _underWay;
    private int _callsStarted;

    /// <summary>Boots both sides.</summary>
    /// <param name="world">The machine.</param>
    /// <param name="boot">Boots the implementation.</param>
    /// <param name="counts">Counts the calls, rules and errors of the run.</param>
    public Lockstep(World world, SystemFactory boot, RuleCounts counts)
        : this(world, boot, counts, new List<ObservedCall>(StepsOfMostRuns))
    {
    }

    /// <summary>Boots both sides, for one of many runs.</summary>
    /// <param name="world">The machine.</param>
    /// <param name="boot">Boots the implementation.</param>
    /// <param name="counts">Counts the calls, rules and errors of the run.</param>
    /// <param name="steps">The list for <see cref="Steps"/>, emptied first, so that the runs need only one.</param>
    internal Lockstep(World world, SystemFactory boot, RuleCounts counts, List<ObservedCall> steps)
    {
        steps.Clear();
        _steps = steps;
        _world = world;
        _counts = counts;
        _booted = new BootedSystem(world, boot);
        _system = _booted;
        State = Spec.Boot(world, _booted.Dialect);
        _zonesAtBoot = _booted.Zones?.Zones ?? [];
        ListExpected();
    }

    /// <summary>The specification's state after the calls so far.</summary>
    public State State { get; private set; }

    /// <summary>The calls so far, with the outcomes observed; null for a call that threw.</summary>
    public IReadOnlyList<ObservedCall> Steps => _steps;

    /// <summary>The system under test.</summary>
    internal BootedSystem System => _system;

    /// <summary>The checks that the system has nothing to show for, one phrase each.</summary>
    public ImmutableArray<string> LeftOut => _system.LeftOut;

    /// <summary>Calls started so far. A watchdog in another thread reads it to see whether the run continues.</summary>
    public int CallsStarted => Volatile.Read(ref _callsStarted);

    /// <summary>
    /// Continues from a state that both sides are in, with a system of the caller's. The trace of a finding starts
    /// there.
    /// </summary>
    internal void Resume(State state, BootedSystem system)
    {
        State = state;
        _system = system;
        ListExpected();
        _steps.Clear();
    }

    /// <summary>Makes one call on both sides; null if no check fails.</summary>
    public Finding? Step(Call call)
    {
        _underWay = call;
        _counts.Start();
        Volatile.Write(ref _callsStarted, _callsStarted + 1);
        Outcome outcome;
        string? violation;
        try
        {
            outcome = _system.Execute(call);
            violation = Inspect();
        }
        catch (LoopGuardException hang)
        {
            return Thrown(FindingKind.Hang, call, hang);
        }
#pragma warning disable CA1031 // Any exception is a finding: no call may crash (G7).
        catch (Exception crash)
#pragma warning restore CA1031
        {
            return Thrown(FindingKind.Crash, call, crash);
        }

        _steps.Add(new ObservedCall(call, outcome));
        return JudgeSafely(call, outcome)
            ?? (violation is null ? null : NewFinding(FindingKind.Invariant, violation.Split(':')[0], violation));
    }

    /// <summary>
    /// Chooses the next call from the specification's state, and makes it. A wrong specification may have an
    /// inconsistent state: an exception from choosing is a finding too.
    /// </summary>
    /// <param name="next">Chooses a call; null ends the run.</param>
    /// <param name="finding">The check that failed; null if none did.</param>
    /// <returns>False if the run is over.</returns>
    public bool TryStep(Func<State, Call?> next, out Finding? finding)
    {
        Call? call;
        try
        {
            call = next(State);
        }
#pragma warning disable CA1031 // Any exception is a finding, and the other runs continue.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            finding = SpecificationThrew(crash);
            return false;
        }

        finding = call is null ? null : Step(call);
        return call is not null && finding is null;
    }

    /// <summary>
    /// The finding for a call that does not return. Called by another thread, while the run's own is in that call.
    /// </summary>
    public Finding Hang(TimeSpan patience) =>
        Finding.Hang(patience, Trace.Of(_world, [.. _steps, new ObservedCall(_underWay!, null)]));

    /// <summary>Disposes the system that it booted.</summary>
    public void Dispose() => _booted.Dispose();

    /// <summary>Reads the lists of the system, and returns the first of its invariants that is violated.</summary>
    private string? Inspect()
    {
        if (_system.Sockets is { } sockets)
        {
            _observedSockets.Read(sockets);
        }

        if (_system.Processes is { } processes)
        {
            _observedProcesses.Read(processes);
        }

        return _system.Auditor?.Audit();
    }

    private void ListExpected()
    {
        _expectedSockets.Read(State);
        _expectedProcesses.Read(State);
    }

    private Finding Thrown(FindingKind kind, Call call, Exception exception)
    {
        _steps.Add(new ObservedCall(call, null));
        return NewFinding(kind, exception.GetType().Name, $"{exception.GetType().Name}: {exception.Message}");
    }

    private Finding? GoalFinding(string? violation) =>
        violation is null ? null : NewFinding(FindingKind.Goal, violation.Split(':')[0], violation);

    private Finding NewFinding(FindingKind kind, string headline, string message) =>
        new(kind, headline, message, Trace.Of(_world, _steps));
}
