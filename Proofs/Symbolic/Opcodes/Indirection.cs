using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Memory;
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
            [Code.Cpobj] = static (run, frame, _) => Copy(run, frame),
        };
        AddLoad(Code.Ldind_I1, 8, isSigned: true);
        AddLoad(Code.Ldind_U1, 8, isSigned: false);
        AddLoad(Code.Ldind_I2, 16, isSigned: true);
        AddLoad(Code.Ldind_U2, 16, isSigned: false);
        AddLoad(Code.Ldind_I4, 32, isSigned: true);
        AddLoad(Code.Ldind_U4, 32, isSigned: false);
        AddLoad(Code.Ldind_I8, 64, isSigned: true);
        AddLoad(Code.Ldind_I, 64, isSigned: true);
        AddStore(Code.Stind_I1, 8);
        AddStore(Code.Stind_I2, 16);
        AddStore(Code.Stind_I4, 32);
        AddStore(Code.Stind_I8, 64);
        AddStore(Code.Stind_I, 64);
        handlers[Code.Ldind_Ref] = static (run, frame, _) => Load(run, frame, Layouts.AnyReference);
        handlers[Code.Stind_Ref] = static (run, frame, _) => Store(run, frame, Layouts.AnyReference);
        return handlers;

        void AddLoad(Code code, int width, bool isSigned)
        {
            var layout = new ScalarLayout(width, isSigned);
            handlers[code] = (run, frame, _) => Load(run, frame, layout);
        }

        void AddStore(Code code, int width)
        {
            var layout = new ScalarLayout(width, isSigned: false);
            handlers[code] = (run, frame, _) => Store(run, frame, layout);
        }
    }

    private static Layout LayoutOf(Interpreter run, Frame frame, Instruction instruction) =>
        run.Layouts.Of(frame.Method.TypeAt(instruction));

    private static void Initialize(Interpreter run, Frame frame, Layout layout) =>
        run.ResolveReference(frame.Pop()).Write(layout.Zero(run.Terms), run);

    private static void Load(Interpreter run, Frame frame, Layout layout)
    {
        Value place = frame.Pop();
        Value stored = References.TryMap(run.Terms, place, Read) ?? Read(run.ResolveReference(place));
        RequireWidth(layout, stored);
        frame.Push(layout.Load(run.Terms, stored));
    }

    private static Value Read(Value place) => place is Reference reference
        ? reference.Read()
        : throw new UnsupportedCodeException($"{place} as a managed reference");

    private static void Store(Interpreter run, Frame frame, Layout layout)
    {
        Value value = layout.Store(run.Terms, frame.Pop());
        Reference target = run.ResolveReference(frame.Pop());
        RequireWidth(layout, target.Read());
        target.Write(value, run);
    }

    private static void Copy(Interpreter run, Frame frame)
    {
        Value source = run.ResolveReference(frame.Pop()).Read();
        run.ResolveReference(frame.Pop()).Write(source, run);
    }

    private static void RequireWidth(Layout layout, Value stored)
    {
        if (layout is ScalarLayout scalar && (stored as Scalar)?.Term.Width != scalar.Width)
        {
            throw new UnsupportedCodeException("memory read or written as another type than it holds");
        }
    }
}
