using Mono.Cecil.Cil;
using Kind = Verify.Proofs.Tests.Differential.Instructions.OperandKind;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>
/// The kinds of operands for which IL defines an instruction in verifiable code: the tables of ECMA-335 III.1.5. The
/// result of a branch is the way that it took.
/// </summary>
internal static class Rules
{
    private static readonly Code[] Arithmetic =
    [
        Code.Add, Code.Sub, Code.Mul, Code.Div, Code.Rem, Code.Div_Un, Code.Rem_Un, Code.And, Code.Or, Code.Xor,
        Code.Add_Ovf, Code.Add_Ovf_Un, Code.Sub_Ovf, Code.Sub_Ovf_Un, Code.Mul_Ovf, Code.Mul_Ovf_Un,
    ];

    private static readonly Code[] Comparisons = [Code.Ceq, Code.Cgt, Code.Cgt_Un, Code.Clt, Code.Clt_Un];

    private static readonly Code[] EqualBranches = [Code.Beq, Code.Beq_S, Code.Bne_Un, Code.Bne_Un_S];

    private static readonly Code[] OrderedBranches =
    [
        Code.Bge, Code.Bge_S, Code.Bge_Un, Code.Bge_Un_S, Code.Bgt, Code.Bgt_S, Code.Bgt_Un, Code.Bgt_Un_S,
        Code.Ble, Code.Ble_S, Code.Ble_Un, Code.Ble_Un_S, Code.Blt, Code.Blt_S, Code.Blt_Un, Code.Blt_Un_S,
    ];

    private static readonly Code[] Truths = [Code.Brtrue, Code.Brtrue_S, Code.Brfalse, Code.Brfalse_S];

    private static readonly Code[] To32 =
    [
        Code.Conv_I1, Code.Conv_U1, Code.Conv_I2, Code.Conv_U2, Code.Conv_I4, Code.Conv_U4,
        Code.Conv_Ovf_I1, Code.Conv_Ovf_U1, Code.Conv_Ovf_I2, Code.Conv_Ovf_U2, Code.Conv_Ovf_I4, Code.Conv_Ovf_U4,
        Code.Conv_Ovf_I1_Un, Code.Conv_Ovf_U1_Un, Code.Conv_Ovf_I2_Un, Code.Conv_Ovf_U2_Un, Code.Conv_Ovf_I4_Un,
        Code.Conv_Ovf_U4_Un,
    ];

    private static readonly Code[] To64 =
    [
        Code.Conv_I8, Code.Conv_U8, Code.Conv_Ovf_I8, Code.Conv_Ovf_U8, Code.Conv_Ovf_I8_Un, Code.Conv_Ovf_U8_Un,
    ];

    private static readonly Code[] ToNative =
    [
        Code.Conv_I, Code.Conv_U, Code.Conv_Ovf_I, Code.Conv_Ovf_U, Code.Conv_Ovf_I_Un, Code.Conv_Ovf_U_Un,
    ];

    /// <summary>Instructions that use the evaluation stack alone, with their number of operands.</summary>
    public static IEnumerable<(Code Code, int Operands)> All =>
    [
        .. Arithmetic.Concat(Comparisons).Concat(EqualBranches).Concat(OrderedBranches)
            .Select(code => (code, 2)),
        .. To32.Concat(To64).Concat(ToNative).Concat(Truths).Append(Code.Neg).Append(Code.Not).Append(Code.Switch)
            .Append(Code.Dup).Append(Code.Pop)
            .Select(code => (code, 1)),
    ];

    /// <summary>True if the instruction is a branch, which leaves no result.</summary>
    public static bool IsBranch(Code code) =>
        EqualBranches.Concat(OrderedBranches).Concat(Truths).Append(Code.Switch).Contains(code);

    /// <summary>What the instruction leaves; null if it is not defined.</summary>
    public static Kind? ResultOf(Code code, Kind operand) =>
        code is Code.Dup or Code.Pop ? operand
        : Truths.Contains(code) ? operand == Kind.Struct ? null : Kind.Int32
        : !IsInteger(operand) ? null
        : code == Code.Switch ? operand == Kind.Int32 ? Kind.Int32 : null
        : To32.Contains(code) ? Kind.Int32
        : To64.Contains(code) ? Kind.Int64
        : ToNative.Contains(code) ? Kind.Native
        : operand;

    /// <summary>What the instruction leaves; null if it is not defined.</summary>
    public static Kind? ResultOf(Code code, Kind first, Kind second)
    {
        Kind? integer = !IsInteger(first) || !IsInteger(second) ? null
            : first == second ? first
            : first != Kind.Int64 && second != Kind.Int64 && !IsUnsigned(code) ? Kind.Native
            : null;
        return Arithmetic.Contains(code) ? integer
            : integer is not null || AreComparable(code, first, second) ? Kind.Int32
            : null;
    }

    /// <summary>True if the instruction is defined for null only: objects are not ordered.</summary>
    public static bool IsOpen(Code code, Kind first, Kind second) =>
        code == Code.Cgt_Un && first is (Kind.Object or Kind.Null or Kind.Reference) && second == Kind.Object;

    /// <summary>The result of a shift; null if it is not defined.</summary>
    public static Kind? ShiftOf(Kind shifted, Kind count) =>
        IsInteger(shifted) && count is (Kind.Int32 or Kind.Native) ? shifted : null;

    private static bool AreComparable(Code code, Kind first, Kind second) =>
        code == Code.Cgt_Un ? first is Kind.Object or Kind.Null && second == Kind.Null
        : (code == Code.Ceq || EqualBranches.Contains(code))
            && ((first == Kind.Reference && second == Kind.Reference)
                || (first is Kind.Object or Kind.Null && second is Kind.Object or Kind.Null));

    /// <summary>
    /// True if operands are unsigned. IL then does not define how a 32-bit operand is widened beside a native one, and
    /// the runtime is not consistent.
    /// </summary>
    public static bool IsUnsigned(Code code) => code.ToString().Contains("_Un", StringComparison.Ordinal);

    private static bool IsInteger(Kind kind) => kind is Kind.Int32 or Kind.Int64 or Kind.Native;
}
