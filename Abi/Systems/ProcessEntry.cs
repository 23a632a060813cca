namespace Verify.Abi.Systems;

/// <summary>One line of ps(1) and fstat(1): a process, its ids and its directories.</summary>
/// <param name="Pid">The process.</param>
/// <param name="Parent">Its parent; 0 if it has none.</param>
/// <param name="Uid">Its user id.</param>
/// <param name="Gid">Its group id.</param>
/// <param name="Nice">Its nice value.</param>
/// <param name="Root">The inode number of its root directory.</param>
/// <param name="Directory">The inode number of its current directory.</param>
/// <param name="Prison">The address of its prison; null on the host.</param>
public readonly record struct ProcessEntry(
    int Pid, int Parent, int Uid, int Gid, int Nice, int Root, int Directory, Ipv4? Prison);
