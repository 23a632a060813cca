using Verify.Abi;
using Verify.Implementation.Identity;

namespace Verify.Implementation.Sockets;

/// <summary>
/// A protocol whose sockets can be created but do nothing yet: PF_ROUTE, raw IP and IPX (J9, S9, S11).
/// </summary>
/// <param name="family">The address family.</param>
/// <param name="needed">The privilege needed to create a socket, if any.</param>
internal sealed class IdleProtocol(AddressFamily family, Privilege? needed = null) : IProtocol
{
    public AddressFamily Family => family;

    public Protocol Number => Protocol.Default;

    public Errno Attach(Socket socket, in Credentials caller) =>
        needed is { } privilege && !Privileges.Allows(caller, privilege) ? Errno.EPERM : Errno.None;

    public void Detach(Socket socket)
    {
    }
}
