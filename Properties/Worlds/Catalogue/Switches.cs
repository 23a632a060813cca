namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Integers that mean no where they are 0 and yes in every other case (J5, J9, P5).</summary>
internal static class Switches
{
    private static readonly int[] Values = [0, 1, 2, -1, 256, 65536, int.MinValue, int.MaxValue];

    public static readonly SmallWorld World = SmallWorld.Of(
        "switches",
        "jail.* and socket options of every kind of value, and what they let a prisoner do",
        depth: 3,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            [1] fork()
            [2] jail("/", "a", 10.0.0.2)
            [2] socket(AF_INET, SOCK_DGRAM, 0)
            """,
        alphabet: string.Join('\n',
        [
            .. Values.SelectMany(value => new[]
            {
                $"[1] sysctl(\"jail.set_hostname_allowed\", {value})",
                $"[1] sysctl(\"jail.socket_unixiproute_only\", {value})",
                $"[2] setsockopt(3, SO_REUSEADDR, {value})",
                $"[2] setsockopt(3, SO_REUSEPORT, {value})",
                $"[2] setsockopt(3, IP_PORTRANGE, {value})",
            }),
            "[1] sysctl(\"jail.set_hostname_allowed\")",
            "[1] sysctl(\"jail.socket_unixiproute_only\")",
            "[2] sysctl(\"kern.hostname\", \"b\")",
            "[2] socket(AF_IPX, SOCK_DGRAM, 0)",
            "[2] getsockopt(3, SO_REUSEADDR)",
            "[2] getsockopt(3, SO_REUSEPORT)",
            "[2] getsockopt(3, IP_PORTRANGE)",
        ]));
}
