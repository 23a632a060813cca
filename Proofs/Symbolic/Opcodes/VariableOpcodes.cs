using Mono.Cecil;
using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>Arguments and local variables: ldarg, starg, ldarga, ldloc, stloc, ldloca.</summary>
internal static class VariableOpcodes
{
    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Ldarg_0] = static (run, frame, _) => LoadArgument(run, frame, 0),
        [Code.Ldarg_1] = static (run, frame, _) => LoadArgument(run, frame, 1),
        [Code.Ldarg_2] = static (run, frame, _) => LoadArgument(run, frame, 2),
        [Code.Ldarg_3] = static (run, frame, _) => LoadArgument(run, frame, 3),
        [Code.Ldarg_S] = static (run, frame, at) => LoadArgument(run, frame, Argument(at)),
        [Code.Ldarg] = static (run, frame, at) => LoadArgument(run, frame, Argument(at)),
        [Code.Starg_S] = static (run, frame, at) => StoreArgument(run, frame, Argument(at)),
        [Code.Starg] = static (run, frame, at) => StoreArgument(run, frame, Argument(at)),
        [Code.Ldarga_S] = static (_, frame, at) => frame.Push(new Reference(frame.Arguments[Argument(at)])),
        [Code.Ldarga] = static (_, frame, at) => frame.Push(new Reference(frame.Arguments[Argument(at)])),
        [Code.Ldloc_0] = static (run, frame, _) => LoadLocal(run, frame, 0),
        [Code.Ldloc_1] = static (run, frame, _) => LoadLocal(run, frame, 1),
        [Code.Ldloc_2] = static (run, frame, _) => LoadLocal(run, frame, 2),
        [Code.Ldloc_3] = static (run, frame, _) => LoadLocal(run, frame, 3),
        [Code.Ldloc_S] = static (run, frame, at) => LoadLocal(run, frame, Local(at)),
        [Code.Ldloc] = static (run, frame, at) => LoadLocal(run, frame, Local(at)),
        [Code.Stloc_0] = static (run, frame, _) => StoreLocal(run, frame, 0),
        [Code.Stloc_1] = static (run, frame, _) => StoreLocal(run, frame, 1),
        [Code.Stloc_2] = static (run, frame, _) => StoreLocal(run, frame, 2),
        [Code.Stloc_3] = static (run, frame, _) => StoreLocal(run, frame, 3),
        [Code.Stloc_S] = static (run, frame, at) => StoreLocal(run, frame, Local(at)),
        [Code.Stloc] = static (run, frame, at) => StoreLocal(run, frame, Local(at)),
        [Code.Ldloca_S] = static (_, frame, at) => frame.Push(new Reference(frame.Locals[Local(at)])),
        [Code.Ldloca] = static (_, frame, at) => frame.Push(new Reference(frame.Locals[Local(at)])),
    };

    // "this" is argument 0 of an instance method.
    private static int Argument(Instruction instruction) => ((ParameterDefinition)instruction.Operand).Sequence;

    private static int Local(Instruction instruction) => ((VariableDefinition)instruction.Operand).Index;

    private static void LoadArgument(SymbolicRun run, Frame frame, int index) =>
        frame.Push(run.Layouts.OfArgument(frame.Method, index).Load(run.Terms, frame.Arguments[index].Value));

    private static void StoreArgument(SymbolicRun run, Frame frame, int index) =>
        frame.Arguments[index].Write(
            run.Layouts.OfArgument(frame.Method, index).Store(run.Terms, frame.Pop()), run.Memory);

    private static void LoadLocal(SymbolicRun run, Frame frame, int index) =>
        frame.Push(LocalLayout(run, frame, index).Load(run.Terms, frame.Locals[index].Value));

    private static void StoreLocal(SymbolicRun run, Frame frame, int index) =>
        frame.Locals[index].Write(LocalLayout(run, frame, index).Store(run.Terms, frame.Pop()), run.Memory);

    private static Layout LocalLayout(SymbolicRun run, Frame frame, int index) =>
        run.Layouts.Of(frame.Method.Locals[index]);
}
