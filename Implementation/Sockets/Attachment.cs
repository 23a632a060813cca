using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>What a message of the local domain has besides its data: an mbuf of control data (S9).</summary>
/// <param name="control">The control message.</param>
/// <param name="rights">The open files whose descriptors it passes; null if it passes none.</param>
internal readonly struct Attachment(Data control, ZoneItem[]? rights)
{
    public Data Control { get; } = control;

    public ZoneItem[]? Rights { get; } = rights;

    public bool IsEmpty => Control.Length == 0;
}
