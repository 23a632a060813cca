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

    /// <summary>How often each kind of call is tried. What makes null had nothing to aim at.</summary>
    private static readonly (int Weight, Func<Scene, Call?> Make)[] Table =
    [
        (6, ProcessCalls.Fork),
        (2, ProcessCalls.SetUid),
        (6, JailCalls.Jail),
        (4, SysctlCalls.Write),
        (1, SysctlCalls.Read),
        (1, ProcessCalls.Exit),
        (14, SocketCalls.Socket),
        (5, SocketCalls.Close),
        (2, OptionCalls.Get),
        (10, OptionCalls.Set),
        (3, SocketCalls.GetSockName),
        (2, SocketCalls.GetPeerName),
        (24, BindCalls.Bind),
        (14, ConnectionCalls.Connect),
        (2, ConnectionCalls.Disconnect),
        (7, ConnectionCalls.Listen),
        (12, ConnectionCalls.Accept),
        (12, DatagramCalls.SendTo),
        (6, DatagramCalls.Send),
        (9, DatagramCalls.RecvFrom),
        (10, WireCalls.Udp),
        (10, WireCalls.Tcp),
    ];

    /// <summary>The rows of the table that an opening is made of.</summary>
    private const int OpeningRows = 5;

    private readonly Scene _scene;
    private readonly int[] _upTo = new int[Table.Length];

    /// <summary>
    /// Calls left of the run's opening: processes, users and prisons come about before anybody holds a socket, since a
    /// process that holds one cannot be jailed any more (G1).
    /// </summary>
    private int _opening;

    /// <summary>A generator for one run.</summary>
    public Generator(Prng random)
    {
        _scene = new Scene(random);
        _opening = _scene.Random.Below(LongestOpening + 1);
        int total = 0;
        for (int i = 0; i < Table.Length; i++)
        {
            total += Table[i].Weight * (1 + _scene.Random.Below(4));
            _upTo[i] = total;
        }
    }

    /// <summary>A generator for the run with a number, of the campaign with a seed.</summary>
    public Generator(ulong seed, long run)
        : this(Prng.For(seed, (ulong)run))
    {
    }

    /// <summary>The machine of the run; to be asked first.</summary>
    public World NextWorld() => WorldGenerator.Next(ref _scene.Random);

    /// <summary>The next call in a state; null where no process is left to make one.</summary>
    public Call? Next(State state)
    {
        if (state.Processes.IsEmpty)
        {
            return null;
        }

        _scene.State = state;
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
