using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>Executes one instruction. <see cref="Frame.Next"/> is already the next instruction.</summary>
internal delegate void OpcodeHandler(SymbolicRun interpreter, Frame frame, Instruction instruction);

/// <summary>The handlers of all opcodes, from all families. An opcode without handler is unsupported.</summary>
internal static class OpcodeTable
{
    private static readonly Dictionary<Code, OpcodeHandler> Families = new[]
    {
        ConstantOpcodes.Handlers,
        VariableOpcodes.Handlers,
        Arithmetic.Handlers,
        CheckedArithmetic.Handlers,
        Conversions.Handlers,
        CheckedConversions.Handlers,
        Comparisons.Handlers,
        Branches.Handlers,
        FieldOpcodes.Handlers,
        Indirection.Handlers,
        CallOpcodes.Handlers,
        ObjectOpcodes.Handlers,
        ExceptionOpcodes.Handlers,
        DelegateOpcodes.Handlers,
        ArrayOpcodes.Handlers,
    }.SelectMany(family => family).ToDictionary();

    private static readonly OpcodeHandler?[] Handlers =
        [.. Enum.GetValues<Code>().Select(code => Families.GetValueOrDefault(code))];

    /// <summary>True if an opcode can be executed.</summary>
    public static bool Has(Code code) => Handlers[(int)code] is not null;

    public static void Execute(SymbolicRun interpreter, Frame frame, Instruction instruction)
    {
        OpcodeHandler handler = Handlers[(int)instruction.OpCode.Code]
            ?? throw new UnsupportedCodeException($"opcode {instruction.OpCode.Name}");
        handler(interpreter, frame, instruction);
    }
}
