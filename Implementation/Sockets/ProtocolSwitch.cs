using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>The protocol switch: inetsw and those of the other domains.</summary>
internal sealed class ProtocolSwitch(params ProtocolEntry[] entries)
{
    /// <summary>
    /// The protocol for a domain, type and protocol number, where number 0 selects the default; null if there is none.
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

/// <summary>An entry of the protocol switch: FreeBSD's struct protosw.</summary>
/// <param name="type">The type of its sockets.</param>
/// <param name="protocol">The protocol.</param>
/// <param name="takesAnyNumber">True for a wildcard entry, which matches every number.</param>
internal readonly struct ProtocolEntry(SocketType type, IProtocol protocol, bool takesAnyNumber = false)
{
    public SocketType Type { get; } = type;

    public IProtocol Protocol { get; } = protocol;

    public bool Matches(Protocol number) =>
        takesAnyNumber || number == Abi.Protocol.Default || number == Protocol.Number;
}
