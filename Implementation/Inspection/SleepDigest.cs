using Verify.Abi;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Hashes what signals do to a process and the call that it sleeps in. The order of the processes that sleep at one
/// channel, or until one tick, counts. The order in which others were woken does not: whoever asks for a state sees
/// either none of them, or those that the trace will continue in any order.
/// </summary>
internal static class SleepDigest
{
    public static void Add(ref StateHash hash, Process process, Traversal numbers)
    {
        process.Actions.AddTo(ref hash);
        ref readonly SleepingCall sleeping = ref process.Sleeping;
        hash.Add(!process.IsAsleep ? 0 : sleeping.IsWoken ? 1 : 2);
        if (!process.IsAsleep)
        {
            return;
        }

        hash.Add(sleeping.Channel.Socket is { } socket ? numbers.NoteOf(socket) : 0);
        hash.Add((int)sleeping.Channel.Awaited);
        hash.Add(CallKinds.IndexOf(sleeping.Call!));
        AddArguments(ref hash, sleeping);
        hash.Add(sleeping.Signal);
        hash.Add(sleeping.IsOnlyOneWoken ? 1 : 0);
        hash.Add(sleeping.IsTimeOver ? 1 : 0);
        if (!sleeping.IsWoken)
        {
            hash.Add((ulong)sleeping.Deadline);
            hash.Add(PidBefore(process, byDeadline: false));
            hash.Add(sleeping.Deadline == 0 ? 0 : PidBefore(process, byDeadline: true));
        }
    }

    private static void AddArguments(ref StateHash hash, in SleepingCall sleeping)
    {
        switch (sleeping.Call)
        {
            case Call.Receiving receive:
                hash.Add(receive.Capacity);
                hash.Add((int)receive.Options);
                hash.Add(sleeping.Taken);
                hash.Add((receive as Call.RecvMsg)?.ControlLength ?? -1);
                SocketDigest.Add(ref hash, sleeping.Control);
                break;
            case Call.Sending send:
                Data content = send.Content;
                hash.Add(content.Slice(sleeping.Done, content.Length - sleeping.Done));
                hash.Add(sleeping.HasControl ? ((Call.SendMsg)send).Control : default);
                hash.Add((int)send.Options);
                hash.Add(sleeping.Done);
                break;
            case Call.Poll or Call.Select:
                PollDigest.Add(ref hash, sleeping);
                break;
        }
    }

    /// <summary>
    /// The process that fell asleep before this one at the same channel, or until the same tick; 0 if it is the first.
    /// </summary>
    private static int PidBefore(Process process, bool byDeadline)
    {
        Process? before = Process.InQueue.Of(process).Previous;
        while (before is not null
            && !(byDeadline
                ? before.Sleeping.Deadline == process.Sleeping.Deadline
                : before.Sleeping.Channel.Is(process.Sleeping.Channel)))
        {
            before = Process.InQueue.Of(before).Previous;
        }

        return before?.Pid ?? 0;
    }
}
