using Verify.Abi;

namespace Verify.Model.States;

/// <content>What signals do to a process, and the call that it sleeps in.</content>
public static partial class StateDigest
{
    private const int WordBits = 64;

    /// <summary>
    /// Only the order of those who wait for the same thing, or tick, decides who is woken first; those who are woken
    /// already continue when the trace says so.
    /// </summary>
    private static void AddSleep(ref StateHash hash, State state, Process process)
    {
        Add(ref hash, process.Actions.Ignored);
        Add(ref hash, process.Actions.Caught);
        Add(ref hash, process.Actions.Restarting);
        if (process.Sleep is not { } sleep)
        {
            hash.Add(0);
            return;
        }

        hash.Add(1 + (int)sleep.Phase);
        hash.Add((int)sleep.Awaits);
        hash.Add(sleep.Fd);
        hash.Add((ulong)(sleep.Until ?? -1));
        hash.Add((ulong)(sleep.End ?? -1));
        hash.Add(sleep.Sent);
        hash.Add(sleep.Taken);
        hash.Add(sleep.TakenControl);
        hash.Add(sleep.HasSentControl ? 1 : 0);
        hash.Add(CallKinds.IndexOf(sleep.Call));
        Add(ref hash, sleep.Signals);
        hash.Add(sleep.Phase == SleepPhase.Asleep ? state.Processes.Count(other => IsBefore(other, process)) : 0);
        switch (sleep.Call)
        {
            case Call.Receiving receive:
                hash.Add(receive.Capacity);
                hash.Add((int)receive.Options);
                hash.Add((receive as Call.RecvMsg)?.ControlLength ?? -1);
                break;
            case Call.Sending send:
                hash.Add(send.Content);
                hash.Add((int)send.Options);
                hash.Add(send.Attached);
                break;
            case Call.Poll poll:
                for (int i = 0; i < poll.Entries.Count; i++)
                {
                    hash.Add(poll.Entries[i].Fd);
                    hash.Add((int)poll.Entries[i].Events);
                }

                break;
            case Call.Select select:
                hash.Add(select.Count);
                Add(ref hash, select.Sets.Read);
                Add(ref hash, select.Sets.Write);
                Add(ref hash, select.Sets.Except);
                break;
        }
    }

    private static void Add(ref StateHash hash, DescriptorSet? set)
    {
        hash.Add(set is null ? -1 : 0);
        foreach (int fd in set?.All ?? [])
        {
            hash.Add(1 + fd);
        }
    }

    private static bool IsBefore(Process other, Process process) =>
        other.Sleep is { Phase: SleepPhase.Asleep } its && process.Sleep is { } sleep
        && its.Since < sleep.Since
        && ((its.Awaits == sleep.Awaits && other.FileAt(its.Fd).Id == process.FileAt(sleep.Fd).Id)
            || (its.Until == sleep.Until && its.Until is not null));

    private static void Add(ref StateHash hash, UInt128 signals)
    {
        hash.Add((ulong)signals);
        hash.Add((ulong)(signals >> WordBits));
    }

    /// <summary>The place of the first descriptor of an open file.</summary>
    private static int FirstWith(State state, int file)
    {
        int place = 0;
        foreach (Process process in state.Processes)
        {
            foreach (DescriptorEntry entry in process.Files)
            {
                if (entry.Id == file)
                {
                    return place;
                }

                place += entry.IsOpen ? 1 : 0;
            }
        }

        return place;
    }
}
