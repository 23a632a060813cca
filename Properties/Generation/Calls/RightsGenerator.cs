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
        return random.Chance(80) && run.TryPickSocket(HasRights, out SocketTarget waiting)
                ? new Call.RecvMsg(
                    waiting.Pid, waiting.Fd, new Few<int>(8),
                    random.Chance(85) ? Call.RecvMsg.MostControl : ControlGenerator.Room(run))
            : random.Chance(85) && run.TryPickSocket(HasReceiver, out SocketTarget end)
                ? new Call.SendMsg(end.Pid, end.Fd, new Few<Data>(PairGenerator.OfLength(1)), Worthwhile(run, end))
            : PairGenerator.SocketPair(run);
    }

    /// <summary>A file or a socket that the sender has open; seldom anything else.</summary>
    private static Data Worthwhile(RunContext run, SocketTarget end)
    {
        if (run.State.FindProcess(end.Pid) is not { } sender)
        {
            return Rights.Of(0);
        }

        foreach (int fd in new Rotation(ref run.Random, sender.Files.Length))
        {
            if ((sender.Files[fd].IsNode || sender.Files[fd].IsSocket) && run.Random.Chance(90))
            {
                return Rights.Of(fd);
            }
        }

        return Rights.Of(run.Random.Below(sender.Files.Length + 1));
    }

    /// <summary>True for a local socket whose next message has descriptors.</summary>
    public static bool HasRights(Socket socket) => socket is { End: not null, Inbox: [{ Rights.IsEmpty: false }, ..] };

    /// <summary>True for an end of a connection that can send.</summary>
    private static bool HasReceiver(Socket socket) => socket is { End: not null, Peer: not 0, CannotSend: false };
}
