using Verify.Abi;
using Verify.Properties.Generation.Calls;
using Verify.Properties.Generation.Context;
using static Verify.Properties.Generation.Scenarios.SleepingSteps;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>
/// Processes that sleep, and what they wait for, interleaved with signals, siblings that take it from them, and their
/// end (R2). The first process of a scenario forks those that sleep.
/// </summary>
internal static class SleepingScenarios
{
    private const int Child = 20;

    private static readonly Func<RunContext, Cast, CallGenerator[]>[] All =
    [
        Acceptors, Receivers, WriterAndReader, TwoWriters, Interrupted, EndOfChild,
        ConnectingScenarios.Next, StreamScenarios.Parts,
        PassingScenarios.Across, PassingScenarios.Cycle, PassingScenarios.Waiting,
    ];

    /// <summary>The steps of a scenario; none if no process can make them.</summary>
    public static CallGenerator[] Next(RunContext run) =>
        run.Random.Pick<Func<RunContext, Cast, CallGenerator[]>>(All)(run, new Cast(run.AnyProcess().Pid));

    /// <summary>Two processes sleep in accept; connections, signals and the end of the first race.</summary>
    private static CallGenerator[] Acceptors(RunContext run, Cast cast)
    {
        ushort port = (ushort)(7000 + run.Random.Below(4));
        CallGenerator listener = cast.OnSocket(0, (some, pid, fd) => some.Random.Chance(15)
            ? new Call.Shutdown(pid, fd, (ShutdownHow)some.Random.Below(3))
            : null);
        CallGenerator connection = some => new Call.WireTcp(
            new Endpoint(Endpoints.Stranger, (ushort)(9000 + some.Random.Below(4))),
            new Endpoint(some.OwnAddress(), port));
        return
        [
            Socket(cast, SocketType.SOCK_STREAM),
            cast.OnSocket(0, (_, pid, fd) => new Call.Bind(pid, fd, SocketAddress.Inet(new(Ipv4.Any, port)))),
            cast.OnSocket(0, (some, pid, fd) => new Call.Listen(pid, fd, some.Random.Below(3))),
            cast.Fork(0),
            cast.Fork(0),
            Catches(cast, 1),
            cast.OnSocket(1, (_, pid, fd) => new Call.Accept(pid, fd)),
            cast.OnSocket(2, (_, pid, fd) => new Call.Accept(pid, fd)),
            connection,
            some => some.Random.Chance(50) ? Disturb(some, cast, 1) : connection(some),
            MayNotSleep(cast),
            listener,
            cast.OnSocket(0, (some, pid, fd) => some.Random.Chance(40) ? new Call.Accept(pid, fd) : null),
            Resume(cast, 1),
            Resume(cast, 2),
            connection,
            Resume(cast, 2),
            some => some.Random.Chance(50) ? Disturb(some, cast, 2) : null,
        ];
    }

    /// <summary>Two processes sleep in recvfrom of one socket; one datagram wakes both.</summary>
    private static CallGenerator[] Receivers(RunContext run, Cast cast)
    {
        ushort port = (ushort)(7000 + run.Random.Below(4));
        CallGenerator datagram = some => new Call.WireUdp(
            new Endpoint(Endpoints.Stranger, 9000), new Endpoint(some.OwnAddress(), port), some.Datagram());
        return
        [
            Socket(cast, SocketType.SOCK_DGRAM),
            cast.OnSocket(0, (_, pid, fd) => new Call.Bind(pid, fd, SocketAddress.Inet(new(Ipv4.Any, port)))),
            cast.Fork(0),
            cast.Fork(0),
            cast.OnSocket(1, (_, pid, fd) => new Call.RecvFrom(pid, fd)),
            cast.OnSocket(2, (some, pid, fd) => new Call.RecvFrom(pid, fd, some.Random.Below(4))),
            datagram,
            some => some.Random.Chance(40) ? Disturb(some, cast, 1) : null,
            cast.OnSocket(0, (some, pid, fd) => some.Random.Chance(30) ? new Call.RecvFrom(pid, fd) : null),
            Resume(cast, 1),
            Resume(cast, 2),
            datagram,
            Resume(cast, 2),
        ];
    }

    /// <summary>A writer on a stream with a small buffer sleeps until the reader has taken enough or is gone.</summary>
    private static CallGenerator[] WriterAndReader(RunContext run, Cast cast) =>
    [
        Pair(cast, run),
        SetSize(cast, run, SocketOption.SO_SNDBUF),
        some => some.Random.Chance(40) ? SetSize(cast, some, SocketOption.SO_SNDLOWAT)(some) : null,
        cast.Fork(0),
        some => some.Random.Chance(30) ? Catches(cast, 1)(some) : null,
        MayEnd(cast, SocketOption.SO_SNDTIMEO),
        cast.OnSocket(1, Sends),
        cast.OnFirstEnd(0, Receives),
        Idle,
        some => some.Random.Chance(30) ? Disturb(some, cast, 1) : null,
        Resume(cast, 1),
        cast.OnFirstEnd(0, Receives),
        cast.OnSocket(0, (some, pid, fd) => some.Random.Chance(30) ? new Call.Close(pid, fd) : null),
        cast.OnFirstEnd(1, (some, pid, fd) => some.Random.Chance(50) ? new Call.Close(pid, fd) : null),
        cast.OnFirstEnd(0, (some, pid, fd) =>
            some.Random.Chance(50) ? new Call.Close(pid, fd) : Receives(some, pid, fd)),
        Resume(cast, 1),
    ];

    /// <summary>Two writers fill one stream; the reader wakes both.</summary>
    private static CallGenerator[] TwoWriters(RunContext run, Cast cast) =>
    [
        Pair(cast, run),
        SetSize(cast, run, SocketOption.SO_SNDBUF),
        cast.Fork(0),
        cast.Fork(0),
        cast.OnSocket(1, Sends),
        cast.OnSocket(2, Sends),
        cast.OnSocket(1, Sends),
        cast.OnFirstEnd(0, Receives),
        Resume(cast, 1),
        Resume(cast, 2),
        cast.OnFirstEnd(0, Receives),
        Resume(cast, 2),
        some => Disturb(some, cast, 1 + some.Random.Below(2)),
    ];

    /// <summary>Signals of several kinds reach a process that sleeps.</summary>
    private static CallGenerator[] Interrupted(RunContext run, Cast cast)
    {
        bool isPair = run.Random.Chance(50);
        return
        [
            isPair ? Pair(cast, run) : Socket(cast, SocketType.SOCK_DGRAM),
            cast.Fork(0),
            Catches(cast, 1),
            Catches(cast, 1),
            cast.OnSocket(1, (some, pid, fd) => new Call.RecvFrom(pid, fd, some.Random.Below(5))),
            some => Disturb(some, cast, 1),
            some => some.Random.Chance(50) ? Disturb(some, cast, 1) : null,
            cast.OnFirstEnd(0, (_, pid, fd) =>
                isPair ? new Call.SendTo(pid, fd, PairGenerator.OfLength(1), null) : null),
            Resume(cast, 1),
            some => Disturb(some, cast, 1),
            Resume(cast, 1),
        ];
    }

    /// <summary>The end of a child: the end of its stream, and SIGCHLD, of which the signal counts.</summary>
    private static CallGenerator[] EndOfChild(RunContext run, Cast cast) =>
    [
        cast.Fork(0),
        cast.By(1, (some, pid) => some.Random.Chance(70)
            ? new Call.SigAction(pid, Child, SignalAction.Handler, some.Random.Chance(50))
            : null),
        cast.By(1, (_, pid) => NewPair(pid, run.Random.Chance(80) ? SocketType.SOCK_STREAM : SocketType.SOCK_DGRAM)),
        cast.Fork(1),
        cast.OnSocket(1, (_, pid, fd) => new Call.Close(pid, fd)),
        cast.OnSocket(1, (_, pid, fd) => new Call.RecvFrom(pid, fd, 3)),
        cast.OnSocket(2, (some, pid, fd) =>
            some.Random.Chance(30) ? new Call.SendTo(pid, fd, PairGenerator.OfLength(2), null) : null),
        cast.By(2, (_, pid) => new Call.Exit(pid, 0)),
        Resume(cast, 1),
    ];

    private static CallGenerator Pair(Cast cast, RunContext run)
    {
        SocketType type = run.Random.Chance(80) ? SocketType.SOCK_STREAM : SocketType.SOCK_DGRAM;
        return cast.By(0, (_, pid) => NewPair(pid, type));
    }

    private static Call.SocketPair NewPair(int pid, SocketType type) =>
        new(pid, AddressFamily.AF_LOCAL, type, Protocol.Default);

    private static CallGenerator SetSize(Cast cast, RunContext run, SocketOption option)
    {
        int size = 1 + run.Random.Below(6);
        return cast.OnSocket(0, (_, pid, fd) => new Call.SetSockOpt(pid, fd, option, size));
    }

    private static Call.SendTo Sends(RunContext run, int pid, int fd) =>
        new(pid, fd, PairGenerator.OfLength(1 + run.Random.Below(12)), null);

    private static Call.RecvFrom Receives(RunContext run, int pid, int fd) =>
        new(pid, fd, run.Random.Chance(80) ? 1 + run.Random.Below(6) : Call.Receiving.UsualLength);
}
