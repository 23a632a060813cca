using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>
/// Whom SIGIO and SIGURG of sockets go to, and the list of these sockets: p_sigiolst of a process, pg_sigiolst of a
/// process group. FreeBSD puts a struct sigio between the two; a socket has at most one, so here the socket itself is
/// in the list.
/// </summary>
internal abstract class SignalOwner : ZoneItem
{
    private IntrusiveList<Socket, Socket.InOwned> _owned;

    /// <summary>What F_GETOWN says of it: a process's id, or a process group's id negated.</summary>
    public abstract int OwnerId { get; }

    /// <summary>The first socket that names it.</summary>
    public Socket? FirstOwned => _owned.First;

    public abstract bool IsIn(Session session);

    /// <summary>
    /// Gives a socket an owner instead of the one that it has; null is nobody: kern_descrip.c:fsetown and funsetown.
    /// </summary>
    public static void Set(Socket socket, SignalOwner? owner)
    {
        socket.SignalOwner?._owned.Remove(socket);
        socket.SignalOwner = owner;
        owner?._owned.InsertHead(socket);
    }

    /// <summary>It ends, and no socket names it any more: kern_descrip.c:funsetownlst.</summary>
    public void DisownAll()
    {
        while (_owned.First is { } socket)
        {
            Set(socket, null);
        }
    }

    /// <summary>True where the socket is properly in the list.</summary>
    public bool Holds(Socket socket) => _owned.Holds(socket);

    internal override void Clear() => _owned = default;
}
