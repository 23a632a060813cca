using Verify.Abi;
using Verify.Implementation.Local;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>Messages to local sockets, which may have a name and control data: uipc_send (S9).</summary>
internal sealed class LocalSends(LocalNames names, RightsCalls rights)
{
    /// <summary>
    /// The errors of the control data, EISCONN if a connected socket is given a name, those of the name, ENOTCONN
    /// without one, ENOBUFS.
    /// </summary>
    public Errno SendDatagram(Process caller, Socket socket, Data data, in SocketAddress? name, Data control)
    {
        Errno error = Attach(caller, control, out Attachment attached);
        if (error != Errno.None)
        {
            return error;
        }

        var protocol = (LocalDatagram)socket.Protocol;
        error = name is not { } target ? protocol.SendMessage(socket, data, attached)
            : socket.Peer is not null ? Errno.EISCONN
            : SendTo(caller, socket, data, target, attached);
        return Finish(error, attached);
    }

    /// <summary>A message with control data on a connected stream.</summary>
    public Errno SendMessage(Process caller, Socket socket, Data data, Data control)
    {
        Errno error = Attach(caller, control, out Attachment attached);
        return error == Errno.None
            ? Finish(((LocalStream)socket.Protocol).SendMessage(socket, data, attached), attached)
            : error;
    }

    private Errno SendTo(Process caller, Socket socket, Data data, in SocketAddress name, in Attachment attached)
    {
        Errno error = names.Find(caller, socket, name, out Socket target);
        return error == Errno.None
            ? ((LocalDatagram)socket.Protocol).SendTo(socket, target, data, attached)
            : error;
    }

    private Errno Attach(Process caller, Data control, out Attachment attached)
    {
        attached = default;
        return control.Length == 0 ? Errno.None : rights.Internalize(caller, control, out attached);
    }

    private Errno Finish(Errno error, in Attachment attached)
    {
        if (error != Errno.None)
        {
            rights.Dispose(attached);
        }

        return error;
    }
}
