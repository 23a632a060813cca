using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>Outside hosts that answer later: sleeping and nonblocking connects.</summary>
[Trait("Requirement", "S10")]
public sealed class AnswerRulesTests
{
    private const string Header = SpecDriver.Host + "answers later\n";

    private const string Sent = " sent 10.0.0.1:2000 > 10.0.0.9:80\n";

    /// <summary>1 and 2 share a socket whose connect is under way; 1 sleeps in it.</summary>
    private const string Asleep = """
        [1] sigaction(30, handler, SA_RESTART) = 0
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] fork() = 2
        [1] connect(3, 10.0.0.9:80 <unfinished ...>
        """ + Sent;

    private const string NonBlocking = """
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [1] connect(3, 10.0.0.9:80) = -1 EINPROGRESS
        """ + Sent;

    private const string Accepts = "[wire] tcp_accept(10.0.0.9:80, 10.0.0.1:2000) = 0";

    private const string Resets = "[wire] tcp_reset(10.0.0.9:80, 10.0.0.1:2000) = 0";

    private const string TimesOut = "[wire] tcp_timeout(10.0.0.9:80, 10.0.0.1:2000) = 0";

    [Fact]
    public void A_connect_sleeps_until_the_other_end_accepts() =>
        new SpecDriver(Header).Allows(Asleep).By("R2.connect-sleeps")
            .Allows("""
            [2] getsockname(3) = 10.0.0.1:2000
            [2] getpeername(3) = -1 ENOTCONN
            [2] sendto(3, "a") = -1 ENOTCONN
            [2] bind(3, 0.0.0.0:9) = -1 EINVAL
            [2] listen(3, 1) = -1 EINVAL
            """).By("S10.listen-connected")
            .Forbids(Accepts)
            .Allows(Accepts + "\n[1] <... connect resumed>) = 0").By("S10.answer-accepts").By("S10.answered")
            .Allows("""
            [1] getpeername(3) = 10.0.0.9:80
            [1] connect(3, 10.0.0.9:80) = -1 EISCONN
            [1] sendto(3, "a") = -1 EOPNOTSUPP
            """);

    [Theory]
    [InlineData(Resets, "ECONNREFUSED", "S10.answer-refuses")]
    [InlineData(TimesOut, "ETIMEDOUT", "S10.answer-times-out")]
    public void A_connect_fails_by_a_reset_or_without_an_answer(string answer, string error, string rule) =>
        new SpecDriver(Header).Allows(Asleep)
            .Forbids($"{answer}\n[1] <... connect resumed>) = 0")
            .Allows($"{answer}\n[1] <... connect resumed>) = -1 {error}").By(rule).By("S10.failed")
            .Allows("""
            [1] getsockopt(3, SO_ERROR) = 0
            [1] connect(3, 10.0.0.9:80) = -1 EINVAL
            [1] getsockname(3) = -1 EINVAL
            """);

    [Fact]
    public void A_nonblocking_connect_goes_on_without_its_caller() =>
        new SpecDriver(Header).Allows(NonBlocking).By("S10.in-progress")
            .Allows("[1] connect(3, 10.0.0.9:80, 256) = -1 EALREADY").By("S10.already")
            .Allows(Accepts + """

            [1] connect(3, 10.0.0.9:80, 256) = -1 ENAMETOOLONG
            [1] connect(3, 10.0.0.9:80) = -1 EISCONN
            [1] getsockopt(3, SO_ERROR) = 0
            """);

    [Theory]
    [InlineData(Resets, 61)]
    [InlineData(TimesOut, 60)]
    public void The_error_of_a_nonblocking_connect_stays_pending(string answer, int error) =>
        new SpecDriver(Header).Allows(NonBlocking + answer + $"""

            [1] connect(3, 10.0.0.9:80) = -1 EINVAL
            [1] sendto(3, "a") = -1 EPIPE
            [1] getsockopt(3, SO_ERROR) = {error}
            [1] getsockopt(3, SO_ERROR) = 0
            """);

    [Fact]
    public void With_the_flag_off_again_a_second_connect_ends_the_first_ones_waiting() =>
        new SpecDriver(Header).Allows(NonBlocking + """
            [1] fcntl(3, F_SETFL, O_RDWR) = 0
            [1] connect(3, 10.0.0.9:80) = -1 EISCONN
            [1] connect(3, 10.0.0.9:80) = -1 EADDRINUSE
            """).By("H1.connection-taken");

    /// <summary>SA_RESTART makes no difference to connect.</summary>
    [Fact]
    public void A_signal_interrupts_connect_and_the_attempt_goes_on() =>
        new SpecDriver(Header).Allows(Asleep + """
            [2] kill(1, 30) = 0
            [1] <... connect resumed>) = -1 EINTR
            """).By("R2.interrupted-connect")
            .Allows("""
            [1] connect(3, 10.0.0.9:80) = -1 EADDRINUSE
            """ + "\n" + Accepts)
            .Allows("[1] getpeername(3) = 10.0.0.9:80");

    [Theory]
    [InlineData("[2] exit(0) = 0\n")]
    [InlineData("[1] kill(2, 9) = 0\n")]
    public void Who_is_killed_in_connect_leaves_the_request(string end) =>
        new SpecDriver(Header).Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] fork() = 2
            [2] connect(3, 10.0.0.9:80 <unfinished ...> sent 10.0.0.1:2000 > 10.0.0.9:80
            """ + "\n" + end + """
            [1] connect(3, 10.0.0.9:80) = -1 EADDRINUSE
            """ + "\n" + Accepts)
            .Allows("[1] getpeername(3) = 10.0.0.9:80");

    [Fact]
    public void After_a_signal_the_request_can_go_elsewhere() =>
        new SpecDriver(Header).Allows(Asleep + """
            [2] kill(1, 30) = 0
            [1] <... connect resumed>) = -1 EINTR
            [1] connect(3, 10.0.0.8:80 <unfinished ...> sent 10.0.0.1:2000 > 10.0.0.8:80
            [wire] tcp_accept(10.0.0.9:80, 10.0.0.1:2000) = -1 ECONNREFUSED
            """).By("S10.answer-for-nobody")
            .Allows("""
            [wire] tcp_accept(10.0.0.8:80, 10.0.0.1:2000) = 0
            [1] <... connect resumed>) = 0
            """);

    /// <summary>The second connect is EISCONN; the third finds the request no longer under way.</summary>
    [Theory]
    [InlineData("tcp_accept", "0")]
    [InlineData("tcp_reset", "-1 ECONNREFUSED")]
    public void Two_processes_sleep_in_one_connect(string answer, string first) =>
        new SpecDriver(Header).Allows(Asleep + $"""
            [2] connect(3, 10.0.0.9:80) = -1 EISCONN
            [2] connect(3, 10.0.0.8:80 <unfinished ...> sent 10.0.0.1:2000 > 10.0.0.8:80
            [wire] {answer}(10.0.0.8:80, 10.0.0.1:2000) = 0
            [1] <... connect resumed>) = {first}
            [2] <... connect resumed>) = 0
            """);

    [Fact]
    public void A_third_connect_to_this_host_answers_the_first() =>
        new SpecDriver(Header).Allows(Asleep + """
            [2] connect(3, 10.0.0.9:80) = -1 EISCONN
            [2] connect(3, 10.0.0.1:9) = -1 ECONNREFUSED sent 10.0.0.1:2000 > 10.0.0.1:9
            [1] <... connect resumed>) = 0
            """);

    [Fact]
    public void If_wake_ups_are_late_another_process_may_take_the_error() =>
        new SpecDriver(Header + "wakeups later\n").Allows(Asleep + Resets + """

            [2] getsockopt(3, SO_ERROR) = 61
            [1] <... connect resumed>) = 0
            [1] getpeername(3) = -1 ENOTCONN
            """);

    [Fact]
    public void A_closed_request_is_forgotten() =>
        new SpecDriver(Header).Allows(NonBlocking + "[1] close(3) = 0\n"
            + "[wire] tcp_accept(10.0.0.9:80, 10.0.0.1:2000) = -1 ECONNREFUSED\n" + Resets + "\n" + TimesOut)
            .By("S10.answer-ignored");

    [Fact]
    public void Answers_that_nothing_waits_for_change_nothing() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] connect(3, 10.0.0.9:80) = 0 sent 10.0.0.1:2000 > 10.0.0.9:80
            """ + "\n" + Accepts).By("S10.answer-ignored")
            .Allows(TimesOut).By("S10.answer-ignored")
            .Allows("""
            [wire] tcp_accept(10.0.0.1:80, 10.0.0.1:2000) = 0
            [wire] tcp_accept(10.0.0.9:80, 10.0.0.255:2000) = 0
            [wire] tcp_accept(10.0.0.9:80, 192.0.2.1:2000) = -1 EHOSTUNREACH
            [1] socket(AF_INET, SOCK_STREAM, 0) = 4
            [1] bind(4, 0.0.0.0:81) = 0
            [wire] tcp_accept(10.0.0.9:80, 10.0.0.1:81) = 0
            [1] listen(4, 1) = 0
            [wire] tcp_accept(10.0.0.9:80, 10.0.0.1:81) = -1 ECONNREFUSED
            [wire] tcp_reset(10.0.0.9:80, 10.0.0.1:81) = 0
            """);

    [Fact]
    public void A_reset_ends_an_established_connection() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] connect(3, 10.0.0.9:80) = 0 sent 10.0.0.1:2000 > 10.0.0.9:80
            """ + "\n" + Resets).By("S10.answer-resets")
            .Allows("""
            [1] sendto(3, "a") = -1 EPIPE
            [1] getsockopt(3, SO_ERROR) = 54
            [1] connect(3, 10.0.0.9:80) = -1 EINVAL
            """);

    [Fact]
    public void A_connection_that_is_reset_in_the_queue_is_accepted_without_an_address() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:80) = 0
            [1] listen(3, 1) = 0
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [wire] tcp_reset(10.0.0.9:9, 10.0.0.1:80) = 0
            """).Forbids("[1] accept(3) = 4 from 10.0.0.9:9")
            .Allows("[1] accept(3) = 4").By("S10.accept-reset")
            .Allows("""
            [1] getpeername(4) = -1 ENOTCONN
            [1] getsockname(4) = -1 EINVAL
            [1] getsockopt(4, SO_ERROR) = 54
            """);

    [Fact]
    public void Connections_to_this_host_never_sleep() =>
        new SpecDriver(Header).Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] socket(AF_INET, SOCK_STREAM, 0) = 4
            [1] bind(3, 10.0.0.1:80) = 0
            [1] ioctl(4, FIONBIO, 1) = 0
            [1] connect(4, 10.0.0.1:80) = -1 ETIMEDOUT sent 10.0.0.1:2000 > 10.0.0.1:80
            [1] listen(3, 1) = 0
            [1] socket(AF_INET, SOCK_STREAM, 0) = 5
            [1] connect(5, 10.0.0.1:80) = 0 sent 10.0.0.1:2001 > 10.0.0.1:80 received by [1]3
            """);
}
