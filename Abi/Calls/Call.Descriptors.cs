namespace Verify.Abi.Calls;

/// <summary>Calls on descriptors themselves.</summary>
public abstract partial record Call
{
    /// <summary>close(2).</summary>
    public sealed record Close(int Pid, int Fd) : OnDescriptor(Pid, Fd);

    /// <summary>dup(2). Value: the lowest free descriptor, which refers to the same open file.</summary>
    public sealed record Dup(int Pid, int Fd) : OnDescriptor(Pid, Fd);

    /// <summary>
    /// dup2(2): the target refers to the same open file, and is closed first if it is another open descriptor. Value:
    /// the target.
    /// </summary>
    public sealed record Dup2(int Pid, int Fd, int Target) : OnDescriptor(Pid, Fd);

    /// <summary>
    /// fcntl(2) with F_DUPFD. Value: the lowest free descriptor that is not below the least one.
    /// </summary>
    public sealed record FcntlDup(int Pid, int Fd, int Least) : OnDescriptor(Pid, Fd);
}
