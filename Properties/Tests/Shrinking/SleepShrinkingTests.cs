using System.Collections.Immutable;
using Shouldly;
using Verify.Abi;
using Verify.Properties.Checking;
using Verify.Properties.Shrinking;
using Verify.Properties.Tests.Checking;
using Xunit;

namespace Verify.Properties.Tests.Shrinking;

/// <summary>Shrinking removes sleeping calls, what wakes them, and what they would have created.</summary>
public sealed class SleepShrinkingTests
{
    private const string Sleep = """
        [1] socket(AF_INET, SOCK_STREAM, 0)
        [1] bind(3, 10.0.0.1:80)
        [1] listen(3, 5)
        [1] fork()
        [2] accept(3 <unfinished ...>
        [wire] tcp(192.0.2.7:9000, 10.0.0.1:80)

        """;

    private const string Name = """
        [2] socket(AF_INET, SOCK_DGRAM, 0)
        [2] bind(5, 10.0.0.1:53)
        [2] getsockname(5)

        """;

    [Fact]
    public void A_descriptor_that_a_sleeping_call_creates_goes_with_it() =>
        Shrunk(Sleep + Name, NameChanged).ShouldBe("""
            if fxp0 10.0.0.1/24
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:53) = 0
            [1] getsockname(3) = -1 EBADF

            """);

    [Fact]
    public void A_continuation_goes_with_its_call() =>
        Shrunk("wakeups later\n" + Sleep + "[2] <... accept resumed>)\n" + Name, NameChanged).ShouldBe("""
            if fxp0 10.0.0.1/24
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:53) = 0
            [1] getsockname(3) = -1 EBADF

            """);

    [Fact]
    public void Both_descriptors_of_a_pair_go_with_it() =>
        Shrunk(
            "[1] socketpair(AF_LOCAL, SOCK_STREAM, 0)\n[1] sendto(4, \"x\")\n"
            + Name.Replace("[2]", "[1]", StringComparison.Ordinal),
            NameChanged).ShouldBe("""
            if fxp0 10.0.0.1/24
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:53) = 0
            [1] getsockname(3) = -1 EBADF

            """);

    [Fact]
    public void A_sleeping_call_and_lines_about_later_go_if_they_are_not_needed() =>
        Shrunk(
            "wakeups later\nanswers later\n" + Sleep,
            (call, outcome) => call is Call.WireTcp ? Outcome.Failed(Errno.EBADF) : outcome).ShouldBe("""
            if fxp0 10.0.0.1/24
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 0.0.0.0:80) = 0
            [1] listen(3, 0) = 0
            [wire] tcp(10.0.0.2:0, 10.0.0.1:80) = -1 EBADF

            """);

    [Fact]
    public void What_a_resumed_call_needs_stays() =>
        Shrunk(Sleep + Name, LostWakeUp).ShouldBe("""
            if fxp0 10.0.0.1/24
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 0.0.0.0:80) = 0
            [1] listen(3, 0) = 0
            [1] accept(3 <unfinished ...>
            [wire] tcp(10.0.0.2:0, 10.0.0.1:80) = 0 received by [1]3

            """);

    [Fact]
    public void The_machine_continues_later_if_that_is_needed() =>
        Shrunk(
            "wakeups later\nanswers later\n" + Sleep + "[2] <... accept resumed>)\n",
            (call, outcome) => call is Call.Resume && outcome.Succeeded ? Outcome.Failed(Errno.EBADF) : outcome)
            .ShouldBe("""
            if fxp0 10.0.0.1/24
            wakeups later
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 0.0.0.0:80) = 0
            [1] listen(3, 0) = 0
            [1] accept(3 <unfinished ...>
            [wire] tcp(10.0.0.2:0, 10.0.0.1:80) = 0 received by [1]3
            [1] <... accept resumed>) = -1 EBADF

            """);

    [Fact]
    public void Data_becomes_as_short_as_it_can_be() =>
        Shrunk(
            """
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0)
            [1] sendto(3, "what is the answer to all questions?"..., 4000)
            [1] recvfrom(4, 3000)

            """,
            (call, outcome) => call is Call.RecvFrom && outcome.Value >= 1234 ? Outcome.Failed(Errno.EBADF) : outcome)
            .ShouldBe("""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] sendto(3, ""..., 1234) = 1234
            [1] recvfrom(4) = -1 EBADF

            """);

    [Fact]
    public void The_size_of_a_buffer_stays_if_it_is_needed() =>
        Shrunk(
            """
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0)
            [1] sendto(3, "question")
            [1] recvfrom(4, 5)

            """,
            (call, outcome) => call is Call.RecvFrom { Length: >= 2 and < 100 } && outcome.Succeeded
                ? Outcome.Failed(Errno.EBADF) : outcome)
            .ShouldEndWith("[1] recvfrom(4, 2) = -1 EBADF\n");

    [Fact]
    public void Of_a_list_and_of_sets_what_matters_stays() =>
        Shrunk(
            """
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0)
            [1] poll([2 POLLIN, 4 POLLIN|POLLOUT, -1 0x0, 9 POLLIN, 3 POLLPRI], 10)
            [1] select(6, [0 3 4], [4], [3], [5, 7])

            """,
            (call, outcome) => call is Call.Select { Sets.Read: { } read } && read.Has(4) && outcome.Succeeded
                ? Outcome.Failed(Errno.EBADF) : outcome)
            .ShouldBe("""
            [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
            [1] select(5, [4], [4], NULL, [0, 0]) = -1 EBADF

            """);

    [Fact]
    public void Of_a_list_the_entry_that_matters_stays() =>
        Shrunk(
            """
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0)
            [1] poll([2 POLLIN, 4 POLLIN|POLLOUT, -1 0x0, 9 POLLIN, 3 POLLPRI], 10)

            """,
            (call, outcome) => call is Call.Poll && IsWritable(outcome)
                ? Outcome.Failed(Errno.EBADF) : outcome)
            .ShouldBe("""
            [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
            [1] poll([3 POLLOUT], 0) = -1 EBADF

            """);

    [Fact]
    public void An_action_becomes_the_simplest() =>
        Shrunk("[1] sigaction(30, handler, SA_RESTART)\n", (call, outcome) => call is Call.SigAction
            ? Outcome.Failed(Errno.EBADF) : outcome).ShouldBe("""
            [1] sigaction(9, SIG_DFL) = -1 EBADF

            """);

    [Fact]
    public void Flags_become_fewer() =>
        Shrunk("[1] fcntl(0, F_SETFL, O_RDWR|O_NONBLOCK|O_ASYNC)\n", (call, outcome) =>
            call is Call.FcntlSetFlags { Flags: var flags } && flags.HasFlag(OpenOptions.O_NONBLOCK)
                ? Outcome.Failed(Errno.EINVAL) : outcome).ShouldBe("""
            [1] fcntl(0, F_SETFL, O_NONBLOCK) = -1 EINVAL

            """);

    private static Outcome NameChanged(Call call, Outcome outcome) =>
        call is Call.GetSockName && outcome.Address is { Port: 53 } ? Outcome.Failed(Errno.EBADF) : outcome;

    private static bool IsWritable(Outcome outcome) =>
        outcome.Ready is { Ready.First.Events: PollEvents.POLLOUT };

    private static Outcome LostWakeUp(Call call, Outcome outcome) =>
        outcome with { Effects = outcome.Effects with { Resumed = [] } };

    /// <summary>The shrunk trace of a system that changes outcomes.</summary>
    private static string Shrunk(string lines, Func<Call, Outcome, Outcome> change)
    {
        SystemFactory boot = world => new FaultySystem(world) { ChangeOutcome = change };
        Trace trace = TraceReader.Read("if lo0 127.0.0.1/8\nif fxp0 10.0.0.1/24 10.0.0.2\n" + lines, "long");
        ImmutableArray<Call> all = [.. trace.Steps.Select(step => step.Call)];
        Finding finding = Replay.Run(trace.World, all, boot, new RuleCounts()).ShouldNotBeNull();
        return TraceWriter.Write(Shrinker.Minimise(finding, boot).Trace);
    }
}
