using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Shouldly;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Running;
using Verify.Proofs.Solving;
using Verify.Proofs.Symbolic;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Tests.Differential;

/// <summary>
/// Compares the executor with the runtime: all paths of a method symbolically, then calls with known values. For an
/// input of each path, three results must agree: that of the runtime; that of the one path with these values; and that
/// of the executor on known values, without merged calls and without solver.
/// </summary>
internal sealed class Comparison : IDisposable
{
    private const int Unwind = 40;

    private readonly MethodInfo _method;
    private readonly HarnessInputs _inputs;
    private readonly CodeBase _code;
    private readonly bool _isShared;
    private readonly MethodDefinition _definition;
    private readonly Exploration _exploration;
    private readonly Term[] _variables;
    private readonly List<(IReadOnlyList<Term> Conditions, PathOutcome Outcome, ulong[] Input)> _paths = [];

    /// <param name="method">The method.</param>
    /// <param name="isMerged">True to merge the paths if possible, like those of a called method.</param>
    /// <param name="code">Shared code with the method's IL; null to read it again.</param>
    public Comparison(MethodInfo method, bool isMerged = false, CodeBase? code = null)
    {
        _method = method;
        _inputs = new HarnessInputs(method);
        _code = code ?? new CodeBase(method.Module.FullyQualifiedName, mutant: null);
        _isShared = code is not null;
        _definition = _code.Find(method);
        _exploration = new Exploration(
            _code.Reads, new Z3Solver(CancellationToken.None), progress: null, CancellationToken.None);
        _variables = SymbolicInputs.Variables(_exploration.Terms, _inputs);
        var arguments = SymbolicInputs.Arguments(
            _exploration.Terms, _exploration.Layouts, _definition, _variables);
        foreach (var outcome in _exploration.Paths(_definition, arguments, Unwind, isMerged))
        {
            (outcome.End is null or ThrownException).ShouldBeTrue($"{outcome.End?.Message} ({outcome.End?.Location})");
            ulong?[] input =
                [.. _variables.Select(variable => _exploration.Solver.ValueIf(_exploration.Terms.True, variable))];
            input.ShouldAllBe(value => value.HasValue, $"no input takes path {_paths.Count}");
            _paths.Add((_exploration.Conditions, outcome, [.. input.Select(value => value!.Value)]));
        }
    }

    public int Paths => _paths.Count;

    /// <summary>Signatures of all methods that the executor has called or answered itself.</summary>
    public IEnumerable<string> Calls => _exploration.Layouts.Types.Methods.Select(method => method.Signature);

    /// <summary>The instructions of the method and of all others that the executor has called.</summary>
    public IEnumerable<Code> Instructions => _exploration.Layouts.Types.Methods
        .Where(method => method.Definition.HasBody)
        .SelectMany(method => method.Definition.Body.Instructions)
        .Select(instruction => instruction.OpCode.Code);

    public void Dispose()
    {
        _exploration.Dispose();
        if (!_isShared)
        {
            _code.Dispose();
        }
    }

    /// <summary>
    /// Compares an input of each path, from the solver; pairs of extreme numbers, which are rare among random ones; and
    /// random inputs.
    /// </summary>
    public void Check(int calls)
    {
        CheckEachPath();
        foreach (var values in Extremes())
        {
            Agrees(values, DescribeRuntime(values));
        }

        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(calls).WithReplay(0x5eed, 1),
            Prop.ForAll(RandomValues.For(_inputs), values => Agrees(values, DescribeRuntime(values))));
    }

    /// <summary>Compares all inputs of a small space, also with the executor's run on known values.</summary>
    public void CheckWhole()
    {
        CheckEachPath();
        foreach (var values in Combinations(_inputs.All.Count))
        {
            var runtime = DescribeRuntime(values);
            Agrees(values, runtime);
            KnownAgrees(values, runtime);
        }
    }

    private IEnumerable<ulong[]> Combinations(int count) => count == 0
        ? [[]]
        : from before in Combinations(count - 1)
          from last in SmallSpace.Of(_inputs.All[count - 1])
          select (ulong[])[.. before, last];

    private void CheckEachPath()
    {
        for (var path = 0; path < _paths.Count; path++)
        {
            var input = _paths[path].Input;
            var runtime = DescribeRuntime(input);
            Agrees(input, runtime).ShouldBe(path, "the path of its own input");
            KnownAgrees(input, runtime);
        }
    }

    private IEnumerable<ulong[]> Extremes() =>
        from first in Enumerable.Range(0, _inputs.All.Count)
        from second in Enumerable.Range(0, first)
        from a in Extremes(_inputs.All[first].Width)
        from b in Extremes(_inputs.All[second].Width)
        select (ulong[])[.. _inputs.All.Select((_, i) => i == first ? a : i == second ? b : 1)];

    // Zero, -1 or the greatest, the least signed or half of the range, and the greatest signed.
    private static ulong[] Extremes(int width) =>
        [0, Bits.Mask(width), Bits.SignBit(width), Bits.SignBit(width) - 1];

    /// <summary>Requires that exactly one path has these values, and ends as the runtime does.</summary>
    /// <returns>Which path.</returns>
    private int Agrees(ulong[] values, string runtime)
    {
        var evaluator = new TermEvaluator(
            _inputs.All.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second));
        List<int> taken = [.. Enumerable.Range(0, _paths.Count).Where(
            path => _paths[path].Conditions.All(condition => evaluator.Evaluate(condition) == 1))];
        Require(taken.Count, 1, "paths that are taken", values);
        Require(Describe(_paths[taken[0]].Outcome, evaluator), runtime, "the path", values);
        return taken[0];
    }

    private void KnownAgrees(ulong[] values, string runtime) =>
        Require(DescribeKnown(values), runtime, "the executor's run", values);

    // The message costs more than most comparisons.
    private void Require<T>(T actual, T expected, string what, ulong[] values)
    {
        if (!Equals(actual, expected))
        {
            actual.ShouldBe(expected, $"{what} with {_inputs.Describe(values)}");
        }
    }

    private string DescribeRuntime(ulong[] values)
    {
        try
        {
            return string.Join(' ', Flatten(_method.Invoke(null, _inputs.Arguments(values))!));
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException!.GetType().FullName!.Replace('+', '/'); // As IL names a nested type.
        }
    }

    private string DescribeKnown(ulong[] values)
    {
        var terms = new TermFactory();
        var arguments = SymbolicInputs.Arguments(
            terms, _exploration.Layouts, _definition, SymbolicInputs.Constants(terms, _inputs, values));
        return Describe(
            Exploration.RunConcretely(
                terms, _exploration.Layouts, _definition, arguments, Unwind, CancellationToken.None),
            new TermEvaluator(new Dictionary<string, ulong>()));
    }

    private static string Describe(PathOutcome outcome, TermEvaluator evaluator) => outcome.End switch
    {
        null => string.Join(' ', Flatten(outcome.Result!, evaluator)),
        ThrownException thrown => thrown.Thrown.Type.Name,
        var end => $"{end.Message} ({end.Location})",
    };

    private static IEnumerable<ulong> Flatten(Value value, TermEvaluator evaluator) => value is StructValue whole
        ? whole.Fields.SelectMany(field => Flatten(field, evaluator))
        : [evaluator.Evaluate(((Scalar)value).Term)];

    private static IEnumerable<ulong> Flatten(object value) => HarnessInput.IsScalar(value.GetType())
        ? [HarnessInput.ToBits(value)]
        : HarnessInputs.FieldsOf(value.GetType()).SelectMany(field => Flatten(field.GetValue(value)!));
}
