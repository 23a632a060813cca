using System.Collections.Immutable;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verify.Proofs.CompiledCode;

/// <summary>
/// A method without open type parameters. Equal methods of one <see cref="ClosedTypes"/> are the same object; each
/// caches the operands of its instructions.
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

    /// <summary>Types of the parameters, without "this".</summary>
    public ImmutableArray<ClosedType> Parameters { get; }

    public ClosedType ReturnType { get; }

    /// <summary>The IL, which counts as read after the first access.</summary>
    public MethodBody Body => _body ??= _types.Reads.BodyOf(Definition);

    /// <summary>Types of the local variables.</summary>
    public ImmutableArray<ClosedType> Locals => _locals.IsDefault
        ? _locals = [.. Body.Variables.Select(local => _types.Close(local.VariableType, Scope))]
        : _locals;

    /// <summary>Where the ways from a branch meet.</summary>
    public PostDominators PostDominators => _postDominators ??= new PostDominators(Body);

    public bool ReturnsNothing => ReturnType.Kind == MetadataType.Void;

    /// <summary>The full declaration, which identifies the calls that the executor answers itself.</summary>
    public string Signature => _signature ??= Definition.FullName;

    /// <summary>The type that an instruction names.</summary>
    public ClosedType TypeAt(Instruction at) => At(at, () => _types.Close((TypeReference)at.Operand, Scope));

    /// <summary>The method that an instruction names.</summary>
    public ClosedMethod MethodAt(Instruction at) => At(at, () => _types.Close((MethodReference)at.Operand, Scope));

    /// <summary>The field that an instruction names.</summary>
    public ClosedField FieldAt(Instruction at) => At(at, () => _types.Close((FieldReference)at.Operand, Scope));

    /// <summary>The type of exception that a catch block handles.</summary>
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
