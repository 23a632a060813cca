namespace Verify.Abi;

/// <summary>What poll(2) is asked for and answers (sys/poll.h).</summary>
[Flags]
public enum PollEvents
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A receive, or accept, would not sleep.</summary>
    POLLIN = 0x1,

    /// <summary>There is urgent data.</summary>
    POLLPRI = 0x2,

    /// <summary>A send would not sleep.</summary>
    POLLOUT = 0x4,

    /// <summary>Answered only: an error.</summary>
    POLLERR = 0x8,

    /// <summary>Answered only: the other side has hung up.</summary>
    POLLHUP = 0x10,

    /// <summary>Answered only: the descriptor is not open, or cannot be asked for this.</summary>
    POLLNVAL = 0x20,

    /// <summary>There is data that is not urgent.</summary>
    POLLRDNORM = 0x40,

    /// <summary>There is urgent data.</summary>
    POLLRDBAND = 0x80,

    /// <summary>Urgent data can be sent.</summary>
    POLLWRBAND = 0x100,
}
