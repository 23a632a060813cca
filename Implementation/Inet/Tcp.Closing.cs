using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>shutdown(2) of a connection: the states after TCPS_ESTABLISHED.</summary>
internal sealed partial class Tcp
{
    /// <summary>
    /// tcp_usrclosed. An unconnected socket loses its PCB. A connection sends a FIN, and one that has not been answered
    /// sends it then.
    /// </summary>
    public override Errno Shutdown(Socket socket)
    {
        if (socket.Pcb is not { } pcb)
        {
            return Errno.EINVAL;
        }

        sockets.EndSending(socket);
        if (pcb.Foreign.IsNone)
        {
            Drop(socket);
        }
        else if (pcb.IsSynSent)
        {
            pcb.IsFinSent = true;
        }
        else if (pcb.IsFinSent)
        {
            sockets.SetDisconnected(socket);
        }
        else
        {
            SendFin(pcb);
        }

        return Errno.None;
    }

    /// <summary>
    /// Sends a FIN, which the other end acknowledges at once. If that end has sent one before, or is this very socket,
    /// the connection is over for both.
    /// </summary>
    private void SendFin(Pcb pcb)
    {
        pcb.IsFinSent = true;
        Pcb? peer = Table.LookupHash(pcb.Local, pcb.Foreign, wildcard: false);
        if (pcb.IsFinReceived || ReferenceEquals(peer, pcb))
        {
            Drop(pcb.Socket);
            if (peer is not null && !ReferenceEquals(peer, pcb))
            {
                Drop(peer.Socket);
            }

            return;
        }

        if (peer is not null)
        {
            peer.IsFinReceived = true;
            sockets.EndArrivals(peer.Socket);
        }

        Acknowledge(pcb.Socket);
    }

    /// <summary>TCPS_FIN_WAIT_2: a socket that receives nothing either is disconnected, but keeps its PCB.</summary>
    private void Acknowledge(Socket socket)
    {
        if (socket.CannotReceive)
        {
            sockets.SetDisconnected(socket);
        }
    }
}
