namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>What an instruction may find on the evaluation stack: ECMA-335 III.1.1, without fractions.</summary>
public enum OperandKind
{
    Int32,
    Int64,
    Native,
    Reference,
    Object,
    Null,
    Struct,
}
