namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Every signal, and numbers that are none; every kind of process id (J6).</summary>
internal static class Signals
{
    private static readonly int[] None =
        [32, 33, 40, 63, 64, 65, 127, 128, 129, 255, 256, 265, 65545, int.MaxValue, -1, -9, int.MinValue];

    private static readonly int[] Nobody = [0, -2, -3, -7, 4, 18, 258, 65538, int.MaxValue, int.MinValue];

    public static readonly SmallWorld World = SmallWorld.Of(
        "signals",
        "each signal to a process on the host and to one in a prison; ids that nobody has",
        depth: 2,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            [1] fork()
            [1] fork()
            [3] jail("/", "a", 10.0.0.2)
            """,
        alphabet: string.Join('\n',
        [
            .. Enumerable.Range(0, 32).Concat(None).Select(signal => $"[1] kill(2, {signal})"),
            .. Enumerable.Range(0, 32).Select(signal => $"[3] kill(3, {signal})"),
            .. Nobody.SelectMany(pid => new[] { $"[1] kill({pid}, 9)", $"[2] getpriority({pid})" }),
            "[2] kill(-1, 9)",
        ]));
}
