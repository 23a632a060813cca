namespace Verify.Properties.Worlds.Catalogue;

/// <summary>The sysctl tree by name and by number: what is there, what is under it, and what takes arguments (J4, J6).</summary>
internal static class SysctlNumbers
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "sysctl-numbers",
        "names and numbers of variables, of nodes above and below them, of nothing, and with arguments",
        depth: 2,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            [1] fork()
            [2] jail("/", "a", 10.0.0.2)
            """,
        alphabet: $"""
            [1] sysctl("kern")
            [1] sysctl("kern.")
            [1] sysctl("kern.proc")
            [1] sysctl("kern.ostype.")
            [1] sysctl("kern.ostype.x")
            [1] sysctl("{new string('k', 1023)}")
            [1] sysctl("{new string('k', 1024)}")
            [1] sysctl("1")
            [1] sysctl("1.14")
            [1] sysctl("1.1.0")
            [1] sysctl("1.14.0.0")
            [1] sysctl("1.14.1")
            [1] sysctl("1.14.1.2")
            [2] sysctl("1.14.1.1")
            [2] sysctl("1.14.5.0")
            [1] sysctl("1.14.6.0")
            [1] sysctl("1.14.4.0")
            [1] sysctl("1.14.2.1.1")
            [1] sysctl("1.14.3.1")
            [1] sysctl("kern.proc.pid")
            [1] sysctl("kern.proc.pid", 1)
            [2] sysctl("4.17.0.2.3.0")
            [1] sysctl("4.17.0.2.1.0")
            [1] sysctl("4.17.0.2.3")
            [1] sysctl("1.1.1.1.1.1.1.1.1.1.1.1")
            [1] sysctl("1.1.1.1.1.1.1.1.1.1.1.1.1")
            [1] sysctl("4.2.0.0.102")
            [1] sysctl("4.2.0.0.102", 1500)
            [1] sysctl("100.101", 0)
            [2] sysctl("100.101")
            [1] sysctl("1.100", 0)
            [1] sysctl("1.100")
            """);
}
