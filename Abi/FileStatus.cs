namespace Verify.Abi;

/// <summary>The result of stat(2).</summary>
/// <param name="Node">
/// Its inode number: nodes are numbered in the order of their creation, the root directory is 1. The directory of a
/// process on a procfs has 16 times (pid + 1); its files add to that: <c>status</c> 1, <c>mem</c> 4, <c>regs</c> 5,
/// <c>fpregs</c> 6, <c>dbregs</c> 7, <c>ctl</c> 8, <c>note</c> 10, <c>notepg</c> 11, <c>map</c> 12, <c>etype</c> 13,
/// <c>cmdline</c> 14, <c>rlimit</c> 15; <c>curproc</c> is 8.
/// </param>
/// <param name="Mode">Its type and mode, see <see cref="FileModes"/>.</param>
/// <param name="Links">Its link count, including the <c>.</c> of a directory and its children's <c>..</c>.</param>
/// <param name="Uid">Its owner.</param>
/// <param name="Gid">Its group.</param>
/// <param name="Device">A device's number, or 0.</param>
public readonly record struct FileStatus(int Node, int Mode, int Links, int Uid, int Gid, int Device)
{
    /// <summary>As in an outcome's text: node, mode in octal, links, uid, gid, device.</summary>
    public override string ToString() => $"{Node} {Convert.ToString(Mode, 8)} {Links} {Uid} {Gid} {Device}";
}
