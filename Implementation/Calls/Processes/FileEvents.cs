using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>What poll(2) and select(2) answer for one descriptor: what fo_poll leads to.</summary>
internal static class FileEvents
{
    private const PollEvents Ordinary = PollEvents.POLLIN | PollEvents.POLLRDNORM | PollEvents.POLLOUT;

    /// <summary>POLLSTANDARD: the events that files of every kind know.</summary>
    private const PollEvents Standard = Ordinary | PollEvents.POLLPRI | PollEvents.POLLRDBAND | PollEvents.POLLWRBAND
        | PollEvents.POLLERR | PollEvents.POLLHUP | PollEvents.POLLNVAL;

    /// <summary>The events are a short. A closed descriptor is no error, and a negative one is ignored.</summary>
    public static PollEvents Of(OpenFile? file, PollEntry entry)
    {
        var events = (PollEvents)(short)entry.Events;
        return entry.Fd < 0 ? PollEvents.None
            : file is null ? PollEvents.POLLNVAL
            : file.Socket is { } socket ? socket.Protocol.Poll(socket, events)
            : file.Node is { } node ? OfNode(node, events)
            : events & PollEvents.POLLOUT;
    }

    /// <summary>
    /// A local file system leaves POLLIN out, and takes note of events of its own, which never come: vop_stdpoll.
    /// Others refuse those: vop_nopoll. A device has no opinion on them: seltrue.
    /// </summary>
    private static PollEvents OfNode(Node node, PollEvents events)
    {
        bool isStandard = (events & ~Standard) == 0;
        return node.IsDead ? PollEvents.POLLHUP
            : node.Type is FileModes.CharacterDevice or FileModes.BlockDevice ? events & Ordinary
            : node.FileSystem.Kind == FileSystemKind.Procfs
                ? isStandard ? events & Ordinary : PollEvents.POLLNVAL
            : isStandard ? events & (PollEvents.POLLRDNORM | PollEvents.POLLOUT)
            : PollEvents.None;
    }
}
