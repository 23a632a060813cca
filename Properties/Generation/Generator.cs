using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Generation.Machines;
using Verify.Properties.Generation.Scenarios;
using Verify.Properties.Values;

namespace Verify.Properties.Generation;

/// <summary>
/// Makes the worlds and calls of one run. It knows the specification's state, so that most calls mean something, and
/// aims at the edges: ends of ranges, full ranges, taken addresses, changes of privilege, ways out of a root. Each run
/// has a theme, and scales the weights of its own, so that some runs hardly close anything and others hardly connect;
/// some begin with much of one thing.
/// </summary>
public sealed class Generator
{
    /// <summary>Calls of most runs, before their processes exit; a run that builds something large has more.</summary>
    public const int CallsPerRun = 100;

    /// <summary>One call in so many is made by a process that does not exist.</summary>
    private const int NobodyOneIn = 300;

    /// <summary>A run opens with up to so many calls about processes only; see <see cref="_opening"/>.</summary>
    private const int LongestOpening = 10;

    /// <summary>One call in so many starts a plot, in runs that have files.</summary>
    private const int ScenarioOneIn = 25;

    /// <summary>While a plot is under way, so many of 100 calls are its next.</summary>
    private const int ScenarioShare = 70;

    /// <summary>So many of 100 calls that make or change a node are followed by a look at it.</summary>
    private const int LookShare = 40;

    /// <summary>After so many of 100 calls to a machine that is down the run ends.</summary>
    private const int PanicEndsShare = 50;

    private readonly RunContext _run;
    private readonly int[] _upTo = new int[CallMix.Rows.Length];
    private readonly Queue<Func<RunContext, Call?>> _scenario = new();

    /// <summary>
    /// Calls left of the run's opening: processes, users and prisons come about before anybody holds a socket, since a
    /// process that holds one cannot be jailed any more (G1).
    /// </summary>
    private int _opening;

    /// <summary>A generator for one run.</summary>
    /// <param name="random">Decides everything.</param>
    /// <param name="theme">What the run is about; null lets chance decide.</param>
    public Generator(Prng random, Theme? theme = null)
    {
        _run = new RunContext(random, theme);
        _opening = _run.Random.Below(LongestOpening + 1);
        foreach (Func<RunContext, Call?> step in BulkScenarios.Of(_run))
        {
            _scenario.Enqueue(step);
        }

        Length = CallsPerRun + _scenario.Count;
        int total = 0;
        for (int i = 0; i < CallMix.Rows.Length; i++)
        {
            (CallFamily family, int weight, _) = CallMix.Rows[i];
            total += weight * _run.Theme.ShareOf(family) * (1 + _run.Random.Below(4));
            _upTo[i] = total;
        }
    }

    /// <summary>A generator for the run with a number, of the campaign with a seed.</summary>
    public Generator(ulong seed, long run, Theme? theme = null)
        : this(Prng.For(seed, (ulong)run), theme)
    {
    }

    /// <summary>Calls of the run, before its processes exit: more where something has to grow large first.</summary>
    public int Length { get; }

    /// <summary>The machine of the run; to be asked first.</summary>
    public World NextWorld() => WorldGenerator.Next(
        ref _run.Random, withFiles: _run.Theme != Theme.Network, isRoomy: _run.Bulk != Bulk.Nothing);

    /// <summary>The next call in a state; null where the machine is down.</summary>
    public Call? Next(State state)
    {
        _run.State = state;
        if (state.HasPanicked && _run.Random.Chance(PanicEndsShare))
        {
            return null;
        }

        return NextOfScenario() ?? NextOfMix();
    }

    /// <summary>The next step of a plot; null where none is under way, or something else comes first.</summary>
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

        return _scenario.Count > 0 && _run.Random.Chance(ScenarioShare) ? _scenario.Dequeue()(_run) : null;
    }

    private Call NextOfMix()
    {
        int rows = _opening-- > 0 ? CallMix.OpeningRows : CallMix.Rows.Length;
        Call? call;
        do
        {
            call = CallMix.Rows[Row(rows)].Make(_run);
        }
        while (call is null);

        if (call is Call.ChMod or Call.ChOwn or Call.MkDir or Call.MkNod
                or Call.Open { Options: >= OpenOptions.O_CREAT }
            && _scenario.Count == 0
            && _run.Random.Chance(LookShare))
        {
            var onPath = (Call.OnPath)call;
            _scenario.Enqueue(_ => new Call.Stat(onPath.Pid, onPath.Path));
        }

        return call is Call.ByProcess system && _run.Random.Below(NobodyOneIn) == 0
            ? system with { Pid = _run.UnusedPid() }
            : call;
    }

    private int Row(int rows)
    {
        int at = _run.Random.Below(_upTo[rows - 1]);
        int row = 0;
        while (_upTo[row] <= at)
        {
            row++;
        }

        return row;
    }
}
