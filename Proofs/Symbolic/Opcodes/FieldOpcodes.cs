using Mono.Cecil;
using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>Fields of objects and structs, by value and by reference, and static read-only fields.</summary>
internal static class FieldOpcodes
{
    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Ldfld] = static (run, frame, at) => Load(run, frame, frame.Method.FieldAt(at)),
        [Code.Ldflda] = static (run, frame, at) => LoadAddress(run, frame, frame.Method.FieldAt(at)),
        [Code.Stfld] = static (run, frame, at) => Store(run, frame, frame.Method.FieldAt(at)),
        [Code.Ldsfld] = static (run, frame, at) => LoadStatic(run, frame, frame.Method.FieldAt(at)),
        [Code.Ldsflda] = static (run, frame, at) => LoadStaticAddress(run, frame, frame.Method.FieldAt(at)),
        [Code.Stsfld] = static (run, frame, at) => StoreStatic(run, frame, frame.Method.FieldAt(at)),
    };

    private static void Load(SymbolicRun run, Frame frame, ClosedField field)
    {
        Value owner = frame.Pop();
        var index = IndexOf(run, field);
        if (owner is Choice or Null)
        {
            run.ThrowIf(ReferenceTerms.IsNull(run.Terms, owner), typeof(NullReferenceException));
        }

        Value stored = ReferenceTerms.TryMap(run.Terms, owner, known => FieldOf(known, field, index))
            ?? FieldOf(run.ResolveObject(owner), field, index);
        frame.Push(run.Layouts.Of(field.Type).Load(run.Terms, stored));
    }

    private static Value FieldOf(Value owner, ClosedField field, int index)
    {
        if (field.Owner.IsValueType == owner is HeapObject)
        {
            throw NoOwner(field, owner);
        }

        Value whole = owner switch
        {
            Reference reference => reference.Read(),
            HeapObject known => known.Content.Value,
            _ => owner,
        };
        return whole switch
        {
            StructValue value => value.Fields[index],
            Scalar when IsInteger(field.Owner.Definition!) => whole, // Its only field.
            _ => throw NoOwner(field, owner),
        };
    }

    private static bool IsInteger(TypeDefinition owner) => owner.IsPrimitive || owner.IsEnum;

    private static void Store(SymbolicRun run, Frame frame, ClosedField field)
    {
        Value value = run.Layouts.Of(field.Type).Store(run.Terms, frame.Pop());
        AddressOf(run, run.ResolveObject(frame.Pop()), field).Write(value, run.Memory);
    }

    // A cached delegate is created each time: comparisons of delegates are unsupported.
    private static void LoadStatic(SymbolicRun run, Frame frame, ClosedField field) =>
        frame.Push(
            DelegateOpcodes.IsCache(field) ? Null.Instance
            : IsEmptyText(field) ? new Text("")
            : run.Layouts.Of(field.Type).Load(run.Terms, run.Statics.CellOf(run, field).Value));

    // The runtime sets it, not code.
    private static bool IsEmptyText(ClosedField field) =>
        field.Owner.Kind == MetadataType.String && field.Definition.Name == nameof(string.Empty);

    // A field with initial data represents the address of the data.
    private static void LoadStaticAddress(SymbolicRun run, Frame frame, ClosedField field) =>
        frame.Push(field.Definition.InitialValue.Length > 0
            ? new FieldHandle(field.Definition)
            : new Reference(run.Statics.CellOf(run, field)));

    private static void StoreStatic(SymbolicRun run, Frame frame, ClosedField field)
    {
        Value value = run.Layouts.Of(field.Type).Store(run.Terms, frame.Pop());
        if (!DelegateOpcodes.IsCache(field))
        {
            run.Statics.CellOf(run, field).Write(value, run.Memory);
        }
    }

    private static void LoadAddress(SymbolicRun run, Frame frame, ClosedField field)
    {
        Value owner = frame.Pop();
        run.ThrowIf(ReferenceTerms.IsNull(run.Terms, owner), typeof(NullReferenceException));
        frame.Push(ReferenceTerms.TryMap(run.Terms, owner, known => AddressOf(run, known, field))!);
    }

    private static Reference AddressOf(SymbolicRun run, Value owner, ClosedField field) => owner switch
    {
        Reference reference when field.Owner.IsValueType => reference.Field(IndexOf(run, field)),
        HeapObject known when !field.Owner.IsValueType => new Reference(known.Content).Field(IndexOf(run, field)),
        _ => throw NoOwner(field, owner),
    };

    private static int IndexOf(SymbolicRun run, ClosedField field) =>
        run.Layouts.FieldsOf(field.Owner).IndexOf(field.Definition);

    private static UnsupportedCodeException NoOwner(ClosedField field, Value owner) =>
        new($"field {field} of {owner}");
}
