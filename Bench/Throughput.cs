using BenchmarkDotNet.Attributes;
using CsCheck;
using Verify.Abi;
using Verify.Implementation;
using Verify.Properties.Campaigns;

namespace Verify.Bench;

/// <summary>
/// Checked calls a second: generation, implementation, specification and goals. Ours on one thread and on two, against
/// the same model and implementation driven by CsCheck's model-based sampling and by FsCheck alone. Each makes the same
/// number of checked calls, near enough; what is reported is the time of one.
/// </summary>
[MemoryDiagnoser]
public class Throughput
{
    private const int Calls = 200_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls, Description = "campaign, one thread")]
    public long OneThread() => RunCampaign(1);

    [Benchmark(OperationsPerInvoke = Calls, Description = "campaign, two threads")]
    public long TwoThreads() => RunCampaign(2);

    [Benchmark(OperationsPerInvoke = Calls, Description = "CsCheck, model-based")]
    public long CsCheckModelBased()
    {
        GenOperation<Subject, Specification> operation = RandomCalls.CsCheckCall.Operation<Subject, Specification>(
            (subject, call) => subject.Execute(call), (specification, call) => specification.Judge(call));
        long before = Specification.Judged;
        RandomCalls.CsCheckWorld.Select(Pairs.Boot).SampleModelBased(
            operation, equal: (_, specification) => specification.Agrees, iter: Calls / 63, threads: 1);
        return Specification.Judged - before;
    }

    [Benchmark(OperationsPerInvoke = Calls, Description = "FsCheck")]
    public long FsCheckAlone()
    {
        long before = Specification.Judged;
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Calls / 100).WithQuietOnSuccess(true),
            FsCheck.Fluent.Prop.ForAll(
                FsCheck.Fluent.Arb.ToArbitrary(RandomCalls.FsCheckRun), run => Pairs.Agree(run.World, run.Calls)));
        return Specification.Judged - before;
    }

    private static long RunCampaign(int threads) => Campaign.Run(
        new CampaignOptions { Calls = Calls, Threads = threads }, world => new Machine(world)).Counts.Calls;
}
