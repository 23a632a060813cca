using System.Buffers.Binary;
using System.Numerics;
using Verify.Abi;

namespace Verify.Model.Rules.Sockets;

/// <summary>An address of a request: the bytes that it says it has, and no others.</summary>
/// <param name="Bytes">Its bytes; none means 0.0.0.0.</param>
internal readonly record struct RouteAddress(Data Bytes)
{
    private const int InetAt = 4, InetEnd = 8;

    /// <summary>Its address family; that of the Internet if it has no bytes.</summary>
    public AddressFamily Family => Bytes.Length switch
    {
        0 => AddressFamily.AF_INET,
        1 => AddressFamily.AF_UNSPEC,
        _ => (AddressFamily)Bytes[1],
    };

    /// <summary>True for an address of the Internet that is as long as one is.</summary>
    public bool IsInternet => Family == AddressFamily.AF_INET && Bytes.Length is 0 or SocketAddress.InetLength;

    /// <summary>The address, if it is one of the Internet; its port and what is behind it do not matter.</summary>
    public Ipv4 Inet => new(Word);

    /// <summary>
    /// The length of the prefix, if it is a mask: length, family and port do not count, and bytes that it does not have
    /// are 0. Null for a mask with gaps.
    /// </summary>
    public int? Prefix
    {
        get
        {
            for (int i = InetEnd; i < Bytes.Length; i++)
            {
                if (Bytes[i] != 0)
                {
                    return null;
                }
            }

            int ones = BitOperations.LeadingZeroCount(~Word);
            return ones == BitOperations.PopCount(Word) ? ones : null;
        }
    }

    private uint Word
    {
        get
        {
            Span<byte> word = stackalloc byte[InetEnd - InetAt];
            for (int i = InetAt; i < Math.Min(InetEnd, Bytes.Length); i++)
            {
                word[i - InetAt] = Bytes[i];
            }

            return BinaryPrimitives.ReadUInt32BigEndian(word);
        }
    }
}
