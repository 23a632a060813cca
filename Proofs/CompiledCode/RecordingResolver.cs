using Mono.Cecil;

namespace Verify.Proofs.CompiledCode;

/// <summary>
/// Records each type that a reference resolves to, or fails to. Methods and fields are searched in types, including
/// base types, that are resolved here.
/// </summary>
internal sealed class RecordingResolver(IAssemblyResolver assemblies, CodeReads reads) : MetadataResolver(assemblies)
{
    public override TypeDefinition? Resolve(TypeReference type)
    {
        TypeDefinition? found = base.Resolve(type);
        if (found is null)
        {
            reads.AddMissing(type.GetElementType());
        }
        else
        {
            reads.Add(found);
        }

        return found;
    }
}
