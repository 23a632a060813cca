using System.Reflection;
using Shouldly;
using Verify.Proofs.Claims;
using Verify.Proofs.Running;
using Verify.Proofs.Tests.Solving;
using Xunit;

namespace Verify.Proofs.Tests.Running;

/// <summary>FsCheck finds on its own what the executor should have found.</summary>
public sealed class RandomRunsTests
{
    [Fact]
    public void A_wrong_claim_fails_with_its_input() =>
        FailureOf(nameof(IsNeverTheEdge))!
            .ShouldStartWith("does not hold: it is another one in a run with port = 1024, other = ");

    [Fact]
    public void A_claim_that_holds_passes() => FailureOf(nameof(IsItself)).ShouldBeNull();

    [Fact]
    public void A_claim_that_hardly_any_input_reaches_fails() =>
        FailureOf(nameof(HasNoInput))!.ShouldBe("the assumptions reject almost every random input");

    [Fact]
    public void A_constant_of_the_program_is_tried_in_each_input()
    {
        FailureOf(nameof(IsNeverTheConstant)).ShouldBeNull();
        FailureOf(nameof(IsNeverTheConstant), 7, 0xdead_beef, 9)!
            .ShouldMatch(@"\Adoes not hold: it is another one in a run with first = \d+, second\.Value = -559038737\z");
    }

    [Theory]
    [InlineData(nameof(HarnessSamples.IsNeverTheHash), "value = 1540483477")]
    [InlineData(nameof(HarnessSamples.IsNeverInTheSwitch), "value = 77003")]
    [InlineData(nameof(HarnessSamples.IsNeverTheStatic), "value = 987654")]
    public void A_constant_of_the_code_is_tried_even_if_the_solver_finds_no_input(string harness, string met)
    {
        var proof = ProofCase.In(typeof(HarnessSamples).Assembly)
            .Single(proof => proof.Name == $"HarnessSamples.{harness}");

        Prover.Run(proof, mutant: null, WrongSolver.Blind, progress: null, CancellationToken.None).ToString().ShouldBe(
            $"HarnessSamples.{harness}: unknown: proved by the executor, but does not hold: it is another one"
            + $" in a run with {met}");
    }

    private static string? FailureOf(string name, params ulong[] constants) => RandomRuns.FailureOf(
        typeof(RandomRunsTests).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!, constants);

    private static void IsNeverTheEdge(ushort port, int other) =>
        Proof.Assert(port != 1024 || other > 7, "it is another one");

    private static void IsItself(ushort port) => Proof.Assert(port == (port & 0xffff));

    private static void IsNeverTheConstant(ushort first, Wrapped second) =>
        Proof.Assert(second.Value != unchecked((int)0xdead_beef), "it is another one");

    private static void HasNoInput(ulong a, ulong b) => Proof.Assume(a == 0x1234_5678_9abc_def0 && a == b);

    private readonly struct Wrapped(int value)
    {
        public int Value { get; } = value;
    }
}
