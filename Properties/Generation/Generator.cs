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
    private static readonly (int Weight, Func<Scene, Call> Make)[] Table =
    [
        (6, ProcessCalls.Fork),
        (3, ProcessCalls.SetUid),
        (2, ProcessCalls.Exit),
        (5, ProcessCalls.Jail),
        (1, ProcessCalls.SysctlRead),
        (5, ProcessCalls.SysctlWrite),
        (1, ProcessCalls.NobodysCall),
        (16, SocketCalls.Socket),
        (20, SocketCalls.Bind),
        (14, SocketCalls.Connect),
        (3, SocketCalls.Disconnect),
        (8, SocketCalls.Listen),
        (7, SocketCalls.Accept),
        (14, SocketCalls.SendTo),
        (5, SocketCalls.Send),
        (7, SocketCalls.RecvFrom),
        (3, SocketCalls.GetSockName),
        (2, SocketCalls.GetPeerName),
        (9, SocketCalls.SetSockOpt),
        (2, SocketCalls.GetSockOpt),
        (8, SocketCalls.Close),
        (9, SocketCalls.WireUdp),
        (7, SocketCalls.WireTcp),
    ];

    private readonly Scene _scene;
    private readonly int[] _upTo = new int[Table.Length];

    /// <summary>A generator for one run.</summary>
    public Generator(Prng random)
    {
        _scene = new Scene(random);
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
        _scene.State = state;
        if (!_scene.ChooseCaller())
        {
            return null;
        }

        int at = _scene.Random.Below(_upTo[^1]);
        int choice = 0;
        while (_upTo[choice] <= at)
        {
            choice++;
        }

        return Table[choice].Make(_scene);
    }
}
