using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verify.Proofs.CompiledCode;

/// <summary>An instruction in a method.</summary>
internal sealed record CodeLocation(MethodDefinition Method, Instruction Instruction)
{
    /// <summary>For example <c>PortSearch.TryNext at IL_0012</c>.</summary>
    public override string ToString() =>
        $"{Method.DeclaringType.Name}.{Method.Name} at IL_{Instruction.Offset:x4}";
}
