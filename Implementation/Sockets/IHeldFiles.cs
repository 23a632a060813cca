using Verify.Implementation.Files;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>What sockets give back to the file table: open files in messages, and the nodes of local sockets.</summary>
internal interface IHeldFiles
{
    /// <summary>
    /// Drops the references of a message that nobody has received, at the end of the call: unp_dispose.
    /// </summary>
    void Discard(ZoneItem[] rights);

    /// <summary>Drops the reference to the node that a socket was bound to: vrele.</summary>
    void Release(Node node);
}
