namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>
/// Expressions over integer variables of all widths, and over other sources of an int. Queries about them are easy for
/// the solver: products, quotients and shifts of two variables are left to <see cref="Products"/>.
/// </summary>
/// <param name="draft">The method being written.</param>
/// <param name="mayOverflow">True to include checked conversions.</param>
internal sealed class IntegerExpressions(Draft draft, bool mayOverflow)
{
    public static readonly string[] Types =
        ["sbyte", "byte", "short", "ushort", "char", "int", "uint", "long", "ulong"];

    public static readonly string[] Shifts = ["<<", ">>", ">>>"];

    private static readonly string[] Wide = ["int", "int", "uint", "long", "ulong"];
    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "==", "!="];
    // Not constants, which the compiler would fold or reject.
    private static readonly string[] Edges =
        ["Zero", "One", "MinusOne", "Seven", "Byte", "Sign", "Least", "Short", "Word", "Most", "Lowest"];

    private readonly List<(string Name, string Type)> _variables = [];

    /// <summary>Other expressions of type int. One that may throw asks for a fork.</summary>
    public List<Func<string>> Reads { get; } = [];

    public IReadOnlyList<(string Name, string Type)> Variables => _variables;

    public string AnyType() => draft.Pick(Types);

    public void Add(string name, string type) => _variables.Add((name, type));

    /// <summary>An expression of type int without operators.</summary>
    public string Operand() => Reads.Count > 0 && draft.Chance(3) ? draft.Pick(Reads)()
        : draft.Chance(12) ? $"Edge.{draft.Pick(Edges)}"
        : Variable();

    /// <summary>The name of a variable of this type, which must exist.</summary>
    public string VariableOf(string type) => draft.Pick([.. _variables.Where(variable => variable.Type == type)]).Name;

    public string Variable() => $"(int){draft.Pick(_variables).Name}";

    /// <summary>An expression of any integer type.</summary>
    public string Expression(int depth)
    {
        if (depth == 0)
        {
            return Operand();
        }

        // Convert operands to one type: C# has no operator for a ulong and a signed number.
        var type = draft.Pick(Wide);
        return draft.Below(9) switch
        {
            0 => $"~{Inner()}",
            1 => $"({Inner()} {draft.Pick(Shifts)} {draft.Below(40)})",
            2 => $"(({type})({AnyType()}){Operand()} {draft.Pick(["+", "^"])} {Inner()})",
            3 when type is not "ulong" => $"(-{Inner()})",
            _ => $"({Inner()} {draft.Pick(["+", "-", "&", "|", "^"])} {Inner()})",
        };

        string Inner() => depth == 1 ? As(type, Operand()) : $"({type}){Expression(depth - 1)}";
    }

    public string Condition() => draft.Below(6) switch
    {
        0 => $"({Comparison()} & {Comparison()})",
        1 => $"({Comparison()} ^ {Comparison()})",
        2 => $"!({Comparison()} | {Comparison()})",
        _ => Comparison(),
    };

    /// <summary>A value for an integer of this type, by a truncating cast.</summary>
    public string Value(string type, int depth = 2) => $"unchecked(({type}){Expression(depth)})";

    public void Assign()
    {
        var (name, type) = draft.Pick(_variables);
        switch (draft.Below(5))
        {
            case 0 when mayOverflow && draft.TryFork():
                draft.Line($"{name} = checked(({type}){Expression(1)});");
                break;
            case 1:
                draft.Line($"unchecked {{ {name} {draft.Pick(["+=", "-=", "^="])} {Value(type, 1)}; }}");
                break;
            case 2:
                draft.Line($"unchecked {{ {name}{draft.Pick(["++", "--"])}; }}");
                break;
            default:
                draft.Line($"{name} = {Value(type)};");
                break;
        }
    }

    // The operands are ints already.
    private static string As(string type, string operand) => type == "int" ? operand : $"({type}){operand}";

    private string Comparison()
    {
        var type = draft.Pick(Wide);
        return $"({As(type, Operand())} {draft.Pick(Comparisons)} {As(type, Operand())})";
    }
}
