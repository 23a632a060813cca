using Mono.Cecil;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Types;

namespace Verify.Proofs.Symbolic.Memory;

/// <summary>
/// Static read-only fields, as their type's initializer leaves them; what they refer to cannot be written either.
/// Others are refused: a proof would have to hold for whatever calls before it have left in them.
/// </summary>
internal sealed class Statics
{
    private readonly Dictionary<(ClosedType Type, FieldDefinition Field), Cell> _cells = [];
    private readonly HashSet<ClosedType> _initialized = [];

    public Cell CellOf(Interpreter run, ClosedField field)
    {
        if (!field.Definition.IsInitOnly)
        {
            throw new UnsupportedCodeException($"{field}, a static field that can change");
        }

        Initialize(run, field.Owner);
        return _cells[(field.Owner, field.Definition)];
    }

    // What its users see is another exception, each time.
    private static void Run(Interpreter apart, ClosedMethod initializer)
    {
        try
        {
            apart.Call(initializer, []);
        }
        catch (ThrownException thrown)
        {
            throw new UnsupportedCodeException($"{initializer}, as {thrown.Message}");
        }
    }

    private void Initialize(Interpreter run, ClosedType type)
    {
        if (!_initialized.Add(type))
        {
            return;
        }

        Interpreter apart = run.Apart();
        foreach (FieldDefinition field in type.Definition!.Fields.Where(field => field.IsStatic && field.IsInitOnly))
        {
            ClosedType fieldType = run.Layouts.Types.Close(field.FieldType, new GenericScope(type.Arguments, []));
            _cells.Add((type, field), apart.NewCell(run.Layouts.Of(fieldType).Zero(run.Terms)));
        }

        MethodDefinition? initializer =
            type.Definition.Methods.FirstOrDefault(method => method is { IsConstructor: true, IsStatic: true });
        if (initializer is not null)
        {
            Run(apart, run.Layouts.Types.Of(type, initializer, []));
        }
    }
}
