using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>
/// Generates what passes a descriptor from one process to another: over a local socket that both have, because one of
/// them was forked, or because their sockets are connected (J8, G1).
/// </summary>
internal static class RightsGenerator
{
    /// <summary>
    /// recvmsg(2) where descriptors wait, else sendmsg(2) with one, else a pair that children of its maker will share.
    /// </summary>
    public static Call? Pass(RunContext run)
    {
        ref Prng random = ref run.Random;
        return random.Chance(50) && TryPickBorder(run, out SocketTarget border) ? Receive(run, border)
            : random.Chance(80) && run.TryPickSocket(HasRights, out SocketTarget waiting) ? Receive(run, waiting)
            : random.Chance(85) && run.TryPickSocket(HasReceiver, out SocketTarget end)
                ? new Call.SendMsg(end.Pid, end.Fd, new Few<Data>(PairGenerator.OfLength(1)), Worthwhile(run, end))
            : PairGenerator.SocketPair(run);
    }

    private static Call.RecvMsg Receive(RunContext run, SocketTarget target) => new(
        target.Pid, target.Fd, new Few<int>(8),
        run.Random.Chance(85) ? Call.RecvMsg.MostControl : ControlGenerator.Room(run));

    /// <summary>
    /// Picks a process for which a socket waits that was created in another prison, or on the host (G1); false if there
    /// is none.
    /// </summary>
    private static bool TryPickBorder(RunContext run, out SocketTarget target)
    {
        State state = run.State;
        foreach (int i in new Rotation(ref run.Random, state.Processes.Length))
        {
            Process process = state.Processes[i];
            for (int fd = 0; fd < process.Files.Length && process.Sleep is null; fd++)
            {
                if (state.SocketOf(process.Files[fd]) is { } socket && HasRights(socket)
                    && socket.Inbox[0].Rights.Any(file => IsOfAnotherPrison(state, file, process)))
                {
                    target = new SocketTarget(process.Pid, fd, socket);
                    return true;
                }
            }
        }

        target = default;
        return false;
    }

    private static bool IsOfAnotherPrison(State state, in DescriptorEntry file, Process process) =>
        HasAddress(state, file) && state.SocketOf(file)!.Prison?.Id != process.Prison?.Id;

    private static bool HasAddress(State state, in DescriptorEntry file) =>
        state.SocketOf(file) is { IsWithoutAddress: false };

    /// <summary>A socket that can have an address, a file, or any socket; seldom anything else.</summary>
    private static Data Worthwhile(RunContext run, SocketTarget end)
    {
        if (run.State.FindProcess(end.Pid) is not { } sender)
        {
            return Rights.Of(0);
        }

        bool mayBeFile = run.Random.Chance(50);
        foreach (int fd in new Rotation(ref run.Random, sender.Files.Length))
        {
            DescriptorEntry file = sender.Files[fd];
            if ((mayBeFile ? file.IsNode || file.IsSocket : HasAddress(run.State, file)) && run.Random.Chance(90))
            {
                return Rights.Of(fd);
            }
        }

        return Rights.Of(run.Random.Below(sender.Files.Length + 1));
    }

    private static bool HasRights(Socket socket) => socket is { End: not null, Inbox: [{ Rights.IsEmpty: false }, ..] };

    /// <summary>True for an end of a connection that can send.</summary>
    private static bool HasReceiver(Socket socket) => socket is { End: not null, Peer: not 0, CannotSend: false };
}
