using Shouldly;
using Verify.Model.Verdicts;
using Xunit;

namespace Verify.Model.Tests.Rules.Sleeping;

/// <summary>A machine that wakes later: the trace says when a woken process continues.</summary>
[Trait("Requirement", "R2")]
public sealed class LaterResumptionTests
{
    private const string Connection = "[wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3\n";

    private static readonly Call.Resume Second = new(2, "accept");

    [Fact]
    public void A_woken_process_waits_for_the_processor() =>
        SleepDriver.Later().Allows(SleepDriver.Acceptors + """
            [2] <... accept resumed>) = -1 ESRCH
            """).By("R2.not-woken")
            .Allows(Connection + """
            [3] <... accept resumed>) = -1 ESRCH
            [2] <... recvfrom resumed>) = -1 ESRCH
            [1] <... accept resumed>) = -1 ESRCH
            [9] <... accept resumed>) = -1 ESRCH
            [2] getuid() = -1 ESRCH
            """)
            .Forbids("[2] <... accept resumed>) = -1 ESRCH")
            .Allows("[2] <... accept resumed>) = 4 from 10.0.0.9:9").By("S10.accept")
            .Allows("[2] <... accept resumed>) = -1 ESRCH\n[2] getpeername(4) = 10.0.0.9:9");

    [Fact]
    public void If_another_process_takes_the_connection_the_woken_one_sleeps_again_behind_the_others()
    {
        SpecDriver driver = SleepDriver.Later().Allows(
            SleepDriver.Acceptors + Connection + "[1] accept(3) = 4 from 10.0.0.9:9");

        Outcome asleep = Outcome.Asleep;
        Verdict verdict = Spec.Step(driver.State, Second, in asleep);
        verdict.Accepted.ShouldBeTrue();
        verdict.Rules.Contains(RuleCatalogue.Of("R2.accept-sleeps")).ShouldBeTrue();
        Spec.Step(verdict.Next, Second, Outcome.Failed(Verify.Abi.Errno.ESRCH)).Accepted.ShouldBeTrue();

        driver.Continue(verdict.Next).Allows("""
            [wire] tcp(10.0.0.9:8, 10.0.0.1:80) = 0 received by [1]3
            [2] <... accept resumed>) = -1 ESRCH
            [3] <... accept resumed>) = 4 from 10.0.0.9:8
            """);
    }

    [Fact]
    public void Woken_readers_continue_in_any_order() =>
        SleepDriver.Later().Allows(SleepDriver.Receivers + """
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]3
            [3] <... recvfrom resumed>) = "a" from 10.0.0.9:9
            """);

    [Fact]
    public void A_woken_process_is_on_no_channel()
    {
        SpecDriver driver = new SpecDriver(SpecDriver.Host + "wakeups later\ndir \"/proc\" 0755 0 0\n");
        driver.Allows(SleepDriver.Receivers + """
            [1] mount("procfs", "/proc") = 0
            [1] open("/proc/2/status", O_RDONLY, 00) = 4
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]3
            [1] read(4) = "init 2 1 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 0 0 0,0 -\x0a"
            """);
    }

    /// <summary>FreeBSD 4.0 loses the wake-up: the connection waits, and process 3 sleeps (D32).</summary>
    [Theory]
    [InlineData("[1] kill(2, 30) = 0\n[2] <... accept resumed>) = -1 EINTR")]
    [InlineData("[1] kill(2, 9) = 0")]
    [InlineData("[2] exit(0) = 0")]
    public void A_wake_up_that_a_process_cannot_use_is_passed_on(string end) =>
        SleepDriver.Later().Allows("[1] sigaction(30, handler) = 0\n" + SleepDriver.Acceptors + Connection + end)
            .By("R2.accept-passes-on")
            .Allows("[3] <... accept resumed>) = 4 from 10.0.0.9:9");

    [Fact]
    public void A_signal_before_the_connection_leaves_it_to_the_next() =>
        SleepDriver.Later().Allows("[1] sigaction(30, handler) = 0\n" + SleepDriver.Acceptors + """
            [1] kill(2, 30) = 0
            """ + "\n" + Connection + """
            [2] <... accept resumed>) = -1 EINTR
            [3] <... accept resumed>) = 4 from 10.0.0.9:9
            """);

    [Fact]
    public void With_sa_restart_the_woken_process_itself_takes_the_connection() =>
        SleepDriver.Later().Allows("[1] sigaction(30, handler, SA_RESTART) = 0\n" + SleepDriver.Acceptors
            + Connection + """
            [1] kill(2, 30) = 0
            [2] <... accept resumed>) = 4 from 10.0.0.9:9
            """).By("R2.restarted");

    [Fact]
    public void A_restarted_call_looks_at_everything_again() =>
        SleepDriver.Later().Allows("[1] sigaction(30, handler, SA_RESTART) = 0\n" + SleepDriver.Acceptors + """
            [1] ioctl(3, FIONBIO, 1) = 0
            [1] kill(2, 30) = 0
            [2] <... accept resumed>) = -1 EAGAIN
            """).By("S10.accept-nothing");

    [Theory]
    [InlineData("18", "19", "= -1 ESRCH")]
    [InlineData("19", "18", "= -1 EINTR")]
    [InlineData("30", "31", "= -1 EINTR")]
    public void Of_several_signals_the_lowest_decides_and_stopping_and_continuing_cancel_each_other(
        string first, string second, string later)
    {
        SpecDriver driver = SleepDriver.Later().Allows($"""
            [1] sigaction(18, handler) = 0
            [1] sigaction(30, handler) = 0
            [1] sigaction(31, handler, SA_RESTART) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] fork() = 2
            [2] recvfrom(3 <unfinished ...>
            [1] kill(2, {first}) = 0
            [1] kill(2, {second}) = 0
            """);

        // Without a signal left, process 2 was woken for nothing and sleeps again.
        Outcome asleep = Outcome.Asleep;
        var resume = new Call.Resume(2, "recvfrom");
        Verdict verdict = Spec.Step(driver.State, resume, in asleep);
        if (verdict.Accepted)
        {
            driver.Continue(verdict.Next);
        }

        driver.Allows("[2] <... recvfrom resumed>) " + later);
    }
}
