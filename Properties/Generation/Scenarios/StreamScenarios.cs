using Verify.Abi;
using Verify.Properties.Generation.Calls;
using Verify.Properties.Generation.Context;
using static Verify.Properties.Generation.Scenarios.SleepingSteps;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>
/// A reader that wants all it asked for (MSG_WAITALL) of a stream that comes in parts, another one that waits for its
/// turn, and the ends of both directions (S9, R2).
/// </summary>
internal static class StreamScenarios
{
    /// <summary>The steps of the scenario.</summary>
    public static CallGenerator[] Parts(RunContext run, Cast cast)
    {
        bool isLong = run.Random.Chance(70);
        return
        [
            cast.By(0, (_, pid) => new Call.SocketPair(
                pid, AddressFamily.AF_LOCAL, SocketType.SOCK_STREAM, Protocol.Default)),
            cast.OnSocket(0, (some, pid, fd) => new Call.SetSockOpt(
                pid, fd, SocketOption.SO_RCVBUF, 1 + some.Random.Below(isLong ? 4 : 9))),
            cast.OnFirstEnd(0, (some, pid, fd) => some.Random.Chance(60)
                ? new Call.SetSockOpt(pid, fd, SocketOption.SO_SNDBUF, 2 + some.Random.Below(4))
                : null),
            MayEnd(cast, SocketOption.SO_RCVTIMEO),
            cast.Fork(0),
            cast.Fork(0),
            some => some.Random.Chance(40) ? Catches(cast, 1)(some) : null,
            cast.OnFirstEnd(0, Write),
            cast.OnSocket(1, (some, pid, fd) => new Call.RecvFrom(
                pid, fd, 3 + some.Random.Below(6), MessageOptions.MSG_WAITALL | Also(some))),
            cast.OnSocket(2, (some, pid, fd) => some.Random.Chance(60)
                ? TransferForms.Receiving(some, pid, fd, 1 + some.Random.Below(5))
                : null),
            cast.OnFirstEnd(0, Write),
            Idle,
            some => some.Random.Chance(30) ? Disturb(some, cast, 1) : null,
            cast.OnSocket(0, (some, pid, fd) => some.Random.Chance(25)
                ? new Call.Shutdown(pid, fd, (ShutdownHow)some.Random.Below(3))
                : null),
            Resume(cast, 1),
            Resume(cast, 2),
            cast.OnFirstEnd(0, Write),
            Resume(cast, 1),
            cast.OnFirstEnd(0, (some, pid, fd) => some.Random.Chance(40)
                ? new Call.Shutdown(pid, fd, ShutdownHow.SHUT_WR)
                : Write(some, pid, fd)),
            Resume(cast, 1),
            Resume(cast, 2),
            some => Disturb(some, cast, 1 + some.Random.Below(2)),
        ];
    }

    private static Call.Sending Write(RunContext run, int pid, int fd) =>
        TransferForms.Sending(run, pid, fd, PairGenerator.OfLength(run.Random.Below(5)), null);

    private static MessageOptions Also(RunContext run) => run.Random.Below(6) switch
    {
        0 => MessageOptions.MSG_DONTWAIT,
        1 => MessageOptions.MSG_PEEK,
        _ => MessageOptions.None,
    };
}
