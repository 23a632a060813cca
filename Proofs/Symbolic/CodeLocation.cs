using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Types;

namespace Verify.Proofs.Symbolic;

/// <summary>An instruction of a method.</summary>
internal sealed record CodeLocation(ClosedMethod Method, Instruction Instruction)
{
    /// <summary>For example <c>PortSearch.TryNext at IL_0012</c>.</summary>
    public override string ToString() =>
        $"{Method.Definition.DeclaringType.Name}.{Method.Definition.Name} at IL_{Instruction.Offset:x4}";
}
