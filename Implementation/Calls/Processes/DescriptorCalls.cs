using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Processes;

/// <summary>close(2), and passing descriptors: unp_internalize and unp_externalize in one step.</summary>
internal sealed class DescriptorCalls(ProcessTable processes, FileTable files)
{
    public Outcome Close(Process caller, int fd)
    {
        files.Close(caller.Descriptors, fd);
        return Outcome.Ok;
    }

    public Outcome Pass(Process caller, OpenFile file, int pid)
    {
        if (processes.FindVisible(caller.Credentials, pid) is not { } target)
        {
            return Outcome.Failed(Errno.ESRCH);
        }

        if (file.Socket is { } socket && !MayReceive(target, socket))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        if (!target.Descriptors.TryFindFree(target.Limits.Soft, out int fd))
        {
            return Outcome.Failed(Errno.EMFILE);
        }

        FileTable.Share(file, target.Descriptors, fd);
        return Outcome.Returned(fd);
    }

    /// <summary>
    /// A socket with network addresses may only be passed within its prison, or on the host (G1, D7).
    /// </summary>
    private static bool MayReceive(Process target, Socket socket) =>
        SocketFamilies.HasNoAddress(socket.Protocol.Family) || socket.Owner.IsInSamePrison(target.Credentials);
}
