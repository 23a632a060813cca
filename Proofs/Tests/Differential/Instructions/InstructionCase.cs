using Mono.Cecil.Cil;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>One instruction on one combination of operands, in a method of its own.</summary>
/// <param name="Code">The instruction.</param>
/// <param name="Operands">Kinds, or types of memory, for whoever reads a failure.</param>
/// <param name="IsDefined">
/// Whether IL defines what it does, in code that can be verified; else the executor refuses it, and the runtime never
/// runs it.
/// </param>
/// <param name="Method">The method's name.</param>
public sealed record InstructionCase(Code Code, string Operands, bool IsDefined, string Method);
