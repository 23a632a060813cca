using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>The protocols that there are: inetsw. A new one is one more row.</summary>
internal sealed class ProtocolSwitch(params ProtocolEntry[] entries)
{
    /// <summary>
    /// The protocol of a domain and type, where the number asks for it or for none; null where there is none.
    /// </summary>
    public IProtocol? Find(AddressFamily domain, SocketType type, Protocol number)
    {
        foreach (ref readonly ProtocolEntry entry in entries.AsSpan())
        {
            bool isMeant = number == Protocol.Default || number == entry.Protocol.Number;
            if (entry.Domain == domain && entry.Type == type && isMeant)
            {
                return entry.Protocol;
            }
        }

        return null;
    }
}

/// <summary>One protocol with what socket(2) calls it: FreeBSD's struct protosw.</summary>
internal readonly struct ProtocolEntry(AddressFamily domain, SocketType type, IProtocol protocol)
{
    public AddressFamily Domain { get; } = domain;

    public SocketType Type { get; } = type;

    public IProtocol Protocol { get; } = protocol;
}
