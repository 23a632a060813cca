using Verify.Implementation.Files;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Processes;

/// <summary>
/// An open file, shared by the descriptors that were copied by fork(2) or passed: FreeBSD's struct file. It is a
/// socket, a node of a file system, or neither: the console.
/// </summary>
internal sealed class OpenFile : ZoneItem
{
    /// <summary>How many descriptors refer to it.</summary>
    public int References { get; set; }

    /// <summary>What it is, where it is a socket.</summary>
    public Socket? Socket { get; set; }

    /// <summary>What it is, where it is a node.</summary>
    public Node? Node { get; set; }

    /// <summary>What a node was opened for: FREAD and FWRITE.</summary>
    public AccessModes Access { get; set; }

    internal override void Clear()
    {
        References = 0;
        Socket = null;
        Node = null;
        Access = AccessModes.None;
    }
}
