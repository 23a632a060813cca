namespace Verify.Abi;

/// <summary>Error numbers with FreeBSD's values (sys/errno.h); only those that a call here can return.</summary>
public enum Errno
{
    /// <summary>No error.</summary>
    None = 0,

    /// <summary>Operation not permitted: for the superuser only.</summary>
    EPERM = 1,

    /// <summary>No such file, directory or sysctl variable.</summary>
    ENOENT = 2,

    /// <summary>No such process.</summary>
    ESRCH = 3,

    /// <summary>Interrupted: a signal was caught while the call slept.</summary>
    EINTR = 4,

    /// <summary>Input/output error: the open file is dead.</summary>
    EIO = 5,

    /// <summary>Device not configured: it has no driver.</summary>
    ENXIO = 6,

    /// <summary>Argument list too long: too many descriptors in one message.</summary>
    E2BIG = 7,

    /// <summary>The descriptor is not open, or not for this access.</summary>
    EBADF = 9,

    /// <summary>Cannot allocate memory.</summary>
    ENOMEM = 12,

    /// <summary>Permission denied: a mode, a port below 1024, a broadcast.</summary>
    EACCES = 13,

    /// <summary>Bad address: a null pointer.</summary>
    EFAULT = 14,

    /// <summary>Busy: a file system in use, a traced process, jail(2) with an IPv4 socket open.</summary>
    EBUSY = 16,

    /// <summary>The file exists.</summary>
    EEXIST = 17,

    /// <summary>Cross-device link: another file system.</summary>
    EXDEV = 18,

    /// <summary>Operation not supported by device: an unknown file system type.</summary>
    ENODEV = 19,

    /// <summary>Not a directory.</summary>
    ENOTDIR = 20,

    /// <summary>Is a directory, or an inner node of the sysctl tree.</summary>
    EISDIR = 21,

    /// <summary>Invalid argument.</summary>
    EINVAL = 22,

    /// <summary>The process has no free descriptor.</summary>
    EMFILE = 24,

    /// <summary>Inappropriate request for this kind of descriptor.</summary>
    ENOTTY = 25,

    /// <summary>The file system is full.</summary>
    ENOSPC = 28,

    /// <summary>Illegal seek: a socket has no file offset.</summary>
    ESPIPE = 29,

    /// <summary>The file system is read-only.</summary>
    EROFS = 30,

    /// <summary>Broken pipe: the connection has ended.</summary>
    EPIPE = 32,

    /// <summary>Numerical argument out of domain: a time-out.</summary>
    EDOM = 33,

    /// <summary>
    /// Resource temporarily unavailable: the call would sleep, or no port or process is free (the same number as
    /// EWOULDBLOCK).
    /// </summary>
    EAGAIN = 35,

    /// <summary>The connection is being made.</summary>
    EINPROGRESS = 36,

    /// <summary>An earlier connect has not ended yet.</summary>
    EALREADY = 37,

    /// <summary>The descriptor is not a socket.</summary>
    ENOTSOCK = 38,

    /// <summary>Destination address required.</summary>
    EDESTADDRREQ = 39,

    /// <summary>Message too long for the send buffer.</summary>
    EMSGSIZE = 40,

    /// <summary>The other socket is of another type.</summary>
    EPROTOTYPE = 41,

    /// <summary>Protocol option not available.</summary>
    ENOPROTOOPT = 42,

    /// <summary>Protocol not supported in this domain.</summary>
    EPROTONOSUPPORT = 43,

    /// <summary>Operation not supported by a socket of this type or state.</summary>
    EOPNOTSUPP = 45,

    /// <summary>Address family not supported by the protocol.</summary>
    EAFNOSUPPORT = 47,

    /// <summary>Address and port already in use.</summary>
    EADDRINUSE = 48,

    /// <summary>Cannot assign the requested address.</summary>
    EADDRNOTAVAIL = 49,

    /// <summary>Network is down: the interface is.</summary>
    ENETDOWN = 50,

    /// <summary>Network is unreachable: not attached, and routing is switched off.</summary>
    ENETUNREACH = 51,

    /// <summary>Software caused connection abort.</summary>
    ECONNABORTED = 53,

    /// <summary>The peer reset the connection.</summary>
    ECONNRESET = 54,

    /// <summary>No buffer space available: a zone is full.</summary>
    ENOBUFS = 55,

    /// <summary>Socket is already connected.</summary>
    EISCONN = 56,

    /// <summary>Socket is not connected.</summary>
    ENOTCONN = 57,

    /// <summary>Too many references: the socket is a member of as many groups as it can be.</summary>
    ETOOMANYREFS = 59,

    /// <summary>Operation timed out: no answer.</summary>
    ETIMEDOUT = 60,

    /// <summary>Connection refused: no socket is bound there.</summary>
    ECONNREFUSED = 61,

    /// <summary>Too many symbolic links.</summary>
    ELOOP = 62,

    /// <summary>A name is too long.</summary>
    ENAMETOOLONG = 63,

    /// <summary>Host is down: its route on an Ethernet is rejected.</summary>
    EHOSTDOWN = 64,

    /// <summary>No route to the host.</summary>
    EHOSTUNREACH = 65,

    /// <summary>The directory is not empty.</summary>
    ENOTEMPTY = 66,

    /// <summary>Disc quota exceeded.</summary>
    EDQUOT = 69,

    /// <summary>Inappropriate mode for the type of the file.</summary>
    EFTYPE = 79,
}
