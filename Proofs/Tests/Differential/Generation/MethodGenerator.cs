namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>Writes random C# methods, with a few features each, whose results they return.</summary>
internal sealed class MethodGenerator
{
    private const int Forks = 5;

    private readonly int _seed;
    private readonly Draft _draft;
    private readonly IntegerExpressions _integers;
    private readonly Helpers? _helpers;
    private readonly List<IFeature> _features = [];

    public MethodGenerator(int seed)
    {
        _seed = seed;
        _draft = new Draft(seed, Forks);
        _integers = new IntegerExpressions(_draft, mayOverflow: true);
        List<Func<IFeature>> kinds =
        [
            () => new Arrays(_draft, _integers), () => new Spans(_draft, _integers),
            () => new Objects(_draft, _integers), () => new Structs(_draft, _integers),
            () => new Shapes(_draft, _integers), () => new Helpers(_draft, _integers, seed),
            () => new TruthValues(_draft, _integers), () => new Products(_draft, _integers),
            () => new Throws(_draft, _integers), () => new Functions(_draft, _integers),
        ];
        // Each feature in turn; the others at random.
        foreach (var kind in (int[])[seed % kinds.Count, _draft.Below(kinds.Count), _draft.Below(kinds.Count)])
        {
            _features.Add(kinds[kind]());
        }

        _features = [.. _features.DistinctBy(feature => feature.GetType())];
        _helpers = _features.OfType<Helpers>().SingleOrDefault();
    }

    /// <summary>Writes one method, named after the seed, with the type of its result.</summary>
    public string Write()
    {
        for (var i = 0; i < 4; i++)
        {
            _integers.Add($"p{i}", _integers.AnyType());
        }

        var parameters = string.Join(
            ", ", _integers.Variables.Select(parameter => $"{parameter.Type} {parameter.Name}"));
        var seen = $"Seen{_seed}";
        List<(string Type, string Expression)> observed = [];
        _draft.Block($"public static {seen} M{_seed}({parameters})", () =>
        {
            DeclareAll();
            new Statements(_draft, _integers, _features, "return default;", mayCatch: true).Write(7, depth: 2);
            observed = [.. _integers.Variables.Select(variable => (variable.Type, variable.Name)),
                .. _features.SelectMany(feature => feature.Observed())];
            _draft.Line($"return new {seen}");
            _draft.Line("{");
            for (var i = 0; i < observed.Count; i++)
            {
                _draft.Line($"    F{i} = {observed[i].Expression},");
            }

            _draft.Line("};");
        });
        var fields = string.Join(' ', observed.Select((field, i) => $"public {field.Type} F{i};"));
        return $"{_helpers?.Methods}{_draft.Text}\n    public struct {seen} {{ {fields} }}\n\n";
    }

    private void DeclareAll()
    {
        for (var i = 0; i < 3; i++)
        {
            var (name, type) = ($"v{i}", i == 0 ? "int" : _integers.AnyType());
            _draft.Line($"{type} {name} = {_integers.Value(type)};");
            _integers.Add(name, type);
        }

        foreach (IFeature feature in _features)
        {
            feature.Declare();
        }
    }
}
