namespace Verify.Abi;

/// <summary>What stat(2) tells of a node.</summary>
/// <param name="Node">
/// Its inode number: nodes are numbered in the order in which they are made, from the root directory, which is 1. A node
/// under the root of a procfs has 16 times (its process's id + 1), and more for its files: <c>status</c> 1, <c>mem</c> 4,
/// <c>regs</c> 5, <c>fpregs</c> 6, <c>dbregs</c> 7, <c>ctl</c> 8, <c>note</c> 10, <c>notepg</c> 11, <c>map</c> 12,
/// <c>etype</c> 13, <c>cmdline</c> 14, <c>rlimit</c> 15; <c>curproc</c> has 8.
/// </param>
/// <param name="Mode">Its type and mode, see <see cref="FileModes"/>.</param>
/// <param name="Links">How many names it has; a directory's own <c>.</c> and its children's <c>..</c> count.</param>
/// <param name="Uid">Its owner.</param>
/// <param name="Gid">Its group.</param>
/// <param name="Device">A device's number, or 0.</param>
public readonly record struct FileStatus(int Node, int Mode, int Links, int Uid, int Gid, int Device)
{
    /// <summary>As in an outcome's text: node, mode in octal, links, uid, gid, device.</summary>
    public override string ToString() => $"{Node} {Convert.ToString(Mode, 8)} {Links} {Uid} {Gid} {Device}";
}
