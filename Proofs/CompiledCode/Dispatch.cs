using System.Collections.Immutable;
using Mono.Cecil;

namespace Verify.Proofs.CompiledCode;

/// <summary>Selects the method of a virtual or interface call on a known type, and tests types of values.</summary>
internal sealed class Dispatch(ClosedTypes types)
{
    private static readonly string Library = typeof(object).Module.Name;

    // Generic interfaces by their definitions.
    private static readonly ImmutableHashSet<string?> OfArrays =
    [
        .. typeof(object[]).GetInterfaces()
            .Select(type => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName),
    ];

    private readonly Dictionary<(ClosedType, ClosedMethod), ClosedMethod> _known = [];

    /// <summary>Finds the method that runs for a receiver of this type.</summary>
    /// <exception cref="UnsupportedCodeException">There is no such method.</exception>
    public ClosedMethod Find(ClosedType receiver, ClosedMethod called)
    {
        if (!_known.TryGetValue((receiver, called), out ClosedMethod? found))
        {
            found = (called.Owner.Definition is { IsInterface: true }
                    ? FindImplementation(receiver, called)
                    : FindOverride(receiver, called))
                ?? throw new UnsupportedCodeException($"{called} of {receiver}, which does not have it");
            _known.Add((receiver, called), found);
        }

        return found;
    }

    /// <summary>True if a value of one type is of another: the same, a base class, or an interface of it.</summary>
    /// <exception cref="UnsupportedCodeException">It depends on variance.</exception>
    public static bool IsA(ClosedType type, ClosedType other)
    {
        if (type == other || other.Kind == MetadataType.Object)
        {
            return true;
        }

        if (type.IsArray)
        {
            return IsArrayA(type, other);
        }

        return type.Chain.Any(candidate => IsVariant(candidate, other))
            ? throw new UnsupportedCodeException($"the question whether {type} is {other}")
            : type.Chain.Any(candidate => candidate == other || candidate.Interfaces.Contains(other));
    }

    // ECMA-335 I.8.7.1. Arrays of different integers of one width are compatible, with exceptions.
    private static bool IsArrayA(ClosedType array, ClosedType other) =>
        other.IsArray && (array.Element!, other.Element!) is var (element, wanted)
            ? element.IsValueType || wanted.IsValueType
                ? element == wanted || (element.IsValueType && wanted.IsValueType && MayBeAlike(element, wanted)
                    ? throw new UnsupportedCodeException($"the question whether {array} is {other}")
                    : false)
                : IsA(element, wanted)
            : other.Name == typeof(Array).FullName || IsInterfaceOf(array, other);

    // The element type is left open: both sides are variant.
    private static bool IsInterfaceOf(ClosedType array, ClosedType other) =>
        other.Definition is { Module.Name: var module, FullName: var name } definition
        && module == Library && OfArrays.Contains(name)
        && (definition.HasGenericParameters
            ? throw new UnsupportedCodeException($"the question whether {array} is {other}")
            : true);

    private static bool MayBeAlike(ClosedType element, ClosedType wanted) =>
        IsNumber(element.Definition!) && IsNumber(wanted.Definition!);

    private static bool IsNumber(TypeDefinition definition) => definition.IsPrimitive || definition.IsEnum;

    // The same generic interface or delegate with other arguments may fit by variance.
    private static bool IsVariant(ClosedType type, ClosedType other) =>
        other.Definition is { HasGenericParameters: true } definition
        && definition.GenericParameters.Any(parameter => !parameter.IsNonVariant)
        && type.Interfaces.Append(type).Any(
            listed => listed != other && listed.Definition == definition && MayVary(listed, other));

    // Only reference types are variant.
    private static bool MayVary(ClosedType type, ClosedType other) => type.Arguments.Zip(other.Arguments).All(
        pair => pair.First == pair.Second || (!pair.First.IsValueType && !pair.Second.IsValueType));

    private ClosedMethod? FindOverride(ClosedType receiver, ClosedMethod called)
    {
        MethodDefinition slot = SlotOf(called.Owner, called.Definition, called);
        foreach (ClosedType type in receiver.Chain)
        {
            foreach (MethodDefinition candidate in type.Definition?.Methods ?? [])
            {
                if (candidate.IsVirtual && (candidate == called.Definition
                    || (Fits(type, candidate, called) && SlotOf(type, candidate, called) == slot)
                    || Names(type, candidate, called)))
                {
                    return types.Of(type, candidate, called.Arguments);
                }
            }
        }

        return null;
    }

    private ClosedMethod? FindImplementation(ClosedType receiver, ClosedMethod called)
    {
        foreach (ClosedType type in receiver.Chain.SkipWhile(type => !type.Interfaces.Contains(called.Owner)))
        {
            IEnumerable<MethodDefinition> methods = type.Definition?.Methods ?? [];
            MethodDefinition? found = methods.FirstOrDefault(candidate => Names(type, candidate, called))
                ?? methods.FirstOrDefault(candidate => candidate.IsPublic && Fits(type, candidate, called));
            if (found is not null)
            {
                ClosedMethod method = types.Of(type, found, called.Arguments);
                return found.IsVirtual && !found.IsFinal ? FindOverride(receiver, method) : method;
            }
        }

        return FindDefault(receiver, called);
    }

    // An interface may override the default of an inherited member.
    private ClosedMethod? FindDefault(ClosedType receiver, ClosedMethod called)
    {
        var others =
            from type in receiver.Chain
            from listed in type.Interfaces
            from method in listed.Definition!.Methods
            where Names(listed, method, called)
            select types.Of(listed, method, called.Arguments);
        List<ClosedMethod> found = [.. others.Distinct()];
        return found.Count > 1 ? throw new UnsupportedCodeException($"{called} of {receiver}, with several defaults")
            : found.Count == 1 ? found[0]
            : called.Definition.HasBody ? called
            : null;
    }

    // The method that an override overrides: the nearest one above that starts a slot. A new method hides earlier ones.
    private MethodDefinition SlotOf(ClosedType type, MethodDefinition method, ClosedMethod called) => method.IsNewSlot
        ? method
        : type.Chain.Skip(1)
            .SelectMany(above => above.Definition!.Methods.Where(
                candidate => candidate is { IsVirtual: true, IsNewSlot: true } && Fits(above, candidate, called)))
            .FirstOrDefault() ?? method;

    private bool Fits(ClosedType type, MethodDefinition candidate, ClosedMethod called) =>
        candidate.Name == called.Definition.Name && HasSignature(type, candidate, called);

    private bool Names(ClosedType type, MethodDefinition candidate, ClosedMethod called) =>
        candidate.Overrides.Any(named => named.Name == called.Definition.Name
            && types.Close(named.DeclaringType, new GenericScope(type.Arguments, [])) == called.Owner)
        && HasSignature(type, candidate, called);

    private bool HasSignature(ClosedType type, MethodDefinition candidate, ClosedMethod called)
    {
        if (candidate.Parameters.Count != called.Parameters.Length
            || candidate.GenericParameters.Count != called.Arguments.Length
            || candidate.IsStatic != called.Definition.IsStatic)
        {
            return false;
        }

        ImmutableArray<ClosedType> parameters = types.Of(type, candidate, called.Arguments).Parameters;
        return parameters.SequenceEqual(called.Parameters);
    }
}
