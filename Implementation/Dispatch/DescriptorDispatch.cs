using Verify.Abi;
using Verify.Implementation.Calls.Files;
using Verify.Implementation.Calls.Processes;
using Verify.Implementation.Calls.Sockets;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Dispatch;

/// <summary>Dispatches calls that take a descriptor. Some accept any file, most need a socket.</summary>
internal sealed class DescriptorDispatch(
    DescriptorCalls descriptors,
    OwnerCalls owners,
    ReadCalls reading,
    RootCalls roots,
    CreationCalls creation,
    ConnectionCalls connections,
    SendCalls sending,
    ReceiveCalls receiving,
    ShutdownCalls shutdowns,
    InterfaceCalls interfaces,
    SignalPosting signals,
    ProcessCalls processes)
{
    public Outcome Execute(Process caller, Call.OnDescriptor call) =>
        caller.Descriptors[call.Fd] is { } file
            ? Finish(caller, call, Execute(caller, file, call))
            : Outcome.Failed(Errno.EBADF);

    /// <summary>
    /// Continues a call where it slept. The descriptor is still open: only the process itself can close it.
    /// </summary>
    public Outcome Continue(Process caller, in SleepingCall slept)
    {
        var call = (Call.OnDescriptor)slept.Call!;
        OpenFile file = caller.Descriptors[call.Fd]!;
        Socket socket = file.Socket!;
        return Finish(caller, call, call switch
        {
            Call.Accept => creation.TakeConnection(caller, file, socket),
            Call.Connect => connections.Await(caller, socket),
            Call.Receiving receive when slept.Taken.Length > 0 =>
                receiving.Continue(caller, socket, receive, slept.Taken, slept.Control),
            Call.Receiving receive => receiving.Receive(caller, socket, receive),
            Call.Sending send =>
                sending.Send(
                    caller, socket, send.Content, send.Address, send.Options, slept.Done,
                    slept.HasControl ? ((Call.SendMsg)send).Control : default),
            _ => throw new System.Diagnostics.UnreachableException(),
        });
    }

    /// <summary>Notes which call sleeps. A broken pipe is a signal as well: sendit, write.</summary>
    private Outcome Finish(Process caller, Call.OnDescriptor call, in Outcome outcome)
    {
        if (outcome.IsAsleep)
        {
            caller.Sleeping.Call = call;
        }
        else if (call is Call.Sending && outcome.Error == Errno.EPIPE && signals.Post(caller, Signals.BrokenPipe))
        {
            processes.End(caller);
        }

        return outcome;
    }

    private Outcome Execute(Process caller, OpenFile file, Call.OnDescriptor call) => call switch
    {
        Call.Close => descriptors.Close(caller, call.Fd),
        Call.Dup => DescriptorCalls.Dup(caller, file),
        Call.Dup2 duplicate => descriptors.Dup2(caller, file, call.Fd, duplicate.Target),
        Call.FcntlDup duplicate => DescriptorCalls.DupFrom(caller, file, duplicate.Least),
        Call.Read or Call.ReadV when file.Socket is null =>
            reading.Read(caller, file, ((Call.Receiving)call).Capacity),
        Call.Write or Call.WriteV when file.Socket is null => ReadCalls.Write(file),
        Call.ReadDir => reading.ReadDir(caller, file),
        Call.FChDir => roots.FChDir(caller, file),
        Call.FcntlSetOwn set => owners.Set(caller, file, set.Owner),
        Call.FcntlGetOwn => owners.Get(caller, file),
        Call.FcntlSetFlags set => FlagCalls.Set(file, set.Flags),
        Call.FcntlGetFlags => FlagCalls.Get(file),
        Call.IoctlNonBlocking set => FlagCalls.SetNonBlocking(file, set.Value != 0),
        Call.IoctlAsync set => FlagCalls.SetAsync(file, set.Value != 0),
        Call.IoctlAtMark => FlagCalls.GetAtMark(file),
        Call.IoctlSetOwn set => owners.SetGroup(caller, file, set.Owner),
        Call.IoctlGetOwn => owners.GetGroup(caller, file),
        Call.IoctlReadable when file.Socket is null => FlagCalls.GetReadable(file),
        Call.OnInterface or Call.IoctlInterfaces when file.Socket is null => OwnerCalls.NotASocket(file),
        Call.OnInterface onInterface => interfaces.Execute(caller, file.Socket!, onInterface),
        Call.IoctlInterfaces list => interfaces.List(caller, list.Length),
        _ => file.Socket is not { } socket ? Outcome.Failed(Errno.ENOTSOCK)
            : socket.Protocol is not IdleProtocol ? Execute(caller, file, socket, call)
            : Outcome.Failed(Errno.EOPNOTSUPP),
    };

    private Outcome Execute(Process caller, OpenFile file, Socket socket, Call.OnDescriptor call) => call switch
    {
        Call.Bind bind => NameCalls.Bind(caller, socket, bind.Address),
        Call.Connect connect => connections.Connect(caller, socket, connect.Address),
        Call.Sending send => sending.SendTo(
            caller, socket, send.Content, send.Address, send.Options, (send as Call.SendMsg)?.Control ?? default),
        Call.Receiving receive => receiving.Receive(caller, socket, receive),
        Call.Shutdown shutdown => shutdowns.Shutdown(socket, shutdown.How),
        Call.IoctlReadable => Outcome.Returned(socket.Received.Queued),
        Call.Listen listen => connections.Listen(caller, socket, listen.Backlog),
        Call.Accept => creation.Accept(caller, file, socket),
        Call.GetSockName => NameCalls.GetSockName(socket),
        Call.GetPeerName => NameCalls.GetPeerName(socket),
        Call.SetSockOpt set => OptionCalls.Set(socket, set.Option, set.Value),
        Call.SetSockOptPair set => OptionCalls.SetPair(socket, set.Option, set.First, set.Second),
        Call.SetSockOptGroup set => MulticastCalls.SetMembership(socket, set.Option, set.Group, set.Interface),
        Call.GetSockOpt get => OptionCalls.Get(socket, get.Option),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
