using System.Text;

namespace Verify.Proofs.Tests.Differential;

/// <summary>Writes C# methods of random arithmetic, branches and short loops over integers of several widths.</summary>
internal sealed class MethodGenerator(int seed)
{
    private const int MaxBranches = 4;

    private static readonly string[] Types = ["sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private readonly List<(string Name, string Type)> _variables = [];
    private int _branches;
    private int _loops;

    /// <summary>One method, named after the seed.</summary>
    public string Write()
    {
        for (var i = 0; i < 4; i++)
        {
            _variables.Add(($"p{i}", AnyType()));
        }

        var result = AnyType();
        var parameters = string.Join(", ", _variables.Select(parameter => $"{parameter.Type} {parameter.Name}"));
        _text.AppendLine($"public static {result} M{seed}({parameters})");
        _text.AppendLine("{");
        for (var i = 0; i < 3; i++)
        {
            var type = AnyType();
            _text.AppendLine($"{type} v{i} = ({type})({Expression(2)});");
            _variables.Add(($"v{i}", type));
        }

        Statements(3, depth: 2);
        _text.AppendLine($"return ({result})({Expression(2)});").AppendLine("}");
        return _text.ToString();
    }

    private string AnyType() => Types[_random.Next(Types.Length)];

    private void Statements(int count, int depth)
    {
        for (var i = 0; i < count; i++)
        {
            Statement(depth);
        }
    }

    private void Statement(int depth)
    {
        var kind = _random.Next(6);
        if (kind == 0 && depth > 0 && _branches < MaxBranches)
        {
            _branches++;
            _text.AppendLine($"if ({Condition()}) {{");
            Statements(2, depth - 1);
            _text.AppendLine("} else {");
            Statements(1, depth - 1);
            _text.AppendLine("}");
        }
        else if (kind == 1 && depth > 0)
        {
            var counter = $"i{_loops++}";
            _text.AppendLine($"for (int {counter} = 0; {counter} < {_random.Next(1, 4)}; {counter}++) {{");
            Assignment(isChecked: false);
            _text.AppendLine("}");
        }
        else
        {
            Assignment(isChecked: kind == 2 && _branches++ < MaxBranches);
        }
    }

    private void Assignment(bool isChecked)
    {
        var (name, type) = _variables[_random.Next(_variables.Count)];
        var context = isChecked ? "checked" : "unchecked";
        _text.AppendLine($"{name} = {context}(({type})({Expression(isChecked ? 1 : 2)}));");
    }

    private string Condition()
    {
        string[] operators = ["<", "<=", ">", ">=", "==", "!="];
        return $"{Operand()} {operators[_random.Next(operators.Length)]} {Operand()}";
    }

    // Operands are brought to one type first: C# has no operator for a ulong and a signed number.
    private string Expression(int depth)
    {
        if (depth == 0)
        {
            return Operand();
        }

        var type = _random.Next(2) == 0 ? "int" : Types[_random.Next(4, Types.Length)];
        string[] operators = ["+", "-", "*", "&", "|", "^", "+", "-"];
        return _random.Next(6) switch
        {
            0 => $"({type})~{Inner()}",
            1 => $"({Inner()} {(_random.Next(2) == 0 ? "<<" : ">>")} {_random.Next(0, 31)})",
            2 => $"({Inner()} / {_random.Next(1, 100)})",
            _ => $"({Inner()} {operators[_random.Next(operators.Length)]} {Inner()})",
        };

        string Inner() => $"({type})({Expression(depth - 1)})";
    }

    // A variable in all: an expression of constants alone would be the compiler's to compute.
    private string Operand()
    {
        var variable = $"(int){_variables[_random.Next(_variables.Count)].Name}";
        return _random.Next(5) == 0 ? $"({variable} & {_random.Next(100_000)})" : variable;
    }
}
