using System.Reflection;
using System.Runtime.CompilerServices;

namespace Verify.Proofs.Running;

/// <summary>
/// A harness's parameters taken apart into integers, and put together again. A struct has one input for each field,
/// private ones too, so a harness starts from every state that the struct can be in.
/// </summary>
internal sealed class HarnessInputs
{
    private readonly ParameterInfo[] _parameters;

    /// <summary>The inputs of a harness.</summary>
    /// <exception cref="NotSupportedException">A parameter is none of integer, bool, enum and struct.</exception>
    public HarnessInputs(MethodInfo harness)
    {
        _parameters = harness.GetParameters();
        All = [.. _parameters.SelectMany(parameter => Leaves(parameter.Name!, parameter.ParameterType))];
    }

    /// <summary>The integers, in order of parameters and fields.</summary>
    public IReadOnlyList<HarnessInput> All { get; }

    /// <summary>Arguments to call a harness of the same shape with.</summary>
    /// <param name="values">One for each of <see cref="All"/>, zero-extended.</param>
    public object[] Arguments(IReadOnlyList<ulong> values)
    {
        var next = 0;
        return [.. _parameters.Select(parameter => Build(parameter.ParameterType, values, ref next))];
    }

    /// <summary>Values in a line, as a C# programmer writes them.</summary>
    public string Describe(IReadOnlyList<ulong> values) => string.Join(", ", Texts(values));

    /// <summary>Each input with its value.</summary>
    public IEnumerable<InputValue> Texts(IReadOnlyList<ulong> values) =>
        All.Select((input, i) => new InputValue(input.Name, input.Text(values[i])));

    public static IEnumerable<FieldInfo> FieldsOf(Type type) => type
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .OrderBy(field => field.MetadataToken);

    private static IEnumerable<HarnessInput> Leaves(string name, Type type) =>
        HarnessInput.IsScalar(type) ? [new HarnessInput(name, type)]
        : type is { IsValueType: true, IsPrimitive: false } && Nullable.GetUnderlyingType(type) is null
            ? FieldsOf(type).SelectMany(field => Leaves($"{name}.{Readable(field.Name)}", field.FieldType))
        : throw new NotSupportedException($"a harness parameter of type {type}");

    private static object Build(Type type, IReadOnlyList<ulong> values, ref int next)
    {
        if (HarnessInput.IsScalar(type))
        {
            return HarnessInput.ToObject(type, values[next++]);
        }

        var whole = RuntimeHelpers.GetUninitializedObject(type);
        foreach (FieldInfo field in FieldsOf(type))
        {
            field.SetValue(whole, Build(field.FieldType, values, ref next));
        }

        return whole;
    }

    // The compiler names a property's field <First>k__BackingField, and a captured parameter's <first>P.
    private static string Readable(string field) => field is ['<', ..]
        ? field[1..field.IndexOf('>', StringComparison.Ordinal)]
        : field.TrimStart('_');
}
