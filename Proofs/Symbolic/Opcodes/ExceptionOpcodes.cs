using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>throw, rethrow, leave, endfinally.</summary>
internal static class ExceptionOpcodes
{
    private static readonly string BaseName = typeof(Exception).FullName!;

    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Throw] = static (run, frame, _) => Throw(run, frame),
        [Code.Rethrow] = static (_, frame, at) => throw frame.Protected.CaughtAt(at),
        [Code.Leave] = static (_, frame, at) => frame.Protected.Leave(frame, at, (Instruction)at.Operand),
        [Code.Leave_S] = static (_, frame, at) => frame.Protected.Leave(frame, at, (Instruction)at.Operand),
        [Code.Endfinally] = static (_, frame, _) => frame.Protected.EndFinally(frame),
    };

    private static void Throw(SymbolicRun run, Frame frame) =>
        throw (run.ResolveObject(frame.Pop()) is HeapObject thrown && IsException(thrown.Type)
            ? new ThrownException(thrown)
            : new UnsupportedCodeException("throw of something that is not an exception"));

    private static bool IsException(ClosedType type) => type.Chain.Any(candidate => candidate.Name == BaseName);
}
