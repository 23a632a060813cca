using Mono.Cecil.Cil;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>Collects cases, with their methods.</summary>
internal sealed class CaseWriter(InstructionTypes types)
{
    private readonly List<InstructionCase> _all = [];

    public static OperandKind[] Kinds => Enum.GetValues<OperandKind>();

    public IReadOnlyList<InstructionCase> All => _all;

    public InstructionTypes Types => types;

    /// <summary>Adds a case whose method the action writes, up to where its result lies on the stack.</summary>
    /// <param name="code">The instruction.</param>
    /// <param name="operands">Of what.</param>
    /// <param name="result">What it leaves in the end; null if IL does not define what it does.</param>
    /// <param name="write">Writes the method.</param>
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
