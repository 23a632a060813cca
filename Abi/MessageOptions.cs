namespace Verify.Abi;

/// <summary>Flags of send(2) and recv(2), with FreeBSD's values (sys/socket.h).</summary>
[Flags]
public enum MessageOptions
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Urgent data, which a protocol carries beside the stream.</summary>
    MSG_OOB = 0x1,

    /// <summary>Receive, and leave it in the buffer.</summary>
    MSG_PEEK = 0x2,

    /// <summary>Send to attached networks only, as with SO_DONTROUTE.</summary>
    MSG_DONTROUTE = 0x4,

    /// <summary>The data ends a record.</summary>
    MSG_EOR = 0x8,

    /// <summary>Returned by recvmsg(2): the data was cut.</summary>
    MSG_TRUNC = 0x10,

    /// <summary>Returned by recvmsg(2): the control data was cut.</summary>
    MSG_CTRUNC = 0x20,

    /// <summary>Wait until the whole buffer can be filled.</summary>
    MSG_WAITALL = 0x40,

    /// <summary>Fail with EAGAIN in place of sleeping.</summary>
    MSG_DONTWAIT = 0x80,

    /// <summary>The data ends the connection.</summary>
    MSG_EOF = 0x100,
}
