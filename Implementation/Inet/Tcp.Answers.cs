using Verify.Abi;

namespace Verify.Implementation.Inet;

/// <summary>What other hosts answer to a connection request, or do to a connection.</summary>
internal sealed partial class Tcp
{
    /// <summary>
    /// SYN,ACK from another host. A listening socket and a port without a socket answer with a reset: ECONNREFUSED. An
    /// established connection and a socket in TCPS_CLOSED take no notice.
    /// </summary>
    public Errno Accepted(Endpoint source, Endpoint destination)
    {
        if (Table.LookupHash(source, destination, wildcard: true) is not { Socket.IsListening: false } pcb)
        {
            return Errno.ECONNREFUSED;
        }

        if (pcb.IsSynSent)
        {
            Establish(pcb);
        }

        return Errno.None;
    }

    /// <summary>RST from another host: refuses a connection, or ends it.</summary>
    public void Reset(Endpoint source, Endpoint destination)
    {
        if (Table.LookupHash(source, destination, wildcard: false) is { } pcb)
        {
            Drop(pcb.Socket, pcb.IsSynSent ? Errno.ECONNREFUSED : Errno.ECONNRESET);
        }
    }

    /// <summary>No answer has come: tcp_timer_keep.</summary>
    public void TimeOut(Endpoint source, Endpoint destination)
    {
        if (Table.LookupHash(source, destination, wildcard: false) is { IsSynSent: true } pcb)
        {
            Drop(pcb.Socket, Errno.ETIMEDOUT);
        }
    }
}
