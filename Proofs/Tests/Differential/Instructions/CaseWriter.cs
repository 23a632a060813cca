using Mono.Cecil.Cil;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>Collects cases and their methods.</summary>
internal sealed class CaseWriter(InstructionTypes types)
{
    private readonly List<InstructionCase> _all = [];

    public static OperandKind[] Kinds => Enum.GetValues<OperandKind>();

    public IReadOnlyList<InstructionCase> All => _all;

    public InstructionTypes Types => types;

    /// <summary>Adds a case.</summary>
    /// <param name="code">The instruction.</param>
    /// <param name="operands">The operands, for messages.</param>
    /// <param name="result">The kind of its result; null if IL does not define the instruction on them.</param>
    /// <param name="write">Writes the method, up to the result on the stack.</param>
    public void Add(Code code, string operands, OperandKind? result, Action<MethodWriter> write)
    {
        var writer = new MethodWriter(types, $"{code}_{_all.Count}");
        write(writer);
        if (result is { } kind)
        {
            writer.Return(kind);
        }
        else
        {
            writer.Emit(OpCodes.Ldc_I4_0);
            writer.Return(OperandKind.Int32);
        }

        types.Methods.Methods.Add(writer.Method);
        _all.Add(new InstructionCase(code, operands, result is not null, writer.Method.Name));
    }
}
