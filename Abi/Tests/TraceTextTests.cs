using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Shouldly;
using Xunit;
using Outcome = Verify.Abi.Calls.Outcome;

namespace Verify.Abi.Tests;

public sealed class TraceTextTests
{
    private const string Example =
        """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
        tunable kern.ipc.maxsockets=8
        sysctl net.inet.ip.portrange.last=1026
        [1] fork() = 2
        [2] jail("/", "a.example", 10.0.0.2) = 0
        [2] jail(1, "/", "a\"\\\x00\u0100", 10.0.0.2) = -1 EINVAL
        [1] sysctl("net.inet.ip.portrange.last") = 1026
        [1] sysctl("net.inet.ip.portrange.last", 5000) = 0
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [2] socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 4
        [2] bind(3, 0.0.0.0:53, 8) = -1 EINVAL
        [2] bind(3, AF_UNSPEC) = 0
        [2] bind(3, AF_INET6 10.0.0.2:53) = 0
        [2] getsockname(3) = 10.0.0.2:53
        [1] sendto(3, "q", 10.0.0.2:53) = 1 sent 10.0.0.1:1024 > 10.0.0.2:53 received by [2]3
        [1] sendto(3, "q") = -1 EDESTADDRREQ
        [2] recvfrom(3) = "q" from 10.0.0.1:1024
        [1] connect(4, 10.0.0.2:80) = -1 ECONNREFUSED sent 10.0.0.1:1024 > 10.0.0.2:80
        [2] accept(4) = 5 from 10.0.0.1:1024
        [1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_LOW) = 0
        [1] setsockopt(3, SO_REUSEADDR, 1) = 0
        [1] setsockopt(3, 99, -1)
        [1] getsockopt(3, SO_REUSEADDR) = 4
        [wire] udp(192.0.2.7:9000, 10.0.0.2:53, "q") = 0 received by [2]3
        [wire] tcp(192.0.2.7:9000, 10.0.0.2:80) = -1 ECONNREFUSED
        [1] setuid(1001) = 0
        [1] listen(4, 5) = 0
        [1] close(3) = 0
        [1] exit(0)

        """;

    [Fact]
    public void The_example_of_every_form_prints_as_it_was_read() =>
        TraceWriter.Write(TraceReader.Read(Example, "example")).ShouldBe(Example.ReplaceLineEndings("\n"));

    [Property(Replay = "1,1", Arbitrary = [typeof(TraceGen)], MaxTest = 1000)]
    public void Printing_and_reading_are_inverses(Trace trace) =>
        TraceReader.Read(TraceWriter.Write(trace), "printed").ShouldBe(trace);

    [Fact]
    public void The_generator_makes_every_call_with_and_without_an_outcome()
    {
        foreach (Gen<Step> steps in TraceGen.Steps)
        {
            IReadOnlyList<Step> sample = steps.Sample(200);
            sample.ShouldContain(step => step.Stated == null);
            sample.ShouldContain(step => step.Stated != null && step.Stated.Kind == ReplyKind.Failed);
            sample.ShouldContain(step => step.Stated != null && step.Stated.Kind == ReplyKind.Returned);
        }

        Type[] generated = [.. TraceGen.Steps.Select(steps => steps.Sample(1).Single().Call.GetType())];
        generated.ShouldBe(typeof(Call).GetNestedTypes().Where(type => !type.IsAbstract), ignoreOrder: true);
    }

    [Fact]
    public void Comments_blank_lines_and_white_space_are_ignored()
    {
        Trace spaced = TraceReader.Read("# a\r\n\r\n  if lo0\t127.0.0.1 / 8 # b\n\n[ 1 ]fork( )=2# c\n", "spaced");
        TraceWriter.Write(spaced).ShouldBe("if lo0 127.0.0.1/8\n[1] fork() = 2\n");
    }

    [Fact]
    public void A_mark_in_quotes_starts_no_comment() =>
        TraceReader.Read("[1] sendto(3, \"#\")", "quoted").Steps[0].Call
            .ShouldBe(new Call.SendTo(1, 3, Data.Of("#"), null));

    [Fact]
    public void Nothing_but_comments_is_an_empty_trace() =>
        TraceReader.Read("# nothing\n", "empty").ShouldBe(new Trace(new World(), []));

    [Fact]
    public void Calls_and_outcomes_print_as_in_the_text()
    {
        Step step = TraceReader.Read("[2] accept(4) = 5 from 10.0.0.1:1024", "one").Steps[0];
        step.Call.ToString().ShouldBe("[2] accept(4)");
        step.Stated.ShouldNotBeNull().ToString().ShouldBe("5 from 10.0.0.1:1024");
        Outcome.Failed(Errno.EADDRINUSE).ToString().ShouldBe("-1 EADDRINUSE");
        Outcome.Named(new Endpoint(Ipv4.Loopback, 53)).ToString().ShouldBe("127.0.0.1:53");
    }

    [Fact]
    public void The_place_of_each_result_is_known()
    {
        const string Text = "if lo0\n[1] fork() = 2\n\n[1]fork()  =  3\n[1] fork()";
        TraceReader.Read(Text, "places", out ImmutableArray<TextPlace> places);
        places.ShouldBe([new TextPlace(2, 14), new TextPlace(4, 15), new TextPlace(5, 11)]);
    }
}
