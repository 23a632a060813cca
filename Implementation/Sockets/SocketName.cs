using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>The name of a socket, as getsockname(2) returns it; neither part if it has none.</summary>
/// <param name="end">Its end, in the Internet domain.</param>
/// <param name="path">The path that it is bound to, in the local domain.</param>
internal readonly struct SocketName(Endpoint? end, string? path = null)
{
    public Endpoint? End { get; } = end;

    public string? Path { get; } = path;
}
