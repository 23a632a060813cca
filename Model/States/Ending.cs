namespace Verify.Model.States;

/// <summary>How far the end of a TCP connection has got (netinet/tcp_fsm.h).</summary>
public enum Ending
{
    /// <summary>Neither end has finished.</summary>
    None,

    /// <summary>The own end finishes once the connection request is answered (TF_NEEDFIN).</summary>
    Requested,

    /// <summary>The own end has finished, and the other has acknowledged that (FIN_WAIT_2).</summary>
    Finished,

    /// <summary>The other end has finished (CLOSE_WAIT).</summary>
    PeerFinished,
}
