using FsCheck;
using FsCheck.Fluent;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Running;

/// <summary>
/// Random inputs for harnesses and sample methods, with many edge values and values close to each other.
/// </summary>
internal static class RandomValues
{
    private static readonly ulong[] Edges =
    [
        0, 1, 2, 3, 31, 127, 128, 255, 600, 1023, 1024, 5000, 32767, 32768, 49152, 65534, 65535, 65536,
        0x7f00_0001, int.MaxValue, 0x8000_0000, uint.MaxValue - 1, uint.MaxValue,
        long.MaxValue, 0x8000_0000_0000_0000, ulong.MaxValue - 1, ulong.MaxValue,
    ];

    /// <summary>Generates a value for each input, see <see cref="HarnessInputs.Arguments"/>.</summary>
    public static Arbitrary<ulong[]> For(HarnessInputs inputs) =>
        Integer.ArrayOf(inputs.All.Count).Select(raw => Fit(inputs, raw)).ToArbitrary();

    /// <summary>The distinct constants, out of those given sign-extended to 64 bits, that fit an input.</summary>
    public static IEnumerable<ulong> Fitting(HarnessInput input, IEnumerable<ulong> constants) => constants
        .Where(value => value <= Bits.Mask(input.Width) || (long)value >= -(long)Bits.SignBit(input.Width))
        .Select(value => Bits.Truncate(value, input.Width))
        .Distinct();

    // How to make a value, and the bits to make it from.
    private static Gen<(int Kind, ulong Bits)> Integer =>
        Gen.Choose(0, 9).SelectMany(
            _ => Gen.Choose(0, int.MaxValue).Two(),
            (kind, halves) => (kind, ((ulong)halves.Item1 << 33) ^ ((ulong)halves.Item2 << 2) ^ (ulong)halves.Item1));

    private static ulong[] Fit(HarnessInputs inputs, (int Kind, ulong Bits)[] raw)
    {
        var values = new List<ulong>();
        foreach (var (input, (kind, bits)) in inputs.All.Zip(raw))
        {
            var value = input.Type.IsEnum && kind < 9 ? Declared(input.Type, bits)
                : kind < 4 ? Edges[bits % (ulong)Edges.Length]
                : kind < 8 && values.Count > 0 ? values[(int)(bits % (ulong)values.Count)] + (bits >> 8) % 5 - 2
                : bits;
            values.Add(Bits.Truncate(value, input.Width));
        }

        return [.. values];
    }

    private static ulong Declared(Type type, ulong bits)
    {
        Array values = type.GetEnumValues();
        return HarnessInput.ToBits(values.GetValue((long)(bits % (ulong)values.Length))!);
    }
}
