using Verify.Abi;
using Verify.Model;
using Verify.Model.Dialects;
using Verify.Model.States;

namespace Verify.Properties.Checking;

/// <summary>
/// One run of specification and implementation in lockstep. After each call the specification must allow the outcome
/// observed, every goal must hold, both sides must list the same processes and sockets, and the implementation's
/// invariants must hold. A finding ends the run.
/// </summary>
public sealed partial class Lockstep
{
    private readonly World _world;
    private readonly RuleCounts _counts;

    private readonly Listing<ISystem, SocketEntry> _observedSockets =
        new(static (system, entries) => system.Sockstat(entries));

    private readonly Listing<State, SocketEntry> _expectedSockets =
        new(static (state, entries) => state.Sockstat(entries));

    private readonly Listing<ISystem, ProcessEntry> _observedProcesses =
        new(static (system, entries) => system.Processes(entries));

    private readonly Listing<State, ProcessEntry> _expectedProcesses =
        new(static (state, entries) => state.ListProcesses(entries));

    /// <summary>The calls so far, with their outcomes; the capacity suffices for most runs.</summary>
    private readonly List<ObservedCall> _steps = new(128);

    private readonly SystemFactory _boot;
    private ISystem _system;
    private Call? _underWay;
    private int _callsStarted;

    /// <summary>Boots both sides.</summary>
    /// <param name="world">The machine.</param>
    /// <param name="boot">Boots the implementation.</param>
    /// <param name="counts">Counts the calls, rules and errors of the run.</param>
    /// <param name="dialect">Where other answers than those of FreeBSD 4.0 are allowed too; null for nowhere.</param>
    public Lockstep(World world, SystemFactory boot, RuleCounts counts, Dialect? dialect = null)
    {
        _world = world;
        _boot = boot;
        _counts = counts;
        State = Spec.Boot(world, dialect);
        _system = boot(world);
        ListExpected();
    }

    /// <summary>The specification's state after the calls so far.</summary>
    public State State { get; private set; }

    /// <summary>The calls so far, with the outcomes observed; null for a call that threw.</summary>
    public IReadOnlyList<ObservedCall> Steps => _steps;

    /// <summary>The system under test.</summary>
    public ISystem System => _system;

    /// <summary>Calls started so far. A watchdog in another thread reads it to see whether the run continues.</summary>
    public int CallsStarted => Volatile.Read(ref _callsStarted);

    /// <summary>Continues from a state that both sides are in. The trace of a finding starts there.</summary>
    internal void Resume(State state, ISystem system)
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
            _observedSockets.Read(_system);
            _observedProcesses.Read(_system);
            violation = _system.Audit();
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
