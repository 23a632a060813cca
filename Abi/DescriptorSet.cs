using System.Numerics;

namespace Verify.Abi;

/// <summary>An fd_set of select(2).</summary>
/// <param name="Bits">Bit n stands for descriptor n.</param>
public readonly record struct DescriptorSet(BigInteger Bits)
{
    /// <summary>FD_SETSIZE: how many descriptors a set has room for.</summary>
    public const int Size = 1024;

    /// <summary>True if the descriptor, which is not negative, is in the set.</summary>
    public bool Has(int fd) => !(Bits >> fd).IsEven;

    /// <summary>The set with a descriptor from 0 to <see cref="Size"/> - 1.</summary>
    public DescriptorSet With(int fd) => new(Bits | (BigInteger.One << fd));

    /// <summary>The set without one of its descriptors.</summary>
    public DescriptorSet Without(int fd) => new(Bits ^ (BigInteger.One << fd));

    /// <summary>The descriptors in ascending order.</summary>
    public IEnumerable<int> All => Enumerable.Range(0, (int)Bits.GetBitLength()).Where(Has);
}
