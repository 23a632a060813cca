using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Local;

/// <summary>The names of local sockets, which are nodes of the file system: unp_bind and unp_connect (S9).</summary>
internal sealed class LocalNames(Namei namei, NodeCreation creation)
{
    /// <summary>The bytes of an address before the path.</summary>
    private const int PathAt = 2;

    /// <summary>
    /// EINVAL if it has a node or the address has no path, the errors of the path, EADDRINUSE if that exists, no space.
    /// Symbolic links are not followed at the end.
    /// </summary>
    public Errno Bind(Process caller, Socket socket, in SocketAddress name)
    {
        if (socket.Node is not null || name.Length <= PathAt)
        {
            return Errno.EINVAL;
        }

        Errno error = creation.FindPlace(caller, name.LocalPath, LookupOptions.None, out Lookup place);
        if (error != Errno.None)
        {
            return error == Errno.EEXIST ? Errno.EADDRINUSE : error;
        }

        int mode = FileModes.Socket | FileModes.Access & ~caller.ModeMask;
        error = creation.Make(caller, place, mode, out Node node);
        if (error == Errno.None)
        {
            node.Socket = socket;
            socket.Node = NodeTable.Hold(node);
            socket.Name = name;
        }

        return error;
    }

    /// <summary>
    /// Finds the socket to connect to: EINVAL without a path, the errors of the path, ENOTSOCK, EACCES if the caller
    /// may not write to it, ECONNREFUSED if no socket is bound to it any more, EPROTOTYPE if that is of the other type.
    /// </summary>
    public Errno Find(Process caller, Socket socket, in SocketAddress name, out Socket target)
    {
        target = null!;
        if (name.Length <= PathAt)
        {
            return Errno.EINVAL;
        }

        Errno error = namei.Find(caller, name.LocalPath, out Node node);
        if (error != Errno.None)
        {
            return error;
        }

        target = (Socket)node.Socket!;
        return node.Type != FileModes.Socket ? Errno.ENOTSOCK
            : !Access.Allows(caller.Credentials, node, AccessModes.Write) ? Errno.EACCES
            : target is null ? Errno.ECONNREFUSED
            : !ReferenceEquals(target.Protocol, socket.Protocol) ? Errno.EPROTOTYPE
            : Errno.None;
    }
}
