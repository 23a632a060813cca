using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>Constants and the evaluation stack: ldc, ldstr, ldnull, dup, pop, nop.</summary>
internal static class ConstantOpcodes
{
    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = Create();

    private static Dictionary<Code, OpcodeHandler> Create()
    {
        var handlers = new Dictionary<Code, OpcodeHandler>
        {
            [Code.Nop] = static (_, _, _) => { },
            [Code.Dup] = static (_, frame, _) => Duplicate(frame),
            [Code.Pop] = static (_, frame, _) => frame.Pop(),
            [Code.Ldnull] = static (_, frame, _) => frame.Push(Null.Instance),
            [Code.Ldstr] = static (_, frame, at) => frame.Push(new Text((string)at.Operand)),
            [Code.Ldc_I4] = static (run, frame, at) => Push(run, frame, (int)at.Operand, 32),
            [Code.Ldc_I4_S] = static (run, frame, at) => Push(run, frame, (sbyte)at.Operand, 32),
            [Code.Ldc_I8] = static (run, frame, at) => Push(run, frame, (long)at.Operand, 64),
        };
        for (var value = -1; value <= 8; value++)
        {
            var constant = value;
            handlers[Code.Ldc_I4_0 + value] = (run, frame, _) => Push(run, frame, constant, 32);
        }

        return handlers;
    }

    private static void Push(SymbolicRun run, Frame frame, long value, int width) =>
        frame.Push(run.Terms.Constant((ulong)value, width));

    private static void Duplicate(Frame frame)
    {
        Value value = frame.Pop();
        frame.Push(value);
        frame.Push(value);
    }
}
