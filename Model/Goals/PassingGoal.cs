using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// A descriptor that recvmsg(2) returns refers to the file that was sent (S9), and a socket with addresses does not come
/// into another prison than that of its creator, nor out of it (G1, D13).
/// </summary>
internal static class PassingGoal
{
    /// <summary>Checks a message that was received at once.</summary>
    public static string? Check(State before, Call.RecvMsg call, in Outcome outcome, State after)
    {
        if (!outcome.Succeeded || before.FindProcess(call.Pid) is not { } was
            || before.SocketAt(was, call.Fd) is not { Inbox: [var oldest, ..], End: not null }
            || after.FindProcess(call.Pid) is not { } receiver)
        {
            return null;
        }

        int[] numbers = PassedDescriptors.In(outcome.Control);
        for (int i = 0; i < numbers.Length; i++)
        {
            DescriptorEntry got = receiver.FileAt(numbers[i]);
            if (i >= oldest.Rights.Length || got.Id != oldest.Rights[i].Id || was.FileAt(numbers[i]).IsOpen)
            {
                return $"S9: process {call.Pid} receives descriptor {numbers[i]}, which is not what was sent";
            }

            if (before.SocketOf(got) is { IsWithoutAddress: false } socket
                && socket.Prison?.Id != receiver.Prison?.Id)
            {
                return $"G1: process {call.Pid} receives a socket of another prison";
            }
        }

        return null;
    }
}
