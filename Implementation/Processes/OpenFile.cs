using Verify.Implementation.Files;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Processes;

/// <summary>
/// An open file, shared by descriptors copied by fork(2) or passed to other processes: FreeBSD's struct file. It is a
/// socket, a node, or neither (the console).
/// </summary>
internal sealed class OpenFile : ZoneItem
{
    /// <summary>The number of descriptors that refer to it.</summary>
    public int References { get; set; }

    /// <summary>The socket, if it is one.</summary>
    public Socket? Socket { get; set; }

    /// <summary>The node, if it is one.</summary>
    public Node? Node { get; set; }

    /// <summary>The access a node was opened for: FREAD and FWRITE.</summary>
    public AccessModes Access { get; set; }

    internal override void Clear()
    {
        References = 0;
        Socket = null;
        Node = null;
        Access = AccessModes.None;
    }
}
