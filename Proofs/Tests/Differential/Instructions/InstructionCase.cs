using Mono.Cecil.Cil;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>One instruction on one combination of operands, in a method of its own.</summary>
/// <param name="Code">The instruction.</param>
/// <param name="Operands">Kinds of operands or types of memory, for messages.</param>
/// <param name="IsDefined">
/// True if IL defines the instruction in verifiable code; otherwise the executor rejects it, and the runtime does not
/// run it.
/// </param>
/// <param name="Method">The name of the method.</param>
public sealed record InstructionCase(Code Code, string Operands, bool IsDefined, string Method);
