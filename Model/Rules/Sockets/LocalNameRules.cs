using Verify.Abi;
using Verify.Model.Rules.Files;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>Local sockets and the file system: bind by a path, and the socket that a path leads to (S9).</summary>
internal static class LocalNameRules
{
    public static readonly Rule LocalBindTwice = new(
        "S9.bind-twice", "bind of a local socket that is bound to a node fails with EINVAL.",
        "kern/uipc_usrreq.c:unp_bind");
    public static readonly Rule LocalNoPath = new(
        "S9.no-path", "An address without a byte of a path fails with EINVAL on a local socket.",
        "kern/uipc_usrreq.c:unp_bind");
    public static readonly Rule LocalTaken = new(
        "S9.bind-taken", "bind of a local socket to a path that exists fails with EADDRINUSE, whatever it names.",
        "kern/uipc_usrreq.c:unp_bind");
    public static readonly Rule LocalBinds = new(
        "S9.bind", "bind of a local socket creates a node with all permissions less the caller's umask.",
        "kern/uipc_usrreq.c:unp_bind");
    public static readonly Rule LocalNoNode = new(
        "S9.connect-node", "A path that names something other than a socket's node fails with ENOTSOCK.",
        "kern/uipc_usrreq.c:unp_connect");
    public static readonly Rule LocalDenied = new(
        "S9.connect-denied", "Connecting to a local socket without write permission for its node fails with EACCES.",
        "kern/uipc_usrreq.c:unp_connect");
    public static readonly Rule LocalNobody = new(
        "S9.connect-nobody", "A node whose socket has been closed fails with ECONNREFUSED.",
        "kern/uipc_usrreq.c:unp_connect");
    public static readonly Rule LocalOtherType = new(
        "S9.connect-type", "Connecting to a local socket of the other type fails with EPROTOTYPE.",
        "kern/uipc_usrreq.c:unp_connect");

    /// <summary>The bytes of an address before the path.</summary>
    private const int BeforePath = 2;

    public static Verdict Bind(ref CallCheck check, Process caller, Socket socket, SocketAddress address)
    {
        LookupResult place = default;
        Denial? denial =
            AddressRules.CopyDenial(address) is { } uncopied ? uncopied
            : socket.End!.Node is not null ? new Denial(Errno.EINVAL, LocalBindTwice)
            : address.Length <= BeforePath ? new Denial(Errno.EINVAL, LocalNoPath)
            : LookupRules.LookupDenial(
                ref check, new LookupRequest(caller, LookupOperation.Create), address.LocalPath, out place)
                is { } unplaced ? unplaced
            : place.Node is not null ? new Denial(Errno.EADDRINUSE, LocalTaken)
            : MakingRules.RoomDenial(ref check, caller, place);
        if (denial is { } why)
        {
            return check.Fails(why);
        }

        LocalEnd before = socket.End!;
        FileTree tree = check.State.Tree;
        Node node = MakingRules.New(tree, caller, place, FileModes.Socket | FileModes.Access & ~caller.Umask);
        LocalEnd end = before with
        {
            Node = node.Vnode,
            Name = address.LocalPath,
            NameSize = address.Length,
        };
        State state = check.State with { Tree = MakingRules.Made(tree, place, node) };
        return check.Must(Outcome.Ok, state.With(socket with { End = end }), LocalBinds);
    }

    /// <summary>The denial of an address to connect or send to, or the socket there.</summary>
    public static Denial? TargetDenial(
        ref CallCheck check, Process caller, Socket socket, SocketAddress address, out Socket target)
    {
        target = null!;
        if (address.Length <= BeforePath)
        {
            return new Denial(Errno.EINVAL, LocalNoPath);
        }

        if (LookupRules.NodeDenial(ref check, caller, address.LocalPath, out Node node) is { } absent)
        {
            return absent;
        }

        if (node.Type != FileModes.Socket)
        {
            return new Denial(Errno.ENOTSOCK, LocalNoNode);
        }

        if (!AccessRules.Allows(ref check, caller, node, AccessRules.Write))
        {
            return new Denial(Errno.EACCES, LocalDenied);
        }

        target = check.State.Sockets.FirstOrDefault(other => other.End?.Node == node.Vnode)!;
        return target is null ? new Denial(Errno.ECONNREFUSED, LocalNobody)
            : target.End!.Type != socket.End!.Type ? new Denial(Errno.EPROTOTYPE, LocalOtherType)
            : null;
    }
}
