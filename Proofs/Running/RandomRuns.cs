using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace Verify.Proofs.Running;

/// <summary>
/// Runs a harness on random values in the runtime itself, without interpreter and solver, so that a fault in the
/// executor does not prove a wrong claim.
/// </summary>
internal sealed class RandomRuns : IRunner
{
    // Admitted inputs, and rejected ones at most. The fixed seed gives the same inputs in every run.
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
    /// Runs the harness on random inputs, and then on these inputs with each constant of the program in place of each
    /// value, so that no constant is missed by chance.
    /// </summary>
    /// <param name="harness">The harness.</param>
    /// <param name="constants">Constants of the program, see <see cref="ProgramConstants"/>.</param>
    /// <returns>Why a run fails, in one line; null if all pass.</returns>
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
        { IsExhausted: true } => "the assumptions reject almost every random input",
        { IsPassed: true } => null,
        _ => _failure ?? "the random runs were aborted",
    };

    // One constant at a time, each in another admitted input, for which the assumptions mostly remain true.
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
