using Verify.Abi;
using Verify.Model;
using Verify.Model.States;

namespace Verify.Properties.Generation.Context;

/// <summary>Tells whether a call would sleep.</summary>
internal static class SleepingCalls
{
    /// <summary>True if the specification lets a call sleep. It is asked only about calls that may.</summary>
    public static bool Sleeps(this RunContext run, Call call) =>
        call is Call.OnDescriptor { Pid: var pid, Fd: var fd } and
            (Call.Accept or Call.Receiving or Call.Sending or Call.Connect)
        && run.State.FindProcess(pid) is { } caller
        && run.State.SocketAt(caller, fd) is { } socket
        && MaySleep(run, socket, call)
        && Spec.Step(run.State, call, Outcome.Asleep).Accepted;

    private static bool MaySleep(RunContext run, Socket socket, Call call) => call switch
    {
        Call.Receiving when socket.IsLocalStream => true,
        _ when socket.IsNonBlocking => false,
        Call.Accept => socket.IsListening && socket.Queue.IsEmpty,
        Call.Receiving => socket.Protocol != Protocol.Tcp && socket.Inbox.IsEmpty,
        Call.Sending => socket.IsLocalStream,
        _ => run.State.World.AnswersLater && socket.Protocol == Protocol.Tcp,
    };
}
