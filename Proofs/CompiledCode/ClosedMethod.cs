using System.Collections.Immutable;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verify.Proofs.CompiledCode;

/// <summary>
/// A method whose type parameters are known. Equal methods of one <see cref="ClosedTypes"/> are the same object; each
/// keeps what its instructions refer to.
/// </summary>
internal sealed class ClosedMethod
{
    private readonly ClosedTypes _types;
    private readonly Dictionary<Instruction, object> _operands = [];
    private ImmutableArray<ClosedType> _locals;
    private MethodBody? _body;
    private PostDominators? _postDominators;
    private string? _signature;

    public ClosedMethod(
        ClosedTypes types, MethodDefinition definition, ClosedType owner, ImmutableArray<ClosedType> arguments)
    {
        _types = types;
        Definition = definition;
        Owner = owner;
        Arguments = arguments;
        Scope = new GenericScope(owner.Arguments, arguments);
        Parameters = [.. definition.Parameters.Select(parameter => types.Close(parameter.ParameterType, Scope))];
        ReturnType = types.Close(definition.ReturnType, Scope);
    }

    public MethodDefinition Definition { get; }

    public ClosedType Owner { get; }

    public ImmutableArray<ClosedType> Arguments { get; }

    public GenericScope Scope { get; }

    /// <summary>Types of its parameters, without "this".</summary>
    public ImmutableArray<ClosedType> Parameters { get; }

    public ClosedType ReturnType { get; }

    /// <summary>Its IL, which counts as read from then on.</summary>
    public MethodBody Body => _body ??= _types.Reads.BodyOf(Definition);

    /// <summary>Types of its local variables.</summary>
    public ImmutableArray<ClosedType> Locals => _locals.IsDefault
        ? _locals = [.. Body.Variables.Select(local => _types.Close(local.VariableType, Scope))]
        : _locals;

    /// <summary>Where its ways meet.</summary>
    public PostDominators PostDominators => _postDominators ??= new PostDominators(Body);

    public bool ReturnsNothing => ReturnType.Kind == MetadataType.Void;

    /// <summary>The declaration in full: calls that the executor answers are known by it.</summary>
    public string Signature => _signature ??= Definition.FullName;

    /// <summary>The type that an instruction names.</summary>
    public ClosedType TypeAt(Instruction at) => At(at, () => _types.Close((TypeReference)at.Operand, Scope));

    /// <summary>The method that an instruction names.</summary>
    public ClosedMethod MethodAt(Instruction at) => At(at, () => _types.Close((MethodReference)at.Operand, Scope));

    /// <summary>The field that an instruction names.</summary>
    public ClosedField FieldAt(Instruction at) => At(at, () => _types.Close((FieldReference)at.Operand, Scope));

    /// <summary>The class of exceptions that a catch block is for.</summary>
    public ClosedType CatchTypeOf(ExceptionHandler handler) => _types.Close(handler.CatchType, Scope);

    public override string ToString() => $"{Owner}.{Definition.Name}";

    private T At<T>(Instruction at, Func<T> make)
        where T : class
    {
        if (!_operands.TryGetValue(at, out var operand))
        {
            operand = make();
            _operands.Add(at, operand);
        }

        return (T)operand;
    }
}
