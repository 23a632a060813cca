using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Running;

/// <summary>
/// The integer constants of the code that a proof runs, and their neighbors: a special case for one value out of very
/// many is usually a special case for one of these.
/// </summary>
internal static class ProgramConstants
{
    /// <summary>
    /// The constants, distinct and sorted, sign-extended to 64 bits; a negative int is included as a uint too.
    /// </summary>
    public static IReadOnlyList<ulong> Of(Exploration exploration)
    {
        IEnumerable<ulong> inCode = exploration.Layouts.Types.Reads.Bodies
            .SelectMany(body => body.Instructions)
            .SelectMany(At);
        IEnumerable<ulong> inStatics = exploration.Statics.Contents.SelectMany(In);
        return [.. inCode.Concat(inStatics)
            .SelectMany(value => new[] { unchecked(value - 1), value, unchecked(value + 1) })
            .Distinct().Order()];
    }

    private static IEnumerable<ulong> At(Instruction at) => at.Operand is Instruction[] targets
        ? Enumerable.Range(0, targets.Length).Select(i => unchecked((ulong)(LeastOf(at) + i)))
        : NumberAt(at) is not { } number ? []
        : number < 0 && at.OpCode.Code != Code.Ldc_I8 ? [unchecked((ulong)number), unchecked((uint)number)]
        : [unchecked((ulong)number)];

    // The compiler subtracts the least label of a switch.
    private static long LeastOf(Instruction at) =>
        at.Previous is { OpCode.Code: Code.Sub, Previous: { } before } ? NumberAt(before) ?? 0 : 0;

    private static long? NumberAt(Instruction at) => at.OpCode.Code switch
    {
        >= Code.Ldc_I4_M1 and <= Code.Ldc_I4_8 and var code => code - Code.Ldc_I4_0,
        Code.Ldc_I4_S => (sbyte)at.Operand,
        Code.Ldc_I4 => (int)at.Operand,
        Code.Ldc_I8 => (long)at.Operand,
        _ => null,
    };

    private static IEnumerable<ulong> In(Value value) => value switch
    {
        Scalar { Term: { IsConstant: true } term } => [term.Value],
        StructValue whole => whole.Fields.SelectMany(In),
        ArrayObject array => array.Elements.Select(element => element.Value).OfType<Scalar>().SelectMany(In),
        _ => [],
    };
}
