using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace Verify.Proofs.Running;

/// <summary>
/// A harness on random values, in the runtime itself: the other engine. It interprets nothing and asks no solver, so
/// that a fault of the executor does not prove what does not hold.
/// </summary>
internal sealed class RandomRuns : IRunner
{
    // As many admitted inputs, of at most as many in all; the same ones in every run.
    private static readonly Config Config = Config.Quick
        .WithMaxTest(300).WithMaxRejected(30_000).WithReplay(0x5eed, 1);

    private readonly MethodInfo _harness;
    private readonly HarnessInputs _inputs;
    private readonly List<ulong[]> _admitted = [];
    private string? _failure;

    private RandomRuns(MethodInfo harness)
    {
        _harness = harness;
        _inputs = new HarnessInputs(harness);
    }

    /// <summary>
    /// Runs the harness on random inputs; then on those with each of the program's constants in place of each value, so
    /// that none is missed by chance.
    /// </summary>
    /// <param name="harness">The harness.</param>
    /// <param name="constants">The program's, see <see cref="ProgramConstants"/>.</param>
    /// <returns>Why one fails, in a line; null where they pass.</returns>
    public static string? FailureOf(MethodInfo harness, IReadOnlyList<ulong> constants)
    {
        var runs = new RandomRuns(harness);
        Check.One(
            Config.WithRunner(runs),
            Prop.ForAll(RandomValues.For(runs._inputs), values =>
                Prop.ToProperty(runs.Passes(values, out bool isAdmitted)).When(isAdmitted)));
        _ = runs._failure is null && runs.WithConstants(constants).All(values => runs.Passes(values, out _));
        return runs._failure;
    }

    public void OnStartFixture(Type t)
    {
    }

    public void OnArguments(
        int n, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
    {
    }

    public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
    {
    }

    public void OnFinished(string name, TestResult result) => _failure = result switch
    {
        { IsExhausted: true } => "the assumptions let almost no random input through",
        { IsPassed: true } => null,
        _ => _failure ?? "the random runs broke off",
    };

    // One at a time, and each time in another admitted input: what the assumptions say mostly stays true.
    private IEnumerable<ulong[]> WithConstants(IReadOnlyList<ulong> constants)
    {
        ulong[][] admitted = [.. _admitted];
        var next = 0;
        for (var i = 0; i < _inputs.All.Count; i++)
        {
            foreach (var constant in RandomValues.Fitting(_inputs.All[i], constants))
            {
                ulong[] values = [.. admitted[next++ % admitted.Length]];
                values[i] = constant;
                yield return values;
            }
        }
    }

    private bool Passes(ulong[] values, out bool isAdmitted)
    {
        string? failure = ConcreteRun.Execute(_harness, values, out isAdmitted);
        if (failure is not null)
        {
            _failure = $"{failure} in a run with {_inputs.Describe(values)}";
        }
        else if (isAdmitted)
        {
            _admitted.Add(values);
        }

        return failure is null;
    }
}
