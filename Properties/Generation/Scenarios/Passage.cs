using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Calls;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;
using static Verify.Properties.Generation.Scenarios.LastDescriptor;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>
/// Steps in which a process gives another one what it has open, across the border of a prison: it sends it to a local
/// socket with a path that both can name (J8, G1).
/// </summary>
/// <param name="Giver">The process that sends.</param>
/// <param name="Taker">The process that receives.</param>
/// <param name="Door">The path of the taker's socket for the giver.</param>
/// <param name="OwnDoor">The same path for the taker.</param>
internal sealed record Passage(int Giver, int Taker, string Door, string OwnDoor)
{
    /// <summary>From the host into the prison.</summary>
    public static Passage Into(HostAndPrisoner pair) => new(pair.Host, pair.Prisoner, pair.Root + "/in", "/in");

    /// <summary>Out of the prison to the host.</summary>
    public static Passage OutOf(HostAndPrisoner pair) => new(pair.Prisoner, pair.Host, "/out", pair.Root + "/out");

    /// <summary>The sockets of both.</summary>
    public CallGenerator[] Open() =>
    [
        _ => Socket(Taker),
        run => On(run, Taker, IsSender, fd => new Call.Bind(Taker, fd, SocketAddress.Local(OwnDoor))),
        _ => Socket(Giver),
    ];

    /// <summary>The last file goes to the taker.</summary>
    public CallGenerator[] Node() => Pass((_, file) => file.IsNode);

    /// <summary>The giver creates a socket, which goes to the taker.</summary>
    public CallGenerator[] NewSocket(AddressFamily family, SocketType type) =>
        [_ => new Call.Socket(Giver, family, type, Protocol.Default), .. LastSocket()];

    /// <summary>The last socket goes to the taker.</summary>
    public CallGenerator[] LastSocket() => Pass((_, file) => file.IsSocket);

    /// <summary>The end of the sockets, and of the path.</summary>
    public CallGenerator[] Close() =>
    [
        _ => new Call.Unlink(Taker, OwnDoor),
        run => On(run, Taker, IsDoor, fd => new Call.Close(Taker, fd)),
        run => On(run, Giver, IsSender, fd => new Call.Close(Giver, fd)),
    ];

    private CallGenerator[] Pass(Func<State, DescriptorEntry, bool> fits) =>
    [
        run => On(run, Giver, fits, given => On(run, Giver, IsSender, fd => new Call.SendMsg(
            Giver, fd, new Few<Data>(Data.Of("x")), Rights.Of(given), SocketAddress.Local(Door)))),
        run => On(run, Taker, HasRights, fd => new Call.RecvMsg(Taker, fd, new Few<int>(1), 64)),
    ];

    private static Call.Socket Socket(int pid) =>
        new(pid, AddressFamily.AF_LOCAL, SocketType.SOCK_DGRAM, Protocol.Default);

    private static bool IsSender(State state, DescriptorEntry file) =>
        state.SocketOf(file) is { End: { Type: SocketType.SOCK_DGRAM, Name: null }, Peer: 0 };

    private bool IsDoor(State state, DescriptorEntry file) =>
        state.SocketOf(file) is { End: { Type: SocketType.SOCK_DGRAM, Name: var path } } && path == OwnDoor;

    /// <summary>True if the next receive finds descriptors, and so does not sleep.</summary>
    private static bool HasRights(State state, DescriptorEntry file) =>
        state.SocketOf(file) is { End.Type: SocketType.SOCK_DGRAM } socket && RightsGenerator.HasRights(socket);
}
