using Verify.Abi;
using Verify.Properties.Generation.Calls;
using Verify.Properties.Generation.Context;
using static Verify.Properties.Generation.Scenarios.SleepingSteps;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>Processes that sleep in connect, while another host is slow to answer (R2, S10).</summary>
internal static class ConnectingScenarios
{
    /// <summary>
    /// Connection requests to another host, which is slow: a signal, a second request, and then the answer.
    /// </summary>
    public static CallGenerator[] Next(RunContext run, Cast cast)
    {
        if (!run.State.World.AnswersLater)
        {
            return [];
        }

        CallGenerator connect(int actor) => cast.OnSocket(actor, (some, pid, fd) => new Call.Connect(
            pid, fd, SocketAddress.Inet(new(Endpoints.Stranger, (ushort)(some.Random.Chance(75) ? 80 : 81)))));
        return
        [
            Socket(cast, SocketType.SOCK_STREAM),
            cast.Fork(0),
            MayNotSleep(cast),
            some => some.Random.Chance(50) ? Catches(cast, 1)(some) : null,
            connect(1),
            some => some.Random.Chance(40) ? Disturb(some, cast, 1) : null,
            some => some.Random.Chance(40) ? connect(0)(some) : null,
            Resume(cast, 1),
            cast.OnSocket(0, Answer),
            cast.OnSocket(0, (some, pid, fd) =>
                some.Random.Chance(30) ? new Call.GetSockOpt(pid, fd, SocketOption.SO_ERROR) : null),
            Resume(cast, 1),
            cast.OnSocket(0, (_, pid, fd) => new Call.GetPeerName(pid, fd)),
            connect(0),
            cast.OnSocket(0, Answer),
        ];
    }

    private static Call? Answer(RunContext run, int pid, int fd) =>
        run.State.SocketAt(run.State.FindProcess(pid)!, fd) is { IsUnanswered: true } socket
            ? AnswerGenerator.To(run, socket)
            : null;
}
