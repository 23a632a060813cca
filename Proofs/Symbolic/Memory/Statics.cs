using Mono.Cecil;

namespace Verify.Proofs.Symbolic.Memory;

/// <summary>
/// Static read-only fields, as their type's initializer leaves them. Others are refused: a proof would have to hold for
/// whatever calls before it have left in them.
/// </summary>
internal sealed class Statics
{
    private readonly Dictionary<FieldDefinition, Cell> _cells = [];
    private readonly HashSet<TypeDefinition> _initialized = [];

    public Cell CellOf(Interpreter run, FieldDefinition field)
    {
        if (!field.IsInitOnly)
        {
            throw new UnsupportedCodeException($"{field.FullName}, a static field that can change");
        }

        Initialize(run, field.DeclaringType);
        return _cells[field];
    }

    private void Initialize(Interpreter run, TypeDefinition type)
    {
        if (!_initialized.Add(type))
        {
            return;
        }

        foreach (FieldDefinition field in type.Fields.Where(field => field.IsStatic && field.IsInitOnly))
        {
            _cells.Add(field, new Cell(run.Layouts.Of(field.FieldType).Zero(run.Terms)));
        }

        if (type.Methods.FirstOrDefault(method => method is { IsConstructor: true, IsStatic: true }) is { } initializer)
        {
            run.Call(initializer, []);
        }
    }
}
