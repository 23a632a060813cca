using System.Reflection;
using System.Runtime.CompilerServices;
using Verify.Proofs.Results;

namespace Verify.Proofs.Running;

/// <summary>
/// Splits the parameters of a harness into integers, and builds arguments from integers. A struct has one input for
/// each field, including private ones, so that a harness starts from every state of the struct. A field with
/// a text is null: a proof about texts would need another executor.
/// </summary>
internal sealed class HarnessInputs
{
    private readonly ParameterInfo[] _parameters;

    /// <summary>The inputs of a harness.</summary>
    /// <exception cref="NotSupportedException">A parameter is not an integer, bool, enum or struct.</exception>
    public HarnessInputs(MethodInfo harness)
    {
        _parameters = harness.GetParameters();
        Leaf[] leaves = [.. _parameters.SelectMany(
            parameter => Leaves(new Leaf(parameter.Name!, parameter.Name!, parameter.ParameterType)))];
        All = [.. leaves.Zip(UniqueNames(leaves), (leaf, name) => new HarnessInput(name, leaf.Type))];
    }

    /// <summary>The integers, in the order of parameters and fields.</summary>
    public IReadOnlyList<HarnessInput> All { get; }

    /// <summary>Builds the arguments of a call.</summary>
    /// <param name="values">One for each of <see cref="All"/>, zero-extended.</param>
    public object[] Arguments(IReadOnlyList<ulong> values)
    {
        var next = 0;
        return [.. _parameters.Select(parameter => Build(parameter.ParameterType, values, ref next))];
    }

    /// <summary>Names and values in one line.</summary>
    public string Describe(IReadOnlyList<ulong> values) => string.Join(", ", Texts(values));

    /// <summary>Each input with its value.</summary>
    public IEnumerable<InputValue> Texts(IReadOnlyList<ulong> values) =>
        All.Select((input, i) => new InputValue(input.Name, input.Text(values[i])));

    public static IEnumerable<FieldInfo> FieldsOf(Type type) => type
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .OrderBy(field => field.MetadataToken);

    private static IEnumerable<Leaf> Leaves(Leaf whole) =>
        HarnessInput.IsScalar(whole.Type) ? [whole]
        : whole.Type is { IsValueType: true, IsPrimitive: false } && Nullable.GetUnderlyingType(whole.Type) is null
            ? FieldsOf(whole.Type)
                .Where(field => field.FieldType != typeof(string))
                .SelectMany(field => Leaves(whole.Part(field)))
        : throw new NotSupportedException($"a harness parameter of type {whole.Type}");

    // Each input becomes a variable with its name: the readable name, unless two inputs share it.
    private static IEnumerable<string> UniqueNames(Leaf[] leaves)
    {
        ILookup<string, Leaf> sameName = leaves.ToLookup(leaf => leaf.Name);
        var taken = new HashSet<string>();
        foreach (Leaf leaf in leaves)
        {
            var name = sameName[leaf.Name].Count() == 1 ? leaf.Name : leaf.RawName;
            for (var number = 2; !taken.Add(name); number++)
            {
                name = $"{leaf.RawName}#{number}";
            }

            yield return name;
        }
    }

    private static object Build(Type type, IReadOnlyList<ulong> values, ref int next)
    {
        if (HarnessInput.IsScalar(type))
        {
            return HarnessInput.ToObject(type, values[next++]);
        }

        if (type == typeof(string))
        {
            return null!;
        }

        var whole = RuntimeHelpers.GetUninitializedObject(type);
        foreach (FieldInfo field in FieldsOf(type))
        {
            field.SetValue(whole, Build(field.FieldType, values, ref next));
        }

        return whole;
    }

    /// <param name="Name">Parameter and fields as in the source, separated by dots.</param>
    /// <param name="RawName">Parameter and fields as compiled.</param>
    /// <param name="Type">The type of this parameter or field.</param>
    private sealed record Leaf(string Name, string RawName, Type Type)
    {
        public Leaf Part(FieldInfo field) =>
            new($"{Name}.{Readable(field.Name)}", $"{RawName}.{field.Name}", field.FieldType);

        // The compiler names a property's field <First>k__BackingField, and a captured parameter's <first>P.
        private static string Readable(string field) => field is ['<', ..]
            ? field[1..field.IndexOf('>', StringComparison.Ordinal)]
            : field.TrimStart('_');
    }
}
