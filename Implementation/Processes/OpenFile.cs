using Verify.Abi;
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
    /// <summary>FCNTLFLAGS: what F_SETFL sets, and open(2) keeps. The last one is O_FSYNC.</summary>
    public const OpenOptions StatusFlags =
        OpenOptions.O_NONBLOCK | OpenOptions.O_APPEND | OpenOptions.O_ASYNC | (OpenOptions)0x80;

    private Links<OpenFile> _inFlight;

    /// <summary>The number of descriptors that refer to it, in tables and in messages: f_count.</summary>
    public int References { get; set; }

    /// <summary>Those of them that are in messages: f_msgcount.</summary>
    public int InFlight { get; set; }

    /// <summary>FMARK: a message in which it is can be received. Only the collector sets it.</summary>
    public bool IsMarked { get; set; }

    /// <summary>The number of files that were opened before it.</summary>
    public long Serial { get; set; }

    /// <summary>The next file that is in a message.</summary>
    public OpenFile? NextInFlight => _inFlight.Next;

    /// <summary>The socket, if it is one.</summary>
    public Socket? Socket { get; set; }

    /// <summary>The node, if it is one.</summary>
    public Node? Node { get; set; }

    /// <summary>The access a node was opened for: FREAD and FWRITE.</summary>
    public AccessModes Access { get; set; }

    /// <summary>
    /// The status flags of open(2) and F_SETFL: f_flag without the access mode. Whether a socket sleeps is kept at the
    /// socket; the two differ only after accept(2).
    /// </summary>
    public OpenOptions Flags { get; set; }

    internal override void Clear()
    {
        References = 0;
        InFlight = 0;
        IsMarked = false;
        Serial = 0;
        Socket = null;
        Node = null;
        Access = AccessModes.None;
        Flags = default;
    }

    internal readonly struct OfMessages : ILinksOf<OpenFile>
    {
        public static ref Links<OpenFile> Of(OpenFile item) => ref item._inFlight;
    }
}
