using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sleeping;

/// <summary>A process asleep at each channel of a socket.</summary>
internal sealed class Watchers
{
    private readonly Process _atConnection = new();
    private readonly Process _atData = new();
    private readonly Process _atRoom = new();

    public Watchers(Scheduler scheduler, Socket socket)
    {
        scheduler.Sleep(_atRoom, new Channel(socket, Awaited.Room), "");
        scheduler.Sleep(_atData, new Channel(socket, Awaited.Data), "");
        scheduler.Sleep(_atConnection, new Channel(socket, Awaited.Connection), "");
    }

    /// <summary>Asserts that those were woken who wait for these things, and nobody else.</summary>
    public void AreWoken(bool connection, bool data, bool room)
    {
        Proof.Assert(_atConnection.Sleeping.IsWoken == connection, "who waits for a connection");
        Proof.Assert(_atData.Sleeping.IsWoken == data, "who waits for data");
        Proof.Assert(_atRoom.Sleeping.IsWoken == room, "who waits for room");
    }
}
