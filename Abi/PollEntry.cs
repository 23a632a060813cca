namespace Verify.Abi;

/// <summary>One struct pollfd: a descriptor and the events that poll(2) is asked for, or answers.</summary>
public readonly record struct PollEntry(int Fd, PollEvents Events);
