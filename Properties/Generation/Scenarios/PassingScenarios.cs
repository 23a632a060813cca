using Verify.Abi;
using Verify.Properties.Generation.Calls;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>
/// Descriptors on their way over local sockets: into a prison, in cycles that nobody can receive any more, and at a
/// connection that waits to be accepted (S9, G1, G7).
/// </summary>
internal static class PassingScenarios
{
    private static readonly SocketAddress Door = SocketAddress.Local("/door");

    /// <summary>
    /// A socket goes from one process to another, which may have entered a prison, or come out of none.
    /// </summary>
    public static CallGenerator[] Across(RunContext run, Cast cast)
    {
        bool isStream = run.Random.Chance(50);
        int jailed = run.Random.Below(3);
        return
        [
            Pair(cast, 0, isStream),
            cast.Fork(0),
            cast.By(1, (some, pid) => jailed == 1 ? Jail(some, pid) : null),
            cast.By(0, (some, pid) => jailed == 2 ? Jail(some, pid) : null),
            cast.By(0, (some, pid) => some.Random.Chance(70)
                ? new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Default)
                : new Call.Socket(pid, AddressFamily.AF_LOCAL, SocketType.SOCK_DGRAM, Protocol.Default)),
            cast.OnFirstEnd(0, (some, pid, fd) => Passing(pid, fd, fd + 1)),
            cast.OnSocket(0, (some, pid, fd) => some.Random.Chance(50) ? new Call.Close(pid, fd) : null),
            cast.OnFirstEnd(1, Take),
            cast.OnSocket(1, (some, pid, fd) => new Call.GetSockName(pid, fd)),
            cast.OnFirstEnd(1, Take),
        ];
    }

    /// <summary>The ends of a pair hold each other, or one of them itself; then nobody else does.</summary>
    public static CallGenerator[] Cycle(RunContext run, Cast cast)
    {
        bool isStream = run.Random.Chance(60);
        bool isDouble = run.Random.Chance(40);
        return
        [
            Pair(cast, 0, isStream),
            cast.OnFirstEnd(0, (some, pid, fd) => some.Random.Chance(30) ? new Call.Dup(pid, fd) : null),
            cast.OnFirstEnd(0, (some, pid, fd) => Passing(pid, fd, fd + (some.Random.Chance(70) ? 1 : 0))),
            cast.OnSocket(0, (some, pid, fd) => some.Random.Chance(60) ? Passing(pid, fd, fd - 1) : null),
            isDouble ? Pair(cast, 0, isStream) : _ => null,
            cast.OnSocket(0, (some, pid, fd) => isDouble ? Passing(pid, fd, fd - 2, fd - 1) : null),
            cast.OnSocket(0, (_, pid, fd) => new Call.Close(pid, fd)),
            cast.OnSocket(0, (some, pid, fd) => some.Random.Chance(20) ? Take(some, pid, fd) : null),
            cast.OnSocket(0, (_, pid, fd) => new Call.Close(pid, fd)),
            cast.OnSocket(0, (some, pid, fd) => isDouble ? new Call.Close(pid, fd) : null),
            cast.OnSocket(0, (some, pid, fd) => isDouble ? new Call.Close(pid, fd) : null),
            Pair(cast, 0, isStream),
        ];
    }

    /// <summary>Descriptors wait at a connection that waits to be accepted.</summary>
    public static CallGenerator[] Waiting(RunContext run, Cast cast) =>
    [
        Local(cast, SocketType.SOCK_STREAM),
        cast.OnSocket(0, (_, pid, fd) => new Call.Bind(pid, fd, Door)),
        cast.OnSocket(0, (some, pid, fd) => new Call.Listen(pid, fd, some.Random.Below(2))),
        Local(cast, SocketType.SOCK_STREAM),
        cast.OnSocket(0, (_, pid, fd) => new Call.Connect(pid, fd, Door)),
        cast.By(0, (some, pid) => new Call.Socket(
            pid, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Default)),
        cast.OnFirstEnd(0, (_, pid, fd) => Passing(pid, fd, fd + 1)),
        cast.OnSocket(0, (some, pid, fd) => new Call.Close(pid, fd)),
        cast.OnSocket(0, (some, pid, fd) => some.Random.Chance(60) ? new Call.Close(pid, fd) : null),
        some => some.Random.Chance(30) ? LocalGenerator.Socket(some) : null,
        cast.OnSocket(0, (_, pid, fd) => new Call.Accept(pid, fd)),
        cast.OnSocket(0, Take),
        cast.By(0, (_, pid) => new Call.Unlink(pid, Door.Path)),
    ];

    /// <summary>A message of one byte with descriptors.</summary>
    private static Call.SendMsg Passing(int pid, int fd, params int[] descriptors) =>
        new(pid, fd, new Few<Data>(PairGenerator.OfLength(1)), Rights.Of(descriptors));

    private static Call Take(RunContext run, int pid, int fd) => run.Random.Chance(75)
        ? new Call.RecvMsg(pid, fd, new Few<int>(4), 64)
        : TransferForms.Receiving(run, pid, fd, 4);

    private static CallGenerator Pair(Cast cast, int actor, bool isStream) => cast.By(actor, (_, pid) =>
        new Call.SocketPair(
            pid, AddressFamily.AF_LOCAL, isStream ? SocketType.SOCK_STREAM : SocketType.SOCK_DGRAM, Protocol.Default));

    private static CallGenerator Local(Cast cast, SocketType type) => cast.By(0, (_, pid) =>
        new Call.Socket(pid, AddressFamily.AF_LOCAL, type, Protocol.Default));

    private static Call.Jail Jail(RunContext run, int pid) => new(pid, 0, "/", "p.example", run.OwnAddress());
}
