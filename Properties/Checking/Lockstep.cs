using Verify.Abi;
using Verify.Model;
using Verify.Model.Dialects;
using Verify.Model.States;
using Verify.Properties.Worlds;

namespace Verify.Properties.Checking;

/// <summary>
/// One run: model and implementation side by side. After every call the specification must allow what was observed,
/// every goal must hold, both sides must have the same processes and the same sockets open at the same ends, and the
/// implementation's invariants must hold. After a finding the run is over.
/// </summary>
public sealed partial class Lockstep
{
    private readonly World _world;
    private readonly RuleCounts _counts;

    private readonly Listing<ISystem, SocketEntry> _seenSockets =
        new(static (system, entries) => system.Sockstat(entries));

    private readonly Listing<State, SocketEntry> _meantSockets =
        new(static (state, entries) => state.Sockstat(entries));

    private readonly Listing<ISystem, ProcessEntry> _seenProcesses =
        new(static (system, entries) => system.Processes(entries));

    private readonly Listing<State, ProcessEntry> _meantProcesses =
        new(static (state, entries) => state.ListProcesses(entries));

    /// <summary>Room for a run and its exits.</summary>
    private readonly List<Step> _steps = new(128);

    private readonly SystemFactory _boot;
    private ISystem _system;
    private Call? _underWay;
    private int _callsStarted;

    /// <summary>Boots both sides.</summary>
    /// <param name="world">The machine.</param>
    /// <param name="boot">Boots the implementation.</param>
    /// <param name="counts">Where to count what the run covers.</param>
    /// <param name="dialect">What is loosened of what FreeBSD 4.0 does; null for nothing.</param>
    public Lockstep(World world, SystemFactory boot, RuleCounts counts, Dialect? dialect = null)
    {
        _world = world;
        _boot = boot;
        _counts = counts;
        State = Spec.Boot(world, dialect);
        _system = boot(world);
        ListMeant();
    }

    /// <summary>The specification's state after the calls so far.</summary>
    public State State { get; private set; }

    /// <summary>The calls so far with the outcomes observed; null for one that threw.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>The system under test.</summary>
    public ISystem System => _system;

    /// <summary>Calls started so far; a watchdog in another thread sees here whether the run goes on.</summary>
    public int CallsStarted => Volatile.Read(ref _callsStarted);

    /// <summary>
    /// Goes on from a state that both sides are known to be in; the calls that led there are not in a finding's trace.
    /// </summary>
    internal void Resume(State state, ISystem system)
    {
        State = state;
        _system = system;
        ListMeant();
        _steps.Clear();
    }

    /// <summary>Carries out one call on both sides; null where nothing is wrong.</summary>
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
            _seenSockets.Read(_system);
            _seenProcesses.Read(_system);
            violation = _system.Audit();
        }
        catch (LoopGuardException hang)
        {
            return Thrown(FindingKind.Hang, call, hang);
        }
#pragma warning disable CA1031 // Whatever a call throws is a finding: no call may crash (G7).
        catch (Exception crash)
#pragma warning restore CA1031
        {
            return Thrown(FindingKind.Crash, call, crash);
        }

        _steps.Add(new Step(call, outcome));
        return TryJudge(call, outcome)
            ?? (violation is null ? null : Found(FindingKind.Invariant, violation.Split(':')[0], violation));
    }

    /// <summary>
    /// Chooses the next call by the specification's state, and carries it out. A specification gone wrong may have a
    /// state that cannot be read: that is a finding too.
    /// </summary>
    /// <param name="next">Chooses a call; null ends the run.</param>
    /// <param name="finding">What is wrong; null where nothing is.</param>
    /// <returns>False where the run is over.</returns>
    public bool TryStep(Func<State, Call?> next, out Finding? finding)
    {
        Call? call;
        try
        {
            call = next(State);
        }
#pragma warning disable CA1031 // Whatever it throws, the other runs go on.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            finding = SpecificationThrew(crash);
            return false;
        }

        finding = call is null ? null : Step(call);
        return call is not null && finding is null;
    }

    /// <summary>The finding for a call that does not end, made by another thread while this run's is lost in it.</summary>
    public Finding Hang(TimeSpan patience) =>
        Finding.Hang(patience, new Trace(_world, [.. _steps, new Step(_underWay!, null)]));

    private void ListMeant()
    {
        _meantSockets.Read(State);
        _meantProcesses.Read(State);
    }

    private Finding Thrown(FindingKind kind, Call call, Exception exception)
    {
        _steps.Add(new Step(call, null));
        return Found(kind, exception.GetType().Name, $"{exception.GetType().Name}: {exception.Message}");
    }

    private Finding? Broken(string? goal) => goal is null ? null : Found(FindingKind.Goal, goal.Split(':')[0], goal);

    private Finding Found(FindingKind kind, string headline, string message) =>
        new(kind, headline, message, new Trace(_world, [.. _steps]));
}
