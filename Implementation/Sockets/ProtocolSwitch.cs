using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>The protocols that there are: inetsw and its like. A new one is one more row.</summary>
internal sealed class ProtocolSwitch(params ProtocolEntry[] entries)
{
    /// <summary>
    /// The protocol of a domain and type, where the number asks for it or for none; null where there is none.
    /// </summary>
    public IProtocol? Find(AddressFamily domain, SocketType type, Protocol number)
    {
        foreach (ref readonly ProtocolEntry entry in entries.AsSpan())
        {
            if (entry.Protocol.Family == domain && entry.Type == type && entry.Matches(number))
            {
                return entry.Protocol;
            }
        }

        return null;
    }
}

/// <summary>One protocol with what socket(2) calls it: FreeBSD's struct protosw.</summary>
/// <param name="type">The type of its sockets.</param>
/// <param name="protocol">The protocol.</param>
/// <param name="takesAnyNumber">True for a wildcard row, which stands for every number that is asked for.</param>
internal readonly struct ProtocolEntry(SocketType type, IProtocol protocol, bool takesAnyNumber = false)
{
    public SocketType Type { get; } = type;

    public IProtocol Protocol { get; } = protocol;

    public bool Matches(Protocol number) =>
        takesAnyNumber || number == Abi.Protocol.Default || number == Protocol.Number;
}
