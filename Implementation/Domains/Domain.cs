using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Domains;

/// <summary>A domain and its protocol switch: struct domain.</summary>
/// <param name="family">The address family.</param>
/// <param name="name">dom_name.</param>
/// <param name="protocols">
/// The switch. One that has only the old entry point, pr_usrreq, has nothing here, and cannot be registered (S7).
/// </param>
internal sealed class Domain(AddressFamily family, string name, params SocketProtocol?[] protocols)
{
    public AddressFamily Family => family;

    public string Name => name;

    public ReadOnlySpan<SocketProtocol?> Protocols => protocols;

    /// <summary>The domain that was registered before.</summary>
    public Domain? Next { get; set; }

    /// <summary>The first protocol of a type: pffindtype.</summary>
    public SocketProtocol? Find(SocketType type)
    {
        foreach (SocketProtocol? protocol in protocols)
        {
            if (protocol!.Type == type)
            {
                return protocol;
            }
        }

        return null;
    }

    /// <summary>The protocol of a type and number, else a raw one that takes every number: pffindproto.</summary>
    public SocketProtocol? Find(SocketType type, Protocol number)
    {
        SocketProtocol? raw = null;
        foreach (SocketProtocol? protocol in protocols)
        {
            if (protocol!.Type == type && protocol.Number == number)
            {
                return protocol;
            }

            bool takesAll = protocol.Type == SocketType.SOCK_RAW && protocol.Number == Protocol.Default;
            raw ??= takesAll && type == SocketType.SOCK_RAW ? protocol : null;
        }

        return raw;
    }
}
