using System.Buffers.Binary;
using System.Numerics;
using Verify.Abi;

namespace Verify.Implementation.Routing;

/// <summary>An address in a message of a process: its bytes, of which the first one is their number.</summary>
internal readonly struct GivenAddress
{
    private const byte InetLength = 16;
    private const int ValueAt = 4;
    private const int ValueEnd = 8;

    /// <summary>AF_MAX.</summary>
    private const byte Families = 33;

    private readonly ReadOnlyMemory<byte> _bytes;

    private GivenAddress(ReadOnlyMemory<byte> bytes, byte family)
    {
        _bytes = bytes;
        Family = family;
        IsThere = true;
    }

    /// <summary>An address without any bytes in a request is 0.0.0.0: sa_zero.</summary>
    public static GivenAddress Zero { get; } = new(new byte[InetLength], (byte)AddressFamily.AF_INET);

    public bool IsThere { get; }

    public byte Family { get; }

    public bool IsOfNoFamily => Family >= Families;

    /// <summary>True for one of the Internet, as long as it must be.</summary>
    public bool IsInet => Family == (byte)AddressFamily.AF_INET && _bytes.Length == InetLength;

    /// <summary>The address itself; bytes that are not there are zeros.</summary>
    public Ipv4 Value
    {
        get
        {
            Span<byte> value = stackalloc byte[sizeof(uint)];
            value.Clear();
            ReadOnlySpan<byte> bytes = _bytes.Span;
            if (bytes.Length > ValueAt)
            {
                bytes[ValueAt..Math.Min(bytes.Length, ValueEnd)].CopyTo(value);
            }

            return new Ipv4(BinaryPrimitives.ReadUInt32BigEndian(value));
        }
    }

    public static GivenAddress Of(ReadOnlyMemory<byte> bytes, byte family) => new(bytes, family);

    /// <summary>The length of a mask; false if it has gaps, or goes on behind an address of the Internet.</summary>
    public bool TryGetMaskLength(out int length)
    {
        uint mask = Value.Value;
        length = BitOperations.PopCount(mask);
        bool goesOn = _bytes.Length > ValueEnd && _bytes.Span[ValueEnd..].ContainsAnyExcept((byte)0);
        return !goesOn && mask == (uint)(0xffff_ffffUL << 32 - length);
    }
}
