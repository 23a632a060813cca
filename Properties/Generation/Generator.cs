using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Checking;
using Verify.Properties.Generation.Calls;
using Verify.Properties.Generation.Context;
using Verify.Properties.Generation.Machines;
using Verify.Properties.Generation.Scenarios;
using Verify.Properties.Values;

namespace Verify.Properties.Generation;

/// <summary>
/// Generates the machine and the calls of one run. It inspects the specification's state, so that most calls apply to
/// something that exists, and favours edge cases: bounds of ranges, exhausted ranges, addresses in use, changes of
/// privilege, escapes from a root. Each run has a theme and scales the weights of its calls at random, so that some
/// runs rarely close a descriptor and others rarely connect; some runs begin by making many of one thing.
/// </summary>
public sealed class Generator
{
    /// <summary>Calls of most runs, before their processes exit; a run that builds something large has more.</summary>
    public const int CallsPerRun = 100;

    /// <summary>One in this many calls is made by a process that does not exist.</summary>
    private const int UnusedPidOneIn = 300;

    /// <summary>One in this many calls is made in the name of a process that sleeps, if one does; it fails.</summary>
    private const int SleeperCallOneIn = 50;

    /// <summary>The most calls of a run's opening; see <see cref="_opening"/>.</summary>
    private const int LongestOpening = 10;

    /// <summary>One in this many calls starts a scenario, in runs with files.</summary>
    private const int ScenarioOneIn = 25;

    /// <summary>One in this many calls starts a scenario with processes that sleep.</summary>
    private const int SleepingOneIn = 60;

    /// <summary>The percentage of calls that are the next step of a scenario, during a scenario.</summary>
    private const int ScenarioShare = 70;

    /// <summary>
    /// The percentage of calls that create or change a file which are followed by stat(2) of the file.
    /// </summary>
    private const int LookShare = 40;

    /// <summary>
    /// Rows that are tried for a call. With all calls one in a few applies; with few calls there may be none, ever.
    /// </summary>
    private const int MostTries = 2_000;

    /// <summary>The percentage of calls that are about a process that sleeps, if one does.</summary>
    private const int WakingShare = 30;

    /// <summary>How often something is sought that wakes a process, while all sleep.</summary>
    private const int MostTriesToWake = 8;

    /// <summary>The percentage of calls that put the last process to sleep, or process 1, that are made.</summary>
    private const int LastSleepsShare = 5;

    /// <summary>The percentage of calls after which a run ends if the machine has panicked.</summary>
    private const int PanicEndsShare = 50;

    private readonly RunContext _run;

    /// <summary>Each row as often as it weighs; those of the opening come first.</summary>
    private readonly byte[] _rows;
    private readonly int _openingWeight;
    private readonly Queue<CallGenerator> _scenario = new();

    /// <summary>
    /// Calls left of the run's opening. It makes processes, users and prisons before any process has a socket, because
    /// a process with a socket cannot be jailed (G1).
    /// </summary>
    private int _opening;

    /// <summary>A generator for one run.</summary>
    /// <param name="random">Determines the run.</param>
    /// <param name="theme">The theme of the run; null for a random one.</param>
    /// <param name="available">The calls to choose from; null for all.</param>
    public Generator(Prng random, Theme? theme = null, AvailableCalls? available = null)
    {
        _run = new RunContext(random, theme, available ?? AvailableCalls.All);
        _opening = _run.Random.Below(LongestOpening + 1);
        foreach (CallGenerator step in BulkScenarios.Of(_run))
        {
            _scenario.Enqueue(step);
        }

        Length = CallsPerRun + _scenario.Count;
        Span<int> weights = stackalloc int[CallMix.Rows.Length];
        int total = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            MixRow row = CallMix.Rows[i];
            int weight = row.Weight * _run.Theme.ShareOf(row.Family) * (1 + _run.Random.Below(4));
            weights[i] = _run.Available.HasAny(row.Kinds) ? weight : 0;
            _openingWeight += i < CallMix.OpeningRows ? weights[i] : 0;
            total += weights[i];
        }

        _rows = new byte[total];
        Span<byte> left = _rows;
        for (int i = 0; i < weights.Length; i++)
        {
            left[..weights[i]].Fill((byte)i);
            left = left[weights[i]..];
        }
    }

    /// <summary>A generator for a numbered run of the campaign with a seed.</summary>
    public Generator(ulong seed, long run, Theme? theme = null, AvailableCalls? available = null)
        : this(Prng.For(seed, (ulong)run), theme, available)
    {
    }

    /// <summary>Calls of the run, before its processes exit: more if the run makes many of one thing first.</summary>
    public int Length { get; }

    /// <summary>The machine of the run. Call it before <see cref="Next"/>.</summary>
    public World NextWorld() => WorldGenerator.Next(
        ref _run.Random, withFiles: _run.Theme != Theme.Network, isRoomy: _run.Bulk != Bulk.Nothing, _run.Available);

    /// <summary>
    /// The next call in a state; null to end the run: after a panic, or if the system has no call that applies.
    /// </summary>
    public Call? Next(State state)
    {
        _run.Follow(state);
        return state.HasPanicked && _run.Random.Chance(PanicEndsShare) ? null
            : state.HasPanicked || !_run.HasSleepers ? NextOfScenario() ?? NextOfMix()
            : _run.Awake == 0 ? NextWhileAllSleep()
            : _run.Random.Chance(WakingShare) && WakingGenerator.Wake(_run) is { } call && IsWanted(call) ? call
            : NextOfScenario() ?? NextOfMix();
    }

    /// <summary>Something from outside, or the end of a process; null to end the run.</summary>
    private Call? NextWhileAllSleep()
    {
        for (int tries = 0; tries < MostTriesToWake; tries++)
        {
            if (WakingGenerator.WakeFromOutside(_run) is { } call && _run.Available.Has(call))
            {
                return call;
            }
        }

        return null;
    }

    /// <summary>
    /// True for a call that the system has, and after which the run goes on: not one of a process that sleeps, and
    /// rarely one after which nobody is awake.
    /// </summary>
    private bool IsWanted(Call call)
    {
        if (!_run.Available.Has(call) || call is not Call.ByProcess system)
        {
            return _run.Available.Has(call);
        }

        if (_run.HasSleepers && call is not (Call.Exit or Call.Resume)
            && _run.State.FindProcess(system.Pid) is { Sleep: not null })
        {
            return false;
        }

        return (_run.Awake > 1 && system.Pid != 1) || !_run.Sleeps(call) || _run.Random.Chance(LastSleepsShare);
    }

    /// <summary>The next step of a scenario; null outside scenarios, or if another call comes first.</summary>
    private Call? NextOfScenario()
    {
        if (_opening > 0)
        {
            return null;
        }

        if (_scenario.Count == 0 && _run.Theme != Theme.Network && _run.Random.Below(ScenarioOneIn) == 0)
        {
            Array.ForEach(EscapeScenarios.Next(_run), _scenario.Enqueue);
        }

        if (_scenario.Count == 0 && _run.Theme != Theme.Files && _run.Random.Below(SleepingOneIn) == 0)
        {
            Array.ForEach(SleepingScenarios.Next(_run), _scenario.Enqueue);
        }

        return _scenario.Count > 0 && _run.Random.Chance(ScenarioShare)
            && _scenario.Dequeue()(_run) is { } call && IsWanted(call)
            ? call
            : null;
    }

    private Call? NextOfMix()
    {
        if (Choose() is not { } call)
        {
            return null;
        }

        if (call is Call.ChMod or Call.ChOwn or Call.MkDir or Call.MkNod
                or Call.Open { Options: >= OpenOptions.O_CREAT }
            && _scenario.Count == 0
            && _run.Available.Has(typeof(Call.Stat))
            && _run.Random.Chance(LookShare))
        {
            var onPath = (Call.OnPath)call;
            _scenario.Enqueue(_ => new Call.Stat(onPath.Pid, onPath.Path));
        }

        return call is not Call.ByProcess system ? call
            : _run.Random.Below(UnusedPidOneIn) == 0 ? system with { Pid = _run.UnusedPid() }
            : _run.Random.Below(SleeperCallOneIn) == 0 && _run.AnySleeper() is { } sleeper
                ? system with { Pid = sleeper.Pid }
            : call;
    }

    /// <summary>A call of a random row; null if the system has none that applies.</summary>
    private Call? Choose()
    {
        int opening = _opening-- > 0 && _openingWeight > 0 ? MostTries / 2 : 0;
        for (int tries = 0; tries < MostTries && _rows.Length > 0; tries++)
        {
            int at = _run.Random.Below(tries < opening ? _openingWeight : _rows.Length);
            if (CallMix.Rows[_rows[at]].Generate(_run) is { } call && IsWanted(call))
            {
                return call;
            }
        }

        return null;
    }
}
