using Mono.Cecil;

namespace Verify.Proofs.CompiledCode;

/// <summary>
/// Notes each type that any reference is resolved to, or fails to be. Methods and fields are looked for in types that
/// come by here, base types too.
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
