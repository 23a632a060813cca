using Shouldly;
using Verify.Model.Dialects;
using Verify.Model.States;
using Verify.Model.Verdicts;
using Xunit;

namespace Verify.Model.Tests.Dialects;

/// <summary>What a dialect leaves open, and what it does not.</summary>
[Trait("Requirement", "H1")]
[Trait("Requirement", "H2")]
public sealed class DialectTests
{
    private const string Header = "if lo0 127.0.0.1/8\nif fxp0 10.0.0.1/24\n";

    // The sockets bind the port one after the other; then one receives.
    private static string ThreeBound(string local, int receiver) => $"""
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] setsockopt(3, 512, 1) = 0
        [1] bind(3, {local}) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] setsockopt(4, 512, 1) = 0
        [1] bind(4, {local}) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
        [1] setsockopt(5, 512, 1) = 0
        [1] bind(5, {local}) = 0
        [wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]{receiver}
        [1] recvfrom({receiver}) = "a" from 10.0.0.9:9
        """;

    [Theory]
    [InlineData("10.0.0.1:53", 5)]
    [InlineData("0.0.0.0:53", 3)]
    public void By_4_0_one_of_equals_receives_by_any_order_each_may(string bound, int receiver)
    {
        foreach (int other in (int[])[3, 4, 5])
        {
            string trace = ThreeBound(bound, other);
            Rejected(trace, Dialect.FreeBsd40).ShouldBe(other == receiver ? null : "S11.queued", trace);
            Rejected(trace, Dialect.AnyOrder).ShouldBeNull(trace);
        }
    }

    [Fact]
    public void No_dialect_delivers_to_a_worse_match() =>
        Rejected(
            """
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:53) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] setsockopt(4, 512, 1) = 0
            [1] setsockopt(3, 512, 1) = 0
            [1] bind(4, 10.0.0.1:53) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]3
            """,
            Dialect.AnyOrder).ShouldBe("S11.queued");

    // The socket bound last no longer shares, the other one does.
    [Theory]
    [InlineData("-1 EADDRINUSE", true)]
    [InlineData("0", false)]
    public void A_dialect_leaves_open_which_of_equal_uses_a_bind_meets(string answer, bool isOf40)
    {
        string trace = $"""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] setsockopt(3, 512, 1) = 0
            [1] bind(3, 10.0.0.1:53) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] setsockopt(4, 512, 1) = 0
            [1] bind(4, 10.0.0.1:53) = 0
            [1] setsockopt(4, 512, 0) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
            [1] setsockopt(5, 512, 1) = 0
            [1] bind(5, 10.0.0.1:53) = {answer}
            """;

        (Rejected(trace, Dialect.FreeBsd40) is null).ShouldBe(isOf40);
        Rejected(trace, Dialect.AnyOrder).ShouldBeNull();
    }

    [Fact]
    public void Each_difference_names_its_rules_and_a_reason() =>
        Dialect.All.SelectMany(dialect => dialect.Differences).ShouldAllBe(
            difference => difference.Loosened.Any(id => RuleCatalogue.Of(id).Id == id)
                && difference.Text != "" && difference.Source != "");

    // The rule by which the first step is rejected; null if all are allowed.
    private static string? Rejected(string steps, Dialect dialect)
    {
        Trace trace = TraceReader.Read(Header + steps, "trace");
        State state = Spec.Boot(trace.World, dialect);
        foreach ((Call call, Statement? stated) in trace.Steps)
        {
            Outcome seen = stated!.Least;
            Verdict verdict = Spec.Step(state, call, in seen);
            if (!verdict.Accepted)
            {
                return verdict.Expected.Rule.Id;
            }

            state = verdict.Next;
        }

        return null;
    }
}
