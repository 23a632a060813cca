namespace Verify.Proofs.Tests.Differential.Library;

/// <summary>Objects of every kind.</summary>
internal enum Thing : byte
{
    Null,
    Text,
    Node,
    Integer,
    Enum,
    Struct,
    ArrayOfTexts,
    ArrayOfIntegers,
    Exception,
    Implementing,
    Octet,
    Plain,
}
