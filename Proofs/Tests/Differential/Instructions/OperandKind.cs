namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>Kinds of values on the evaluation stack: ECMA-335 III.1.1, without floating point.</summary>
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
