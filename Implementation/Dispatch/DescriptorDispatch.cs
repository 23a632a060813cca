using Verify.Abi;
using Verify.Implementation.Calls.Files;
using Verify.Implementation.Calls.Processes;
using Verify.Implementation.Calls.Sockets;
using Verify.Implementation.Processes;
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
    TransferCalls transfers)
{
    public Outcome Execute(Process caller, Call.OnDescriptor call) =>
        caller.Descriptors[call.Fd] is { } file ? Execute(caller, file, call) : Outcome.Failed(Errno.EBADF);

    private Outcome Execute(Process caller, OpenFile file, Call.OnDescriptor call) => call switch
    {
        Call.Close => descriptors.Close(caller, call.Fd),
        Call.PassFd pass => descriptors.Pass(caller, file, pass.Target),
        Call.Read => reading.Read(caller, file),
        Call.ReadDir => reading.ReadDir(caller, file),
        Call.FChDir => roots.FChDir(caller, file),
        Call.FcntlSetOwn set => owners.Set(caller, file, set.Owner),
        Call.FcntlGetOwn => OwnerCalls.Get(file),
        _ => file.Socket is not { } socket ? Outcome.Failed(Errno.ENOTSOCK)
            : socket.Protocol is ITransport ? Execute(caller, socket, call)
            : Outcome.Failed(Errno.EOPNOTSUPP),
    };

    private Outcome Execute(Process caller, Socket socket, Call.OnDescriptor call) => call switch
    {
        Call.Bind bind => NameCalls.Bind(caller, socket, bind.Address),
        Call.Connect connect => connections.Connect(caller, socket, connect.Address),
        Call.SendTo send => transfers.SendTo(caller, socket, send.Data, send.Address),
        Call.RecvFrom => transfers.RecvFrom(socket),
        Call.Listen listen => connections.Listen(caller, socket, listen.Backlog),
        Call.Accept => creation.Accept(caller, socket),
        Call.GetSockName => NameCalls.GetSockName(socket),
        Call.GetPeerName => NameCalls.GetPeerName(socket),
        Call.SetSockOpt set => OptionCalls.Set(socket, set.Option, set.Value),
        Call.GetSockOpt get => OptionCalls.Get(socket, get.Option),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
