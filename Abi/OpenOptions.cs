namespace Verify.Abi;

/// <summary>
/// Flags of open(2) and of fcntl(2) with F_SETFL, with FreeBSD's values (sys/fcntl.h). The low two bits are the access
/// mode.
/// </summary>
[Flags]
public enum OpenOptions
{
    /// <summary>For reading.</summary>
    O_RDONLY = 0,

    /// <summary>For writing.</summary>
    O_WRONLY = 1,

    /// <summary>For both.</summary>
    O_RDWR = 2,

    /// <summary>The mask of the three above; open(2) with 3 fails with EINVAL.</summary>
    O_ACCMODE = 3,

    /// <summary>Fail with EAGAIN in place of sleeping.</summary>
    O_NONBLOCK = 4,

    /// <summary>Write at the end of the file.</summary>
    O_APPEND = 8,

    /// <summary>Send SIGIO when input or output becomes possible.</summary>
    O_ASYNC = 0x40,

    /// <summary>Create the file if it does not exist.</summary>
    O_CREAT = 0x200,

    /// <summary>With O_CREAT: fail if the file exists.</summary>
    O_EXCL = 0x800,
}
