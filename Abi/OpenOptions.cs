namespace Verify.Abi;

/// <summary>Flags of open(2), with FreeBSD's values (sys/fcntl.h). The low two bits are how the file is opened.</summary>
[Flags]
public enum OpenOptions
{
    /// <summary>For reading.</summary>
    O_RDONLY = 0,

    /// <summary>For writing.</summary>
    O_WRONLY = 1,

    /// <summary>For both.</summary>
    O_RDWR = 2,

    /// <summary>The bits of the three above; 3 is none of them, which is EINVAL.</summary>
    O_ACCMODE = 3,

    /// <summary>Make it where it is not there.</summary>
    O_CREAT = 0x200,

    /// <summary>With O_CREAT: fail where it is there.</summary>
    O_EXCL = 0x800,
}
