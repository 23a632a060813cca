using Mono.Cecil;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>The attribute by which the compiler marks readonly structs and readonly members.</summary>
internal static class ReadOnly
{
    private const string Mark = "System.Runtime.CompilerServices.IsReadOnlyAttribute";

    public static bool Is(ICustomAttributeProvider member) =>
        member.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == Mark);
}
