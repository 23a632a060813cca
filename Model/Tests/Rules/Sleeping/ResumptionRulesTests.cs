using Shouldly;
using Verify.Model.Verdicts;
using Xunit;

namespace Verify.Model.Tests.Rules.Sleeping;

/// <summary>Wake-ups at once: the calls that a call resumes are a part of its outcome.</summary>
[Trait("Requirement", "R2")]
public sealed class ResumptionRulesTests
{
    [Fact]
    public void A_connection_wakes_the_one_that_has_slept_longest()
    {
        SpecDriver driver = SleepDriver.AtOnce().Allows(SleepDriver.Acceptors).By("R2.accept-sleeps");

        driver.Forbids("[wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3")
            .Forbids("""
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [3] <... accept resumed>) = 4 from 10.0.0.9:9
            """)
            .Forbids("""
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [2] <... accept resumed>) = 4 from 10.0.0.9:9
            [3] <... accept resumed>) = 4 from 10.0.0.9:9
            """)
            .Forbids("""
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [2] <... accept resumed>) = 5 from 10.0.0.9:9
            """)
            .Allows("""
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [2] <... accept resumed>) = 4 from 10.0.0.9:9
            """).By("S10.accept").By("R2.resumed")
            .Allows("""
            [2] getpeername(4) = 10.0.0.9:9
            [2] accept(3 <unfinished ...>
            [wire] tcp(10.0.0.9:8, 10.0.0.1:80) = 0 received by [1]3
            [3] <... accept resumed>) = 4 from 10.0.0.9:8
            [wire] tcp(10.0.0.9:7, 10.0.0.1:80) = 0 received by [1]3
            [2] <... accept resumed>) = 5 from 10.0.0.9:7
            """);
    }

    [Fact]
    public void A_message_says_which_call_should_have_resumed()
    {
        SpecDriver driver = SleepDriver.AtOnce().Allows(SleepDriver.Acceptors);

        Describe("[wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3").ShouldStartWith(
            "0 received by [1]3, [2] <... accept resumed>) = 4 from 10.0.0.9:9 by S10.accept");
        Describe("[wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [2]3").ShouldStartWith(
            "0 received by [1]3, [2] <... accept resumed>) = 4 from 10.0.0.9:9 by S10.queued");
        Describe("[1] getlogin() = \"\"\n[2] <... accept resumed>) = 4").ShouldStartWith("\"\" by R2.resumed");

        string Describe(string lines)
        {
            Step step = TraceReader.Read(lines, "lines").Steps.ShouldHaveSingleItem();
            Verdict verdict = Spec.Step(driver.State, step.Call, step.Stated.ShouldNotBeNull().Least);
            return verdict.Expected.ShouldNotBeNull().Describe(step.Call);
        }
    }

    [Fact]
    public void A_datagram_wakes_everybody_and_the_first_takes_it() =>
        SleepDriver.AtOnce().Allows(SleepDriver.Receivers).By("R2.receive-sleeps")
            .Forbids("""[wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]3""")
            .Forbids("""
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]3
            [3] <... recvfrom resumed>) = "a" from 10.0.0.9:9
            """)
            .Allows("""
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]3
            [2] <... recvfrom resumed>) = "a" from 10.0.0.9:9
            [2] recvfrom(3, 0) = ""
            [2] recvfrom(3 <unfinished ...>
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "b") = 0 received by [1]3
            [3] <... recvfrom resumed>) = "b" from 10.0.0.9:9
            [1] sendto(3, "c", 10.0.0.1:53) = 1 sent 10.0.0.1:53 > 10.0.0.1:53 received by [1]3
            [2] <... recvfrom resumed>) = "c" from 10.0.0.1:53
            """).By("S11.receive");

    [Fact]
    public void A_sleeping_process_makes_no_call() =>
        SleepDriver.AtOnce().Allows(SleepDriver.Receivers)
            .Forbids("[2] getuid() = 0")
            .Forbids("[2] close(3) = 0")
            .Allows("[2] close(3) = -1 ESRCH").By("R2.asleep")
            .Allows("""
            [2] kill(1, 200) = -1 ESRCH
            [4] getuid() = -1 ESRCH
            """);

    [Fact]
    public void A_process_that_resumes_may_wake_others_which_follow() =>
        SleepDriver.AtOnce().Allows(SleepDriver.Acceptors + """
            [1] setrlimit(4, 4) = 0
            [1] fork() = 4
            [4] fork() = 5
            [4] accept(3 <unfinished ...>
            [5] accept(3 <unfinished ...>
            [2] exit(0) = 0
            """).By("R2.exit-of-sleeper")
            .Allows("""
            [3] exit(0) = 0
            [1] fork() = 6
            [6] setrlimit(9, 9) = 0
            [6] accept(3 <unfinished ...>
            [4] kill(1, 15) = -1 ESRCH
            """)
            .Allows("""
            [1] getpeername(3) = -1 ENOTCONN
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [4] <... accept resumed>) = -1 EMFILE
            [5] <... accept resumed>) = -1 EMFILE
            [6] <... accept resumed>) = 4 from 10.0.0.9:9
            """).By("S10.accept-descriptor");

    /// <summary>O_NONBLOCK, set by another process, ends a recvfrom that is woken without data.</summary>
    [Fact]
    public void After_a_wake_up_recvfrom_looks_at_o_nonblock() =>
        SleepDriver.AtOnce().Allows(SleepDriver.Receivers + """
            [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]3
            [2] <... recvfrom resumed>) = "a" from 10.0.0.9:9
            [3] <... recvfrom resumed>) = -1 EAGAIN
            """).By("S11.receive-nothing");

    [Fact]
    public void An_associating_connect_wakes_receivers_for_nothing() =>
        SleepDriver.AtOnce().Allows(SleepDriver.Receivers + """
            [1] connect(3, 10.0.0.1:9) = 0
            [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
            [1] connect(3, 10.0.0.1:0) = -1 EADDRNOTAVAIL
            [1] connect(3, 10.0.0.1:9) = 0
            [2] <... recvfrom resumed>) = -1 EAGAIN
            [3] <... recvfrom resumed>) = -1 EAGAIN
            """);

    [Fact]
    public void An_error_of_a_datagram_wakes_everybody_and_the_first_takes_it() =>
        SleepDriver.AtOnce().Allows(SleepDriver.Receivers + """
            [1] connect(3, 10.0.0.1:9) = 0
            [1] sendto(3, "a") = 1 sent 10.0.0.1:53 > 10.0.0.1:9
            [2] <... recvfrom resumed>) = -1 ECONNREFUSED
            """).By("S11.error-receive")
            .Allows("[1] getsockopt(3, SO_ERROR) = 0\n[3] getuid() = -1 ESRCH");

    [Theory]
    [InlineData("[2] exit(0) = 0")]
    [InlineData("[1] kill(2, 9) = 0")]
    public void Who_ends_asleep_does_not_resume(string end) =>
        SleepDriver.AtOnce().Allows(SleepDriver.Acceptors)
            .Forbids(end + "\n[2] <... accept resumed>) = -1 EINTR")
            .Allows(end).By("R2.exit-of-sleeper")
            .Allows("""
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [3] <... accept resumed>) = 4 from 10.0.0.9:9
            """);

    [Fact]
    public void An_accepted_socket_has_the_flag_of_its_request_and_the_flags_of_the_listener_now() =>
        SleepDriver.AtOnce().Allows(SleepDriver.Acceptors + """
            [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [2] <... accept resumed>) = 4 from 10.0.0.9:9
            [2] fcntl(4, F_GETFL) = 6
            [wire] tcp(10.0.0.9:8, 10.0.0.1:80) = 0 received by [1]3
            [3] <... accept resumed>) = 4 from 10.0.0.9:8
            [wire] tcp(10.0.0.9:7, 10.0.0.1:80) = 0 received by [1]3
            [1] fcntl(3, F_SETFL, O_APPEND) = 0
            [1] accept(3) = 4 from 10.0.0.9:7
            [1] fcntl(4, F_GETFL) = 10
            """);

    [Fact]
    public void Status_files_show_what_a_process_sleeps_on() =>
        new SpecDriver(SpecDriver.Host + "dir \"/proc\" 0755 0 0\n").Allows(SleepDriver.Receivers + """
            [1] mount("procfs", "/proc") = 0
            [1] open("/proc/2/status", O_RDONLY, 00) = 4
            [1] read(4) = "init 2 1 1 1 -1,-1 noflags 0,0 0,0 0,0 sbwait 0 0 0,0 -\x0a"
            """).By("J7.status");
}
