using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>
/// Conditions as a script in SMT-LIB 2 that asks whether they are satisfiable together. The sorts are those of
/// <see cref="Z3Translation"/>. A term used more than once becomes a definition, so the script is linear in the number
/// of terms. Names of variables are always quoted, and names of definitions start with a character that no C# name has.
/// </summary>
internal sealed class SmtLibScript
{
    private static readonly Regex QuotedName = new(@"\|[^|]*\|");

    private readonly Dictionary<Term, int> _uses = [];
    private readonly Dictionary<Term, string> _names = [];
    private readonly StringBuilder _text = new("(set-logic QF_BV)\n");

    private SmtLibScript()
    {
    }

    /// <summary>Makes the script. The same conditions in the same order give the same text.</summary>
    public static string Of(IReadOnlyList<Term> conditions)
    {
        var script = new SmtLibScript();
        foreach (Term condition in conditions)
        {
            script.CountUses(condition);
        }

        foreach (Term condition in conditions)
        {
            var asserted = script.Expression(condition);
            script.Line($"(assert {asserted})");
        }

        return script.Line("(check-sat)")._text.ToString();
    }

    /// <summary>Replaces the names of variables with numbers, which does not change satisfiability.</summary>
    public static string WithoutNames(string script)
    {
        var numbers = new Dictionary<string, string>();
        return QuotedName.Replace(script, name =>
            numbers.TryGetValue(name.Value, out var number)
                ? number
                : numbers[name.Value] = $"|{numbers.Count}|");
    }

    private SmtLibScript Line(string text)
    {
        _text.Append(text).Append('\n');
        return this;
    }

    private void CountUses(Term term)
    {
        if (term.IsConstant)
        {
            return;
        }

        _uses[term] = _uses.GetValueOrDefault(term) + 1;
        if (_uses[term] > 1)
        {
            return;
        }

        if (term.Operator == Operator.Variable)
        {
            _names.Add(term, $"|{term.Name}|");
            Line($"(declare-const |{term.Name}| {Sort(term.Width)})");
            return;
        }

        foreach (Term operand in term.Operands)
        {
            CountUses(operand);
        }
    }

    private string Expression(Term term)
    {
        if (term.IsConstant)
        {
            return term.Width == 1 ? (term.IsTrue ? "true" : "false") : Literal(term.Value, term.Width);
        }

        if (_names.TryGetValue(term, out var name))
        {
            return name;
        }

        var application = Application(term);
        if (_uses[term] == 1)
        {
            return application;
        }

        name = string.Create(CultureInfo.InvariantCulture, $"${_names.Count}");
        _names.Add(term, name);
        Line($"(define-fun {name} () {Sort(term.Width)} {application})");
        return name;
    }

    private string Application(Term term)
    {
        Term first = term.First!;
        return term.Operator switch
        {
            Operator.Truncate when term.Width == 1 => $"(= ((_ extract 0 0) {Vector(first)}) #b1)",
            Operator.Truncate => $"((_ extract {term.Width - 1} 0) {Vector(first)})",
            Operator.ZeroExtend => $"((_ zero_extend {term.Width - first.Width}) {Vector(first)})",
            Operator.SignExtend => $"((_ sign_extend {term.Width - first.Width}) {Vector(first)})",
            Operator.LessUnsigned or Operator.LessSigned =>
                $"({SmtLibSymbol.Of(term)} {Vector(first)} {Vector(term.Second!)})",
            _ => $"({SmtLibSymbol.Of(term)} {string.Join(' ', term.Operands.Select(Expression))})",
        };
    }

    // One bit as a bit-vector: elsewhere it is a Bool.
    private string Vector(Term term) => term.Width > 1 ? Expression(term) : $"(ite {Expression(term)} #b1 #b0)";

    private static string Sort(int width) => width == 1 ? "Bool" : $"(_ BitVec {width})";

    private static string Literal(ulong value, int width) => width % 4 == 0
        ? "#x" + value.ToString($"x{width / 4}", CultureInfo.InvariantCulture)
        : "#b" + value.ToString($"b{width}", CultureInfo.InvariantCulture);
}
