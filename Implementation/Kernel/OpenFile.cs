using Verify.Implementation.Sockets;

namespace Verify.Implementation.Kernel;

/// <summary>An open file, shared by the descriptors that were copied by fork(2): FreeBSD's struct file.</summary>
internal sealed class OpenFile : ZoneItem
{
    /// <summary>How many descriptors refer to it.</summary>
    public int References { get; set; }

    /// <summary>What it is, where it is a socket; null for the console.</summary>
    public Socket? Socket { get; set; }

    internal override void Clear()
    {
        References = 0;
        Socket = null;
    }
}
