using Verify.Abi;
using Verify.Model;

namespace Verify.Properties.Generation;

/// <summary>
/// Makes the worlds and calls of one run. It knows the specification's state, so that most calls mean something, and
/// aims at the edges: ends of ranges, full ranges, taken addresses, changes of privilege. Each run scales the weights
/// of its own, so that some runs hardly close anything and others hardly connect.
/// </summary>
public sealed class Generator
{
    /// <summary>One call in so many is made by a process that does not exist.</summary>
    private const int NobodyOneIn = 300;

    /// <summary>A run opens with up to so many calls about processes only; see <see cref="_opening"/>.</summary>
    private const int LongestOpening = 10;

    /// <summary>One call in so many starts a plot, in runs that have files.</summary>
    private const int PlotOneIn = 25;

    /// <summary>While a plot is under way, so many of 100 calls are its next.</summary>
    private const int PlotShare = 70;

    /// <summary>How often each kind of call is tried. What makes null had nothing to aim at.</summary>
    private static readonly (Family Family, int Weight, Func<Scene, Call?> Make)[] Table =
    [
        (Family.Core, 6, ProcessCalls.Fork),
        (Family.Core, 2, ProcessCalls.SetUid),
        (Family.Core, 6, JailCalls.Jail),
        (Family.Core, 4, SysctlCalls.Write),
        (Family.Core, 1, SysctlCalls.Read),
        (Family.Core, 1, ProcessCalls.Exit),
        (Family.Network, 14, SocketCalls.Socket),
        (Family.Network, 5, SocketCalls.Close),
        (Family.Network, 2, OptionCalls.Get),
        (Family.Network, 10, OptionCalls.Set),
        (Family.Network, 3, SocketCalls.GetSockName),
        (Family.Network, 2, SocketCalls.GetPeerName),
        (Family.Network, 24, BindCalls.Bind),
        (Family.Network, 14, ConnectionCalls.Connect),
        (Family.Network, 2, ConnectionCalls.Disconnect),
        (Family.Network, 7, ConnectionCalls.Listen),
        (Family.Network, 12, ConnectionCalls.Accept),
        (Family.Network, 12, DatagramCalls.SendTo),
        (Family.Network, 6, DatagramCalls.Send),
        (Family.Network, 9, DatagramCalls.RecvFrom),
        (Family.Network, 10, WireCalls.Udp),
        (Family.Network, 10, WireCalls.Tcp),
        (Family.Files, 10, FileCalls.Open),
        (Family.Files, 4, FileCalls.Read),
        (Family.Files, 5, FileCalls.ReadDir),
        (Family.Files, 3, FileCalls.CloseFile),
        (Family.Files, 8, FileCalls.Stat),
        (Family.Files, 7, FileCalls.MkDir),
        (Family.Files, 4, FileCalls.MkNod),
        (Family.Files, 4, FileCalls.SymLink),
        (Family.Files, 3, FileCalls.Link),
        (Family.Files, 4, FileCalls.Unlink),
        (Family.Files, 4, FileCalls.RmDir),
        (Family.Files, 8, FileCalls.Rename),
        (Family.Files, 4, FileCalls.ChMod),
        (Family.Files, 4, FileCalls.ChOwn),
        (Family.Files, 8, RootCalls.ChDir),
        (Family.Files, 6, RootCalls.FChDir),
        (Family.Files, 4, RootCalls.ChRoot),
        (Family.Files, 2, RootCalls.UMask),
        (Family.Files, 5, MountCalls.Mount),
        (Family.Files, 3, MountCalls.Unmount),
        (Family.Files, 3, MountCalls.QuotaCtl),
        (Family.System, 2, IdentityCalls.SetGid),
        (Family.System, 1, IdentityCalls.SetGroups),
        (Family.System, 1, IdentityCalls.SetLogin),
        (Family.System, 1, IdentityCalls.GetLogin),
        (Family.System, 3, IdentityCalls.SetRLimit),
        (Family.System, 1, IdentityCalls.GetRLimit),
        (Family.System, 2, IdentityCalls.Administer),
        (Family.System, 3, TargetCalls.Kill),
        (Family.System, 1, TargetCalls.KillAll),
        (Family.System, 2, TargetCalls.PTrace),
        (Family.System, 2, TargetCalls.KTrace),
        (Family.System, 2, TargetCalls.GetPriority),
        (Family.System, 3, TargetCalls.SetPriority),
        (Family.System, 5, TargetCalls.PassFd),
        (Family.System, 4, SysctlCalls.ReadAny),
        (Family.System, 2, SysctlCalls.WriteAny),
        (Family.System, 3, SysctlCalls.WriteText),
    ];

    /// <summary>The rows of the table that an opening is made of.</summary>
    private const int OpeningRows = 5;

    private readonly Scene _scene;
    private readonly int[] _upTo = new int[Table.Length];
    private readonly Queue<Func<Scene, Call?>> _plot = new();
    private readonly Theme _theme;

    /// <summary>
    /// Calls left of the run's opening: processes, users and prisons come about before anybody holds a socket, since a
    /// process that holds one cannot be jailed any more (G1).
    /// </summary>
    private int _opening;

    /// <summary>A generator for one run.</summary>
    public Generator(Prng random)
    {
        _scene = new Scene(random);
        _theme = Themes.Next(ref _scene.Random);
        _opening = _scene.Random.Below(LongestOpening + 1);
        int total = 0;
        for (int i = 0; i < Table.Length; i++)
        {
            total += Table[i].Weight * Themes.Scale(_theme, Table[i].Family) * (1 + _scene.Random.Below(4));
            _upTo[i] = total;
        }
    }

    /// <summary>A generator for the run with a number, of the campaign with a seed.</summary>
    public Generator(ulong seed, long run)
        : this(Prng.For(seed, (ulong)run))
    {
    }

    /// <summary>The machine of the run; to be asked first.</summary>
    public World NextWorld() => WorldGenerator.Next(ref _scene.Random, _theme != Theme.Network);

    /// <summary>The next call in a state; null where no process is left to make one.</summary>
    public Call? Next(State state)
    {
        if (state.Processes.IsEmpty)
        {
            return null;
        }

        _scene.State = state;
        return NextOfPlot() ?? NextOfTable();
    }

    /// <summary>The next step of a plot that is under way; null where there is none, or something else comes first.</summary>
    private Call? NextOfPlot()
    {
        if (_theme == Theme.Network || _opening > 0)
        {
            return null;
        }

        if (_plot.Count == 0 && _scene.Random.Below(PlotOneIn) == 0)
        {
            Array.ForEach(EscapePlots.Next(_scene) ?? [], _plot.Enqueue);
        }

        return _plot.Count > 0 && _scene.Random.Chance(PlotShare) ? _plot.Dequeue()(_scene) : null;
    }

    private Call NextOfTable()
    {
        int rows = _opening-- > 0 ? OpeningRows : Table.Length;
        Call? call;
        do
        {
            call = Table[Row(rows)].Make(_scene);
        }
        while (call is null);

        return call is Call.ByProcess system && _scene.Random.Below(NobodyOneIn) == 0
            ? system with { Pid = _scene.Nobody() }
            : call;
    }

    private int Row(int rows)
    {
        int at = _scene.Random.Below(_upTo[rows - 1]);
        int row = 0;
        while (_upTo[row] <= at)
        {
            row++;
        }

        return row;
    }
}
