namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>
/// Lambdas that capture a variable, to which they and the method write, and one without captures.
/// </summary>
internal sealed class Functions(Draft draft, IntegerExpressions integers) : IFeature
{
    private string _kept = "";
    private string _add = "";
    private string _pure = "";

    public void Declare()
    {
        _kept = draft.Fresh("f");
        _add = draft.Fresh("f");
        _pure = draft.Fresh("f");
        draft.Line($"int {_kept} = {integers.Operand()};");
        draft.Line($"Func<int, int> {_add} = by => {_kept} = unchecked(({_kept} * 3) {draft.Pick(["+", "^"])} by);");
        draft.Line($"Func<int, int> {_pure} = static of => unchecked(of {draft.Pick(["-", "^"])} {draft.Below(9)});");
        integers.Reads.Add(() => draft.Pick([$"{_add}({integers.Variable()})", $"{_pure}({_kept})"]));
    }

    public void Statement() => draft.Line(draft.Below(5) switch
    {
        0 when draft.TryFork() => $"if ({integers.Condition()}) {_pure} = {_add};",
        1 => $"{_pure} = new Pair({integers.Operand()}, 1).Plus;",
        2 => $"{_kept} = {integers.Value("int")};",
        _ => $"_ = {draft.Pick([_add, _pure])}({integers.Operand()});",
    });

    public IEnumerable<(string Type, string Expression)> Observed() => [("int", _kept), ("int", $"{_pure}(5)")];
}
