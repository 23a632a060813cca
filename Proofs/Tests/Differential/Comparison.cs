using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verify.Proofs.Running;
using Verify.Proofs.Symbolic;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Tests.Differential;

/// <summary>
/// Holds the executor against the runtime: all paths of a method symbolically, then calls with known values.
/// </summary>
internal sealed class Comparison
{
    private const int Unwind = 40;

    private readonly MethodInfo _method;
    private readonly HarnessInputs _inputs;
    private readonly List<(IReadOnlyList<Term> Conditions, PathOutcome Outcome)> _paths = [];

    public Comparison(MethodInfo method)
    {
        _method = method;
        _inputs = new HarnessInputs(method);
        using var code = new CodeBase(method.Module.FullyQualifiedName, mutant: null);
        using var exploration = new Exploration(CancellationToken.None);
        var definition = code.Find(method);
        var variables = SymbolicInputs.Variables(exploration.Terms, _inputs);
        var arguments = SymbolicInputs.Arguments(exploration.Terms, exploration.Layouts, definition, variables);
        foreach (var outcome in exploration.Paths(definition, arguments, Unwind))
        {
            (outcome.End is null or ThrownException).ShouldBeTrue($"{outcome.End?.Message} ({outcome.End?.Location})");
            _paths.Add((exploration.Conditions, outcome));
        }
    }

    public int Paths => _paths.Count;

    /// <summary>Random values: one path has their conditions, and it ends as the runtime's call does.</summary>
    public void Check(int calls) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(calls).WithReplay(0x5eed, 1),
        Prop.ForAll(RandomValues.For(_inputs), Agrees));

    private void Agrees(ulong[] values)
    {
        var evaluator = new TermEvaluator(
            _inputs.All.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second));
        var taken = _paths.Where(path => path.Conditions.All(condition => evaluator.Evaluate(condition) == 1)).ToList();
        taken.Count.ShouldBe(1, "paths that these values take");
        Describe(taken[0].Outcome, evaluator).ShouldBe(DescribeRuntime(values));
    }

    private string DescribeRuntime(ulong[] values)
    {
        try
        {
            return string.Join(' ', Flatten(_method.Invoke(null, _inputs.Arguments(values))!));
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException!.GetType().FullName!;
        }
    }

    private static string Describe(PathOutcome outcome, TermEvaluator evaluator) =>
        outcome.End is ThrownException thrown
            ? thrown.TypeName
            : string.Join(' ', Flatten(outcome.Result!, evaluator));

    private static IEnumerable<ulong> Flatten(Value value, TermEvaluator evaluator) => value is StructValue whole
        ? whole.Fields.SelectMany(field => Flatten(field, evaluator))
        : [evaluator.Evaluate(((Scalar)value).Term)];

    private static IEnumerable<ulong> Flatten(object value) => HarnessInput.IsScalar(value.GetType())
        ? [HarnessInput.ToBits(value)]
        : HarnessInputs.FieldsOf(value.GetType()).SelectMany(field => Flatten(field.GetValue(value)!));
}
