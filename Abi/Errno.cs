namespace Verify.Abi;

/// <summary>Error numbers, with FreeBSD's values (sys/errno.h). Only those that a call here can return.</summary>
public enum Errno
{
    /// <summary>No error.</summary>
    None = 0,

    /// <summary>Operation not permitted: the superuser's only.</summary>
    EPERM = 1,

    /// <summary>No such file, directory or sysctl variable.</summary>
    ENOENT = 2,

    /// <summary>No such process.</summary>
    ESRCH = 3,

    /// <summary>Input or output failed: what was open is dead.</summary>
    EIO = 5,

    /// <summary>No such device, or nothing drives it.</summary>
    ENXIO = 6,

    /// <summary>Not an open descriptor.</summary>
    EBADF = 9,

    /// <summary>No memory for it.</summary>
    ENOMEM = 12,

    /// <summary>Permission denied: a port under 1024, a broadcast.</summary>
    EACCES = 13,

    /// <summary>A pointer leads nowhere.</summary>
    EFAULT = 14,

    /// <summary>Busy: jail(2) with an IPv4 socket still open.</summary>
    EBUSY = 16,

    /// <summary>It is there already.</summary>
    EEXIST = 17,

    /// <summary>On another file system.</summary>
    EXDEV = 18,

    /// <summary>No such kind of file system.</summary>
    ENODEV = 19,

    /// <summary>Not a directory.</summary>
    ENOTDIR = 20,

    /// <summary>A directory, or a node of the sysctl tree.</summary>
    EISDIR = 21,

    /// <summary>Invalid argument.</summary>
    EINVAL = 22,

    /// <summary>The process has no descriptor free.</summary>
    EMFILE = 24,

    /// <summary>Not a request for what the descriptor leads to.</summary>
    ENOTTY = 25,

    /// <summary>The file system is full.</summary>
    ENOSPC = 28,

    /// <summary>A socket has no place to read from.</summary>
    ESPIPE = 29,

    /// <summary>The file system is read-only.</summary>
    EROFS = 30,

    /// <summary>Nobody reads what is written: the connection is over.</summary>
    EPIPE = 32,

    /// <summary>Nothing there now, or no port or process free (EWOULDBLOCK is the same number).</summary>
    EAGAIN = 35,

    /// <summary>The descriptor is not a socket.</summary>
    ENOTSOCK = 38,

    /// <summary>No destination was given and there is no connection.</summary>
    EDESTADDRREQ = 39,

    /// <summary>More than the buffer can ever hold.</summary>
    EMSGSIZE = 40,

    /// <summary>No such option at this level.</summary>
    ENOPROTOOPT = 42,

    /// <summary>No such protocol in this domain.</summary>
    EPROTONOSUPPORT = 43,

    /// <summary>Not for a socket of this type or state.</summary>
    EOPNOTSUPP = 45,

    /// <summary>The address's family does not fit.</summary>
    EAFNOSUPPORT = 47,

    /// <summary>The address and port are taken.</summary>
    EADDRINUSE = 48,

    /// <summary>Not an address that can be used here.</summary>
    EADDRNOTAVAIL = 49,

    /// <summary>The peer reset the connection.</summary>
    ECONNRESET = 54,

    /// <summary>No memory for it: a zone is full.</summary>
    ENOBUFS = 55,

    /// <summary>Connected already.</summary>
    EISCONN = 56,

    /// <summary>Not connected.</summary>
    ENOTCONN = 57,

    /// <summary>No answer.</summary>
    ETIMEDOUT = 60,

    /// <summary>Nobody listens there.</summary>
    ECONNREFUSED = 61,

    /// <summary>Too many symbolic links.</summary>
    ELOOP = 62,

    /// <summary>A name is too long.</summary>
    ENAMETOOLONG = 63,

    /// <summary>No route to the host.</summary>
    EHOSTUNREACH = 65,

    /// <summary>The directory is not empty.</summary>
    ENOTEMPTY = 66,

    /// <summary>Over the quota.</summary>
    EDQUOT = 69,

    /// <summary>Not a mode for that type of file.</summary>
    EFTYPE = 79,
}
