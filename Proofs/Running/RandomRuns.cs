using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace Verify.Proofs.Running;

/// <summary>
/// A harness on random values, in the runtime itself: the other engine. It interprets nothing and asks no solver, so that
/// a fault of the executor does not prove what does not hold.
/// </summary>
internal sealed class RandomRuns : IRunner
{
    // As many admitted inputs, of at most as many in all; the same ones in every run.
    private static readonly Config Config = Config.Quick
        .WithMaxTest(300).WithMaxRejected(30_000).WithReplay(0x5eed, 1);

    private string? _failure;

    private RandomRuns()
    {
    }

    /// <summary>Why they fail, in a line; null where they pass.</summary>
    public static string? FailureOf(MethodInfo harness)
    {
        var inputs = new HarnessInputs(harness);
        var runs = new RandomRuns();
        Check.One(
            Config.WithRunner(runs),
            Prop.ForAll(RandomValues.For(inputs), values =>
                Prop.ToProperty(runs.Passes(harness, inputs, values, out bool isAdmitted)).When(isAdmitted)));
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

    private bool Passes(MethodInfo harness, HarnessInputs inputs, ulong[] values, out bool isAdmitted)
    {
        string? failure = ConcreteRun.Execute(harness, values, out isAdmitted);
        if (failure is not null)
        {
            _failure = $"{failure} in a run with {inputs.Describe(values)}";
        }

        return failure is null;
    }
}
