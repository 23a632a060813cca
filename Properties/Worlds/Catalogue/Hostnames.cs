namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Hostnames of host and prisons, and the rest of the sysctl tree (J5, J4).</summary>
internal static class Hostnames
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "hostnames",
        "the host, two prisons and a user set and read kern.hostname, allowed and not, and read other variables",
        depth: 8,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            [1] fork()
            [2] jail("/", "a", 10.0.0.2)
            [2] fork()
            [3] setuid(1001)
            [1] fork()
            [4] jail("/", "b", 10.0.0.3)
            """,
        alphabet: $"""
            [1] sysctl("kern.hostname", "h")
            [1] sysctl("kern.hostname", "")
            [1] sysctl("kern.hostname", "{new string('h', 255)}")
            [1] sysctl("kern.hostname", "{new string('h', 256)}")
            [1] sysctl("kern.hostname", 1)
            [1] sysctl("kern.hostname")
            [2] sysctl("kern.hostname", "c")
            [2] sysctl("kern.hostname", "{new string('h', 256)}")
            [2] sysctl("1.10", "d")
            [2] sysctl("kern.hostname")
            [3] sysctl("kern.hostname", "e")
            [3] sysctl("1.10")
            [4] sysctl("kern.hostname", "c")
            [4] sysctl("kern.hostname")
            [1] sysctl("jail.set_hostname_allowed", 0)
            [1] sysctl("jail.set_hostname_allowed", 2)
            [1] sysctl("jail.set_hostname_allowed", "x")
            [1] sysctl("jail.set_hostname_allowed")
            [2] sysctl("jail.set_hostname_allowed", 1)
            [2] sysctl("256.1")
            [1] sysctl("kern")
            [1] sysctl("kern", 1)
            [1] sysctl("kern.ostype")
            [1] sysctl("kern.ostype", "x")
            [1] sysctl("kern.osrelease")
            [1] sysctl("kern.maxproc")
            [1] sysctl("kern.maxproc", 1)
            [1] sysctl("nothing")
            [1] sysctl("nothing", "x")
            """);
}
