namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>
/// Pure static methods, which the executor merges, and which call void methods. Both return early on some ways. If a
/// method cannot be merged, each call has as many paths as the method.
/// </summary>
internal sealed class Helpers(Draft draft, IntegerExpressions integers, int seed) : IFeature
{
    private const int Forks = 2;

    private readonly string _result = draft.Pick(IntegerExpressions.Types);
    private readonly string _first = draft.Pick(IntegerExpressions.Types);
    private int _calls;

    /// <summary>The source of the methods.</summary>
    public string Methods { get; private set; } = "";

    private string Call => $"{Name}(unchecked(({_first}){integers.Variable()}), {integers.Variable()})";

    private string Name => $"Compute{seed}";

    public void Declare()
    {
        Methods = WriteInner() + WriteOuter();
        integers.Reads.Add(() => MayCall() ? $"(int){Call}" : integers.Variable());
        integers.Reads.Add(() => draft.TryFork()
            ? $"Library.Part({integers.Variable()}, {integers.Variable()})"
            : $"Library.Length({integers.Variable()} > {integers.Variable()})");
    }

    public void Statement()
    {
        if (MayCall())
        {
            draft.Line(draft.Chance(3)
                ? $"Set{seed}(ref {integers.VariableOf("int")}, {integers.Value(_first)});"
                : $"{integers.VariableOf("int")} ^= (int){Call};");
        }
        else
        {
            integers.Assign();
        }
    }

    public IEnumerable<(string Type, string Expression)> Observed() =>
        MayCall() ? [(_result, Call)] : [];

    // A call that is not merged has more paths than one fork.
    private bool MayCall() => _calls < 2 && draft.TryFork() && draft.TryFork() && _calls++ < 2;

    private string WriteInner()
    {
        var inner = new Draft(seed, Forks);
        var own = new IntegerExpressions(inner, mayOverflow: false);
        own.Add("place", "int");
        own.Add("a", _first);
        inner.Block($"private static void Set{seed}(ref int place, {_first} a)", () =>
            new Statements(inner, own, [], "return;", mayCatch: false).Write(3, depth: 1));
        return inner.Text;
    }

    private string WriteOuter()
    {
        var outer = new Draft(~seed, Forks);
        var own = new IntegerExpressions(outer, mayOverflow: false);
        own.Add("a", _first);
        own.Add("b", "int");
        outer.Block($"private static {_result} {Name}({_first} a, int b)", () =>
        {
            outer.Line($"int c = {own.Value("int")};");
            own.Add("c", "int");
            var statements = new Statements(outer, own, [], $"return {own.Value(_result, 1)};", mayCatch: false);
            statements.Write(2, depth: 1);
            outer.Line($"Set{seed}(ref {outer.Pick(["b", "c"])}, {own.Value(_first)});");
            statements.Write(1, depth: 1);
            outer.Line($"return {own.Value(_result)};");
        });
        return outer.Text;
    }
}
