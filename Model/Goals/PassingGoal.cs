using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// The descriptors that recvmsg(2) returns are those that were sent (S9), and a socket with addresses does not come
/// into another prison than that of its creator, nor out of it (G1, D13).
/// </summary>
internal static class PassingGoal
{
    /// <summary>Checks the message that a call received at once, and those that sleepers received.</summary>
    public static string? Check(State before, Call call, in Outcome outcome, State after)
    {
        string? broken = !outcome.Succeeded ? null : call switch
        {
            Call.RecvMsg receive => AtOnce(before, receive, ControlMessages.DescriptorsIn(outcome.Control), after)
                ?? Border(receive.Pid, outcome.Control, after),
            Call.Resume { Call: "recvmsg" } resume => Border(resume.Pid, outcome.Control, after),
            _ => null,
        };
        if (broken is not null)
        {
            return broken;
        }

        foreach (Resumption one in outcome.Effects.Resumed)
        {
            if (one.Call == "recvmsg" && one.Outcome.Succeeded
                && Border(one.Pid, one.Outcome.Control, after) is { } crossed)
            {
                return crossed;
            }
        }

        return null;
    }

    /// <summary>What a message that waited has, is received under numbers that were free.</summary>
    private static string? AtOnce(State before, Call.RecvMsg call, int[] numbers, State after)
    {
        if (before.FindProcess(call.Pid) is not { } was
            || before.SocketAt(was, call.Fd) is not { Inbox: [var oldest, ..], End: not null }
            || after.FindProcess(call.Pid) is not { } receiver)
        {
            return null;
        }

        for (int i = 0; i < numbers.Length; i++)
        {
            DescriptorEntry got = receiver.FileAt(numbers[i]);
            if (i >= oldest.Rights.Length || got.Id != oldest.Rights[i].Id || was.FileAt(numbers[i]).IsOpen)
            {
                return $"S9: process {call.Pid} receives descriptor {numbers[i]}, which is not what was sent";
            }
        }

        bool hasRoom = call.ControlLength >= ControlMessages.HeaderSize + oldest.Rights.Length * sizeof(int);
        return hasRoom && numbers.Length < oldest.Rights.Length && !call.Options.HasFlag(MessageOptions.MSG_PEEK)
            ? $"S9: process {call.Pid} receives {numbers.Length} of {oldest.Rights.Length} descriptors"
            : null;
    }

    private static string? Border(int pid, Data control, State after)
    {
        if (after.FindProcess(pid) is not { } receiver)
        {
            return null;
        }

        foreach (int number in ControlMessages.DescriptorsIn(control))
        {
            if (after.SocketOf(receiver.FileAt(number)) is { IsWithoutAddress: false } socket
                && socket.Prison?.Id != receiver.Prison?.Id)
            {
                return $"G1: process {pid} receives a socket of another prison";
            }
        }

        return null;
    }
}
