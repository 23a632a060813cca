namespace Verify.Model.Tests.Rules.Sleeping;

/// <summary>Machines and calls that the tests of sleeping calls begin with.</summary>
internal static class SleepDriver
{
    /// <summary>1, 2 and 3 share a TCP socket that listens at 10.0.0.1:80; 2 and 3 sleep in accept.</summary>
    public const string Acceptors = """
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] bind(3, 10.0.0.1:80) = 0
        [1] listen(3, 5) = 0
        [1] fork() = 2
        [1] fork() = 3
        [2] accept(3 <unfinished ...>
        [3] accept(3 <unfinished ...>

        """;

    /// <summary>1, 2 and 3 share a UDP socket at 10.0.0.1:53; 2 and 3 sleep in recvfrom.</summary>
    public const string Receivers = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 10.0.0.1:53) = 0
        [1] fork() = 2
        [1] fork() = 3
        [2] recvfrom(3 <unfinished ...>
        [3] recvfrom(3 <unfinished ...>

        """;

    /// <summary>The usual host; wake-ups happen at once.</summary>
    public static SpecDriver AtOnce() => new();

    /// <summary>The usual host; wake-ups happen when the trace says so.</summary>
    public static SpecDriver Later() => new(SpecDriver.Host + "wakeups later\n");
}
