using System.Reflection;
using Shouldly;
using Verify.Proofs.Running;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>FsCheck finds by itself what the executor should have found.</summary>
public sealed class RandomRunsTests
{
    [Fact]
    public void A_claim_that_does_not_hold_fails_and_names_its_input() =>
        RandomRuns.FailureOf(Method(nameof(IsNeverTheEdge)))!
            .ShouldStartWith("not so: it is another one in a run with port = 1024, other = ");

    [Fact]
    public void A_claim_that_holds_passes() => RandomRuns.FailureOf(Method(nameof(IsItself))).ShouldBeNull();

    [Fact]
    public void A_claim_that_hardly_any_input_reaches_is_no_evidence() =>
        RandomRuns.FailureOf(Method(nameof(HasNoInput)))!
            .ShouldBe("the assumptions let almost no random input through");

    private static MethodInfo Method(string name) =>
        typeof(RandomRunsTests).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!;

    private static void IsNeverTheEdge(ushort port, int other) =>
        Proof.Assert(port != 1024 || other > 7, "it is another one");

    private static void IsItself(ushort port) => Proof.Assert(port == (port & 0xffff));

    private static void HasNoInput(ulong a, ulong b) => Proof.Assume(a == 0x1234_5678_9abc_def0 && a == b);
}
