using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>Conversions that truncate or extend: conv. Native integers have 64 bits.</summary>
internal static class Conversions
{
    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Conv_I1] = static (run, frame, _) => Execute(run, frame, 8, isSigned: true),
        [Code.Conv_I2] = static (run, frame, _) => Execute(run, frame, 16, isSigned: true),
        [Code.Conv_I4] = static (run, frame, _) => Execute(run, frame, 32, isSigned: true),
        [Code.Conv_I8] = static (run, frame, _) => Execute(run, frame, 64, isSigned: true),
        [Code.Conv_I] = static (run, frame, _) => Execute(run, frame, 64, isSigned: true, isNative: true),
        [Code.Conv_U1] = static (run, frame, _) => Execute(run, frame, 8, isSigned: false),
        [Code.Conv_U2] = static (run, frame, _) => Execute(run, frame, 16, isSigned: false),
        [Code.Conv_U4] = static (run, frame, _) => Execute(run, frame, 32, isSigned: false),
        [Code.Conv_U8] = static (run, frame, _) => Execute(run, frame, 64, isSigned: false),
        [Code.Conv_U] = static (run, frame, _) => Execute(run, frame, 64, isSigned: false, isNative: true),
    };

    private static void Execute(
        SymbolicRun run, Frame frame, int width, bool isSigned, bool isNative = false)
    {
        Term cut = run.Terms.Resize(frame.PopTerm(), width, isSigned);
        frame.Push(run.Terms.Resize(cut, Math.Max(width, ScalarLayout.StackWidth), isSigned), isNative);
    }
}
