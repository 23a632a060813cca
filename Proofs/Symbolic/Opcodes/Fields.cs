using Mono.Cecil;
using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Memory;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>
/// Fields of structs, by value and by reference, and static read-only ones. Objects' fields would go here too.
/// </summary>
internal static class Fields
{
    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Ldfld] = static (run, frame, at) => Load(run, frame, Field(at)),
        [Code.Ldflda] = static (run, frame, at) => LoadAddress(run, frame, Field(at)),
        [Code.Stfld] = static (run, frame, at) => Store(run, frame, Field(at)),
        [Code.Ldsfld] = static (run, frame, at) => LoadStatic(run, frame, Field(at)),
        [Code.Ldsflda] = static (run, frame, at) => frame.Push(new Reference(run.Statics.CellOf(run, Field(at)))),
        [Code.Stsfld] = static (run, frame, at) => StoreStatic(run, frame, Field(at)),
    };

    private static FieldDefinition Field(Instruction instruction)
    {
        var reference = (FieldReference)instruction.Operand;
        return reference.Resolve() ?? throw new UnsupportedCodeException($"field {reference.FullName} is not found");
    }

    private static void Load(Interpreter run, Frame frame, FieldDefinition field)
    {
        Value owner = frame.Pop();
        Value whole = owner is Reference reference ? reference.Read() : owner;
        Value stored = whole is StructValue value
            ? value.Fields[run.Layouts.OfStruct(field.DeclaringType).IndexOf(field)]
            : throw NoStruct(field);
        frame.Push(run.Layouts.Of(field.FieldType).Load(run.Terms, stored));
    }

    private static void LoadAddress(Interpreter run, Frame frame, FieldDefinition field) =>
        frame.Push(PopField(run, frame, field));

    private static void Store(Interpreter run, Frame frame, FieldDefinition field)
    {
        Value value = run.Layouts.Of(field.FieldType).Store(run.Terms, frame.Pop());
        PopField(run, frame, field).Write(value);
    }

    private static void LoadStatic(Interpreter run, Frame frame, FieldDefinition field) =>
        frame.Push(run.Layouts.Of(field.FieldType).Load(run.Terms, run.Statics.CellOf(run, field).Value));

    private static void StoreStatic(Interpreter run, Frame frame, FieldDefinition field) =>
        run.Statics.CellOf(run, field).Value = run.Layouts.Of(field.FieldType).Store(run.Terms, frame.Pop());

    private static Reference PopField(Interpreter run, Frame frame, FieldDefinition field) =>
        frame.Pop() is Reference owner
            ? owner.Field(run.Layouts.OfStruct(field.DeclaringType).IndexOf(field))
            : throw NoStruct(field);

    private static UnsupportedCodeException NoStruct(FieldDefinition field) =>
        new($"field {field.FullName} of something that is no struct");
}
