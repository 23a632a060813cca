using Mono.Cecil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>
/// Static read-only fields, as the type's initializer leaves them; objects that they refer to cannot be written either.
/// Other static fields are unsupported: a proof would have to hold for whatever earlier calls left in them. An
/// initializer depends on no path, and runs once, apart from all paths, so that an object in such a field is the same
/// on each. Unsupported are initializers that make claims, that read the fields of a type whose initializer is still
/// running, or that throw at a time that the runtime may choose.
/// </summary>
internal sealed class Statics
{
    private readonly Dictionary<(ClosedType Type, FieldDefinition Field), Cell> _cells = [];
    private readonly HashSet<ClosedType> _initialized = [];
    private readonly Dictionary<ClosedType, PathEndException> _failed = [];
    private readonly Stack<ClosedType> _running = [];

    /// <summary>The values of the fields of all types met so far.</summary>
    public IEnumerable<Value> Contents => _cells.Values.Select(cell => cell.Value);

    public Cell CellOf(SymbolicRun run, ClosedField field)
    {
        if (!field.Definition.IsInitOnly)
        {
            throw new UnsupportedCodeException($"{field}, a static field that can change");
        }

        Initialize(run, field.Owner);
        return _cells[(field.Owner, field.Definition)];
    }

    /// <summary>
    /// Initializes the type that a call of the method initializes: without <c>beforefieldinit</c>, the type of a static
    /// method or constructor (ECMA-335 I.8.9.5), or of any method of a struct or interface.
    /// </summary>
    public void Enter(SymbolicRun run, ClosedMethod method)
    {
        if (method.Owner.Definition is { IsBeforeFieldInit: false } owner
            && (method.Definition.IsStatic || method.Definition.IsConstructor
                || owner.IsValueType || owner.IsInterface))
        {
            Initialize(run, method.Owner);
        }
    }

    private void Initialize(SymbolicRun run, ClosedType type)
    {
        if (_running.Contains(type) && _running.Peek() != type)
        {
            throw new UnsupportedCodeException($"{type}, whose initializer depends on itself through another one");
        }

        if (_initialized.Add(type))
        {
            _running.Push(type);
            try
            {
                Run(run.Along(InitializerPath.Instance), type);
            }
            catch (PathEndException end)
            {
                _failed.Add(type, end);
            }
            finally
            {
                _running.Pop();
            }
        }

        if (_failed.TryGetValue(type, out PathEndException? failure))
        {
            throw Again(run, type, failure);
        }
    }

    // Each use of the type fails in the same way.
    private static PathEndException Again(SymbolicRun run, ClosedType type, PathEndException failure) =>
        failure is ThrownException && !type.Definition!.IsBeforeFieldInit
            ? run.Thrown(typeof(TypeInitializationException))
            : new UnsupportedCodeException($"the initializer of {type}: {failure.Message}");

    private void Run(SymbolicRun apart, ClosedType type)
    {
        foreach (FieldDefinition field in type.Definition!.Fields.Where(field => field.IsStatic && field.IsInitOnly))
        {
            ClosedType fieldType = apart.Layouts.Types.Close(field.FieldType, new GenericScope(type.Arguments, []));
            _cells.Add((type, field), apart.Memory.NewCell(apart.Layouts.Of(fieldType).Zero(apart.Terms)));
        }

        MethodDefinition? initializer =
            type.Definition.Methods.FirstOrDefault(method => method is { IsConstructor: true, IsStatic: true });
        if (initializer is not null)
        {
            apart.Call(apart.Layouts.Types.Of(type, initializer, []), []);
        }
    }
}
