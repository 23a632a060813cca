using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>Reads and writes through managed references: ldobj, stobj, cpobj, initobj, ldind, stind.</summary>
internal static class Indirection
{
    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = Create();

    private static Dictionary<Code, OpcodeHandler> Create()
    {
        var handlers = new Dictionary<Code, OpcodeHandler>
        {
            [Code.Ldobj] = static (run, frame, at) => Load(run, frame, LayoutOf(run, frame, at)),
            [Code.Stobj] = static (run, frame, at) => Store(run, frame, LayoutOf(run, frame, at)),
            [Code.Initobj] = static (run, frame, at) => Initialize(run, frame, LayoutOf(run, frame, at)),
            [Code.Cpobj] = static (run, frame, at) => Copy(run, frame, LayoutOf(run, frame, at)),
        };
        AddLoad(Code.Ldind_I1, 8, isSigned: true);
        AddLoad(Code.Ldind_U1, 8, isSigned: false);
        AddLoad(Code.Ldind_I2, 16, isSigned: true);
        AddLoad(Code.Ldind_U2, 16, isSigned: false);
        AddLoad(Code.Ldind_I4, 32, isSigned: true);
        AddLoad(Code.Ldind_U4, 32, isSigned: false);
        AddLoad(Code.Ldind_I8, 64, isSigned: true);
        AddLoad(Code.Ldind_I, 64, isSigned: true, isNative: true);
        AddStore(Code.Stind_I1, 8);
        AddStore(Code.Stind_I2, 16);
        AddStore(Code.Stind_I4, 32);
        AddStore(Code.Stind_I8, 64);
        AddStore(Code.Stind_I, 64, isNative: true);
        handlers[Code.Ldind_Ref] = static (run, frame, _) => Load(run, frame, Layouts.Object);
        handlers[Code.Stind_Ref] = static (run, frame, _) => Store(run, frame, Layouts.Object);
        return handlers;

        void AddLoad(Code code, int width, bool isSigned, bool isNative = false)
        {
            var layout = new ScalarLayout(width, isSigned, isNative);
            handlers[code] = (run, frame, _) => Load(run, frame, layout);
        }

        void AddStore(Code code, int width, bool isNative = false)
        {
            var layout = new ScalarLayout(width, isSigned: false, isNative);
            handlers[code] = (run, frame, _) => Store(run, frame, layout);
        }
    }

    private static Layout LayoutOf(SymbolicRun run, Frame frame, Instruction instruction) =>
        run.Layouts.Of(frame.Method.TypeAt(instruction));

    private static void Initialize(SymbolicRun run, Frame frame, Layout layout) =>
        Write(run, run.ResolveReference(frame.Pop()), layout, layout.Zero(run.Terms));

    private static void Load(SymbolicRun run, Frame frame, Layout layout)
    {
        Value place = frame.Pop();
        Value stored = ReferenceTerms.TryMap(run.Terms, place, Read) ?? Read(run.ResolveReference(place));
        frame.Push(layout.Load(run.Terms, Checked(layout, stored)));
    }

    private static Value Read(Value place) => place is Reference reference
        ? reference.Read()
        : throw new UnsupportedCodeException($"{place} as a managed reference");

    private static void Store(SymbolicRun run, Frame frame, Layout layout)
    {
        Value value = layout.Store(run.Terms, frame.Pop());
        Write(run, run.ResolveReference(frame.Pop()), layout, value);
    }

    private static void Copy(SymbolicRun run, Frame frame, Layout layout)
    {
        Value value = Checked(layout, run.ResolveReference(frame.Pop()).Read());
        Write(run, run.ResolveReference(frame.Pop()), layout, value);
    }

    private static void Write(SymbolicRun run, Reference target, Layout layout, Value value)
    {
        Checked(layout, target.Read());
        target.Write(value, run.Memory);
    }

    private static Value Checked(Layout layout, Value stored) => layout.Fits(stored) || stored is MergeConflict
        ? stored
        : throw new UnsupportedCodeException("memory accessed as another type");
}
