using Verify.Proofs.Running;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Tests.Differential;

/// <summary>A few values that represent a type: selectors of the samples, and edges.</summary>
internal static class SmallSpace
{
    /// <summary>
    /// The values, zero-extended. A byte or an enum is a selector; other integers include their edges.
    /// </summary>
    public static ulong[] Of(HarnessInput input) =>
        input.Width == 1 ? [0, 1]
        : input.Type == typeof(byte) ? [0, 1, 2, 3, 4, 5, 6, 7]
        : input.Type.IsEnum ? [.. Enumerable.Range(0, input.Type.GetEnumValues().Length).Select(i => (ulong)i)]
        : [.. Edges.Append(Bits.SignBit(input.Width)).Append(Bits.SignBit(input.Width) - 1)
            .Select(edge => Bits.Truncate(edge, input.Width))];

    private static ulong[] Edges => [0, 1, 2, 3, 4, ulong.MaxValue, ulong.MaxValue - 1];
}
