using Xunit;

namespace Verify.Model.Tests.Rules.Sleeping;

/// <summary>Signals to sleeping processes: handlers, SIGCHLD, SIGPIPE, and process 1.</summary>
[Trait("Requirement", "R2")]
public sealed class InterruptionTests
{
    private const string Reader = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 10.0.0.1:53) = 0
        [1] fork() = 2
        [2] sigaction(30, handler) = 0
        [2] sigaction(31, handler, SA_RESTART) = 0
        [2] sigaction(15, SIG_IGN) = 0
        [2] recvfrom(3 <unfinished ...>

        """;

    [Theory]
    [InlineData("0, handler", "-1 EINVAL", "R2.action-bad")]
    [InlineData("129, SIG_DFL", "-1 EINVAL", "R2.action-bad")]
    [InlineData("9, handler", "-1 EINVAL", "R2.action-fixed")]
    [InlineData("17, SIG_IGN", "-1 EINVAL", "R2.action-fixed")]
    [InlineData("9, SIG_DFL", "0", "R2.action")]
    [InlineData("128, handler, SA_RESTART", "0", "R2.action")]
    public void Actions_of_all_signals_but_two_can_be_set(string arguments, string result, string rule) =>
        SleepDriver.AtOnce().Allows($"[1] sigaction({arguments}) = {result}").By(rule);

    [Fact]
    public void A_handler_interrupts_a_sleeping_call() =>
        SleepDriver.AtOnce().Allows(Reader)
            .Forbids("[1] kill(2, 30) = 0")
            .Allows("[1] kill(2, 30) = 0\n[2] <... recvfrom resumed>) = -1 EINTR").By("R2.interrupted")
            .By("R2.signal-caught").Allows("[2] getuid() = 0");

    [Theory]
    [InlineData(15, "R2.signal-ignored")]
    [InlineData(19, "J6.signal-harmless")]
    [InlineData(20, "J6.signal-harmless")]
    [InlineData(0, "J6.signal-harmless")]
    public void A_signal_without_effect_wakes_nobody(int signal, string rule) =>
        SleepDriver.AtOnce().Allows(Reader + $"[1] kill(2, {signal}) = 0").By(rule)
            .Allows("[2] getuid() = -1 ESRCH");

    [Fact]
    public void With_sa_restart_the_call_is_made_anew_behind_the_others() =>
        SleepDriver.AtOnce().Allows("[1] sigaction(30, handler, SA_RESTART) = 0\n" + SleepDriver.Receivers + """
            [1] kill(2, 30) = 0
            """).By("R2.restarted")
            .Allows("""
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]3
            [3] <... recvfrom resumed>) = "a" from 10.0.0.9:9
            """);

    [Fact]
    public void A_handler_keeps_a_process_alive_and_a_child_inherits_it() =>
        SleepDriver.AtOnce().Allows("""
            [1] fork() = 2
            [2] sigaction(15, handler) = 0
            [2] fork() = 3
            [2] sigaction(15, SIG_DFL) = 0
            [1] kill(3, 15) = 0
            """).By("R2.signal-caught")
            .Allows("""
            [3] getuid() = 0
            [1] kill(2, 15) = 0
            [2] getuid() = -1 ESRCH
            """);

    [Fact]
    public void A_stop_signal_with_a_handler_interrupts_too() =>
        SleepDriver.AtOnce().Allows("[1] sigaction(18, handler) = 0\n" + SleepDriver.Receivers + """
            [1] kill(2, 18) = 0
            [2] <... recvfrom resumed>) = -1 EINTR
            """);

    [Fact]
    public void Signals_of_a_traced_process_are_held() =>
        SleepDriver.AtOnce().Allows(Reader + "[1] ptrace(2) = 0\n[1] kill(2, 30) = 0").By("J6.signal-held")
            .Allows("[1] kill(2, 9) = 0\n[2] getuid() = -1 ESRCH");

    [Fact]
    public void Several_are_interrupted_in_the_order_of_their_ids() =>
        SleepDriver.AtOnce().Allows("[1] sigaction(30, handler) = 0\n" + SleepDriver.Receivers + """
            [1] kill(-1, 30) = 0
            [2] <... recvfrom resumed>) = -1 EINTR
            [3] <... recvfrom resumed>) = -1 EINTR
            """).By("J6.signal-all");

    /// <summary>The close of the other end wakes the parent too, but the signal decides.</summary>
    [Theory]
    [InlineData("sigaction(20, handler)", "-1 EINTR")]
    [InlineData("sigaction(20, handler, SA_RESTART)", "\"\"")]
    [InlineData("sigaction(20, SIG_IGN)", "\"\"")]
    public void The_end_of_a_child_signals_the_parent(string action, string result) =>
        SleepDriver.AtOnce().Allows($"""
            [1] {action} = 0
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] fork() = 2
            [1] close(4) = 0
            [1] recvfrom(3 <unfinished ...>
            [2] exit(0) = 0
            [1] <... recvfrom resumed>) = {result}
            """);

    [Fact]
    public void The_end_of_a_killed_child_signals_the_parent() =>
        SleepDriver.AtOnce().Allows("""
            [1] fork() = 2
            [2] sigaction(20, handler) = 0
            [2] fork() = 3
            [2] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [2] recvfrom(3 <unfinished ...>
            [1] kill(3, 9) = 0
            [2] <... recvfrom resumed>) = -1 EINTR
            """).By("R2.signal-of-child");

    /// <summary>2 traces 3, and its parent 4 traces it: that hears of it before 3 is killed.</summary>
    [Fact]
    public void A_tracers_parent_is_signalled_before_the_traced_are_killed() =>
        SleepDriver.AtOnce().Allows("""
            [1] sigaction(20, handler) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] fork() = 2
            [1] fork() = 3
            [1] fork() = 4
            [2] ptrace(3) = 0
            [4] ptrace(2) = 0
            [1] recvfrom(3 <unfinished ...>
            [4] recvfrom(3 <unfinished ...>
            [2] exit(0) = 0
            [4] <... recvfrom resumed>) = -1 EINTR
            [1] <... recvfrom resumed>) = -1 EINTR
            """).By("G7.exit-kills-traced");

    /// <summary>It looks again whether its call could end: with O_NONBLOCK that is EAGAIN.</summary>
    [Fact]
    public void A_signal_that_would_end_others_wakes_process_1_for_nothing() =>
        SleepDriver.AtOnce().Allows("""
            [1] setpriority(1, 5) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] fork() = 2
            [1] recvfrom(3 <unfinished ...>
            [2] kill(1, 15) = 0
            """).By("R2.signal-wakes-first").By("R2.receive-sleeps")
            .Allows("""
            [2] getpriority(1) = 20
            [2] fcntl(3, F_SETFL, O_NONBLOCK) = 0
            [2] kill(1, 1) = 0
            [1] <... recvfrom resumed>) = -1 EAGAIN
            """);

    [Fact]
    public void A_broken_pipe_ends_its_sender_after_the_reply() =>
        SleepDriver.AtOnce().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] close(4) = 0
            [1] fork() = 2
            [2] sendto(3, "a") = -1 EPIPE
            """).By("S9.send-broken").By("R2.signal-of-pipe").NotBy("J6.signal-to-first")
            .Allows("""
            [2] getuid() = -1 ESRCH
            [1] sendto(3, "a") = -1 EPIPE
            [1] sendto(3, "") = -1 EPIPE
            """).By("J6.signal-to-first")
            .Allows("[1] getuid() = 0");

    [Theory]
    [InlineData("sigaction(13, SIG_IGN)")]
    [InlineData("sigaction(13, handler)")]
    public void A_process_can_survive_a_broken_pipe(string action) =>
        SleepDriver.AtOnce().Allows($"""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] connect(3, 10.0.0.1:9) = -1 ECONNREFUSED sent 10.0.0.1:2000 > 10.0.0.1:9
            [1] fork() = 2
            [2] {action} = 0
            [2] sendto(3, "a") = -1 EPIPE
            [2] getuid() = 0
            """);
}
