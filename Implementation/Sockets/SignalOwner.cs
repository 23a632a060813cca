using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>
/// A process or process group that receives SIGIO and SIGURG, with the list of sockets that name it: p_sigiolst and
/// pg_sigiolst. FreeBSD links owner and socket through a struct sigio; a socket has at most one, so here the list links
/// the sockets themselves.
/// </summary>
internal abstract class SignalOwner : ZoneItem
{
    private IntrusiveList<Socket, Socket.InOwned> _owned;

    /// <summary>The value F_GETOWN returns: a process id, or a negated process group id.</summary>
    public abstract int OwnerId { get; }

    /// <summary>The first socket owned.</summary>
    public Socket? FirstOwned => _owned.First;

    public abstract bool IsIn(Session session);

    /// <summary>Replaces the owner of a socket; null means none: fsetown and funsetown of kern_descrip.c.</summary>
    public static void Set(Socket socket, SignalOwner? owner)
    {
        socket.SignalOwner?._owned.Remove(socket);
        socket.SignalOwner = owner;
        owner?._owned.InsertHead(socket);
    }

    /// <summary>Removes itself as the owner of all sockets when it ends: funsetownlst of kern_descrip.c.</summary>
    public void DisownAll()
    {
        while (_owned.First is { } socket)
        {
            Set(socket, null);
        }
    }

    /// <summary>True if the socket is linked consistently.</summary>
    public bool Holds(Socket socket) => _owned.Holds(socket);

    internal override void Clear() => _owned = default;
}
