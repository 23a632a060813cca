using Verify.Abi;
using Verify.Implementation.Identity;

namespace Verify.Implementation.Sockets;

/// <summary>
/// A protocol whose sockets can be created but do nothing: IPX (J9).
/// </summary>
/// <param name="family">The address family.</param>
internal sealed class IdleProtocol(AddressFamily family) : SocketProtocol
{
    public override AddressFamily Family => family;

    public override Protocol Number => Protocol.Default;

    public override SocketType Type => SocketType.SOCK_DGRAM;

    public override bool CarriesDatagrams => true;

    public override bool CarriesBytes => false;

    public override Errno Attach(Socket socket, Protocol number, in Credentials owner) => Errno.None;

    public override void Detach(Socket socket)
    {
    }

    /// <summary>Nothing arrives there.</summary>
    public override PollEvents Poll(Socket socket, PollEvents events) => events & PollEvents.POLLOUT;
}
