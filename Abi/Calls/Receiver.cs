namespace Verify.Abi.Calls;

/// <summary>
/// A socket named by the process and descriptor that own it: of several owners the lowest pid, of several descriptors
/// the lowest.
/// </summary>
public readonly record struct Receiver(int Pid, int Fd);
