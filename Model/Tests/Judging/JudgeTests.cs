using Shouldly;
using Verify.Model.Judging;
using Xunit;
using static Verify.Model.Tests.Judging.JudgeDriver;

namespace Verify.Model.Tests.Judging;

/// <summary>What the model says of one call after the other.</summary>
public sealed class JudgeTests
{
    [Fact]
    public void An_outcome_is_allowed_by_a_rule_or_not_allowed_and_then_the_rule_says_what_is()
    {
        var judged = All(Host + """
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:53) = -1 EACCES
            """);

        judged[0].Kind.ShouldBe(JudgementKind.Allowed);
        judged[0].Rules.ShouldBe(["S1.socket-made"]);
        judged[1].Kind.ShouldBe(JudgementKind.NotAllowed);
        judged[1].Expected.ShouldHaveSingleItem().Describe(new Call.Close(1, 3)).ShouldBe(
            "0 by G3.reserved-allowed (netinet/in_pcb.c:in_pcbbind): bind to a port below 1024 succeeds for the "
            + "superuser, also in a prison.");
    }

    [Fact]
    public void What_is_not_stated_is_not_judged_and_may_have_been_anything_allowed()
    {
        var judged = All(Host + """
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] bind(3, 0.0.0.0:53) = ?
            [1] sendto(3, "a", 10.0.0.1:53) = 1
            [1] recvfrom(3) = "a"
            [1] getsockname(3) = 0.0.0.0:53
            """);

        judged.Select(judgement => judgement.Kind).ShouldBe(
        [
            JudgementKind.NotStated, JudgementKind.NotStated, JudgementKind.Allowed, JudgementKind.Allowed,
            JudgementKind.Allowed,
        ]);
        judged[0].Expected.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Returned(3));
    }

    [Theory]
    [InlineData("[1] setsockopt(3, SO_TWICE, 1) = 0", "no rule knows this option")]
    [InlineData("[1] getsockopt(3, SO_TWICE) = 1", "no rule knows this option")]
    [InlineData("[1] bind(3, 0.0.0.0:53) = -1 ETWICE", "no rule knows this error")]
    [InlineData("[1] bind(3, 0.0.0.0:53) = -1 199", "no rule knows this error")]
    public void Words_that_no_rule_knows_are_not_known(string line, string reason)
    {
        var judged = All(Host + $"""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            {line}
            [1] bind(3, 0.0.0.0:53) = 0
            """);

        (judged[1].Kind, judged[1].Reason).ShouldBe((JudgementKind.NotKnown, reason));
        judged[2].Kind.ShouldBe(JudgementKind.Allowed);
    }

    [Fact]
    public void What_the_model_leaves_out_is_not_known()
    {
        var judged = All(Host + """
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] connect(3, 192.0.2.1:80) = 0
            [1] sendto(3, "hello") = 5
            [1] socket(AF_INET, SOCK_STREAM, 0) = 4
            [1] connect(4, 192.0.2.1:80) = -1 ECONNREFUSED
            [1] getsockname(4) = -1 EINVAL
            """);

        judged.Select(judgement => judgement.Reason).ShouldBe(
        [
            "", "", "the model leaves this out (docs/deviations.md, TCP data and close)",
            "", "the model leaves this out (docs/deviations.md, Outside hosts)", "",
        ]);
    }

    [Fact]
    public void A_datagram_may_have_been_received_by_any_of_the_sockets_that_fit_what_was_stated()
    {
        // Not stated: whether the first bind was refused. If it was, the second succeeded.
        const string Start = Host + """
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] fork() = ?

            """;

        Signs(Start + "[2] getuid() = 0\n[2] getsid(2) = 1\n[7] getuid() = -1 ESRCH").ShouldBe("++.+++");
        Signs(Start + "[7] getuid() = 0\n[2] getuid() = -1 ESRCH").ShouldBe("++.++");
        Signs(Start + "[7] getuid() = 0\n[2] getuid() = 0").ShouldBe("++.+-");
    }

    [Fact]
    public void A_disagreement_does_not_spoil_the_rest_whichever_side_is_right()
    {
        const string Start = Host + """
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:53) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] bind(4, 0.0.0.0:53) = 0

            """;

        Signs(Start + "[1] getsockname(4) = 0.0.0.0:53\n[1] close(3) = 0").ShouldBe("+++-++");
        Signs(Start + "[1] getsockname(4) = 0.0.0.0:0\n[1] bind(4, 0.0.0.0:54) = 0").ShouldBe("+++-++");
        Signs(Start + "[1] getsockname(4) = 0.0.0.0:55\n[1] getsockname(4) = 0.0.0.0:55").ShouldBe("+++--+");
    }

    [Theory]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0) = 9", "[1] bind(9, 0.0.0.0:53) = 0")]
    [InlineData("[1] fork() = 1", "[1] getuid() = 0")]
    [InlineData("[2] setuid(0) = 0", "[2] getuid() = 0")]
    [InlineData("[2] seteuid(0) = 0", "[2] geteuid() = 0")]
    [InlineData("[2] seteuid(7) = 0", "[2] getuid() = 5")]
    [InlineData("[2] jail(\"/\", \"a\", 10.0.0.2) = 0", "[2] sysctl(\"kern.hostname\") = \"a\"")]
    [InlineData("[2] bind(3, 0.0.0.0:53) = 0", "[1] getsockname(3) = 0.0.0.0:53")]
    [InlineData("[2] accept(4) = 5 from 192.0.2.9:9", "[2] getpeername(5) = 192.0.2.9:9")]
    public void What_was_seen_is_taken_as_done(string wrong, string next) =>
        Signs(Host + $"""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] socket(AF_INET, SOCK_STREAM, 0) = 4
            [1] listen(4, 1) = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            {wrong}
            {next}
            """)[^2..].ShouldBeOneOf("-+", "-?");

    [Theory]
    [InlineData("[1] recvmsg(4, [1], 64) = \"x\" control [SCM_RIGHTS 6]", "+-")]
    [InlineData("[1] recvmsg(4, [1], 64) = \"x\" control [SCM_RIGHTS 9]", "-+")]
    [InlineData("[1] recvmsg(3, [1], 64) = \"x\" control [SCM_RIGHTS 9]", "-?")]
    [InlineData("[1] recvmsg(4, [1], 64) = \"x\" control [SCM_RIGHTS 2000000000]\n[1] getuid() = 0", "-+-")]
    public void Received_descriptors_are_the_stated_ones(string received, string signs) =>
        Signs(Host + $"""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
            [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS 5]) = 1
            {received}
            [1] getsockname(9) = 0.0.0.0:0
            """)[4..].ShouldBe(signs);

    [Fact]
    public void Past_the_bound_what_is_not_followed_is_not_known()
    {
        string forks = string.Concat(Enumerable.Range(2, 40).Select(pid => $"[{pid}] getuid() = -1 ESRCH\n"));
        var judged = All("[1] fork()\n[1] fork()\n" + forks + "[1] getuid() = 5\n");

        judged[0].IsPastBound.ShouldBeFalse();
        judged[^1].IsPastBound.ShouldBeTrue();
        (judged[^1].Kind, judged[^1].Reason).ShouldBe(
            (JudgementKind.NotKnown,
            "too many states fit what was stated before, and not all of them are followed"));
        judged.ShouldAllBe(judgement => judgement.Kind != JudgementKind.NotAllowed);
    }

    [Fact]
    public void The_bound_is_on_states_that_differ()
    {
        var trace = TraceReader.Read(Host + "[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] bind(3, 0.0.0.0:0)\n", "trace");
        var judge = new Judge(trace);
        foreach (Step step in trace.Steps)
        {
            judge.Next(step);
            judge.States.ShouldBe(1);
        }
    }
}
