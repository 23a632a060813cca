namespace Verify.Abi.Calls;

/// <summary>
/// A socket identified by the process and descriptor that own it: the lowest pid, then the lowest descriptor.
/// </summary>
public readonly record struct Receiver(int Pid, int Fd);
