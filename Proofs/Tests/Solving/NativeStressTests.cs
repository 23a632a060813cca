using Microsoft.Z3;
using Shouldly;
using Xunit;

namespace Verify.Proofs.Tests.Solving;

/// <summary>
/// The finalizer thread releases terms while the owner makes others, which crashed before the shim deferred releases.
/// </summary>
public sealed class NativeStressTests
{
    private const int Rounds = 60;
    private const int TermsPerRound = 3_000;

    [Fact]
    public void Terms_may_be_finalized_while_others_are_made()
    {
        using var context = new Context();
        using var solver = context.MkSolver();
        var x = context.MkBVConst("x", 32);

        for (uint round = 0; round < Rounds; round++)
        {
            for (uint i = 0; i < TermsPerRound; i++)
            {
                _ = context.MkBVAdd(x, context.MkBV((round * TermsPerRound) + i, 32));
            }

            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        }

        GC.WaitForPendingFinalizers();
        solver.Check(context.MkEq(context.MkBVAdd(x, context.MkBV(1, 32)), context.MkBV(0, 32)))
            .ShouldBe(Status.SATISFIABLE);
        solver.Model.Evaluate(x).ToString().ShouldBe("4294967295");
    }

    [Fact]
    public void Contexts_on_several_threads_are_independent() => Parallel.For(0, 4, seed =>
    {
        for (var round = 0; round < 20; round++)
        {
            using var context = new Context();
            var x = context.MkBVConst("x", 16);
            for (uint i = 0; i < 500; i++)
            {
                _ = context.MkBVMul(x, context.MkBV(i, 16));
            }

            using var solver = context.MkSolver();
            solver.Assert(context.MkEq(x, context.MkBV(seed, 16)));
            solver.Check().ShouldBe(Status.SATISFIABLE);
            solver.Model.Evaluate(x).ToString().ShouldBe(seed.ToString());
            GC.Collect();
        }
    });
}
