using Verify.Abi;
using Verify.Implementation.Identity;

namespace Verify.Implementation.Sockets;

/// <summary>
/// A protocol whose sockets can be created but do nothing: IPX (J9).
/// </summary>
/// <param name="family">The address family.</param>
internal sealed class IdleProtocol(AddressFamily family) : IProtocol
{
    public AddressFamily Family => family;

    public Protocol Number => Protocol.Default;

    public Errno Attach(Socket socket, Protocol number, in Credentials caller) => Errno.None;

    public void Detach(Socket socket)
    {
    }
}
