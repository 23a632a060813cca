using Shouldly;
using Xunit;

namespace Verify.Implementation.Tests.Processes;

/// <summary>J6: what a process can do to others; processes of other prisons do not exist for it.</summary>
[Trait("Requirement", "J6")]
public sealed class VisibilityTests
{
    /// <summary>
    /// 1 on the host, 2 and 3 in one prison, 4 in another with the same address, 5 an unprivileged user on the host.
    /// </summary>
    private const string Host = """
        [1] fork() = 2
        [2] jail("/", "a", 10.0.0.2) = 0
        [2] fork() = 3
        [1] fork() = 4
        [4] jail("/", "a", 10.0.0.2) = 0
        [1] fork() = 5
        [5] setuid(5) = 0

        """;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(99)]
    [InlineData(-2)]
    public void Processes_outside_a_prison_do_not_exist_for_it(int pid) => KernelReplay.Run(Host + $"""
        [2] kill({pid}, 0) = -1 ESRCH
        [2] ptrace({pid}) = -1 ESRCH
        [2] ktrace({pid}) = -1 ESRCH
        [2] getpriority({pid}) = -1 ESRCH
        [2] setpriority({pid}, 5) = -1 ESRCH
        """);

    [Fact]
    public void Processes_of_the_same_prison_are_visible_and_all_are_to_the_host() => KernelReplay.Run(Host + """
        [2] kill(3, 0) = 0
        [2] ptrace(3) = 0
        [2] ktrace(3) = 0
        [2] setpriority(3, -5) = 0
        [1] getpriority(3) = 15
        [1] ptrace(4) = 0
        [1] ktrace(4) = 0
        [5] getpriority(4) = 20
        [1] sysctl("kern.proc.all") = "1 2 3 4 5"
        [2] sysctl("kern.proc.all") = "2 3"
        [4] sysctl("1.14.0") = "4"
        """);

    [Fact]
    public void Acting_on_another_users_process_needs_privilege() => KernelReplay.Run(Host + """
        [3] setuid(5) = 0
        [5] kill(1, 0) = -1 EPERM
        [5] kill(3, 0) = 0
        [5] ptrace(1) = -1 EPERM
        [5] ptrace(3) = -1 EPERM
        [5] ptrace(5) = -1 EINVAL
        [5] ktrace(1) = -1 EPERM
        [5] ktrace(5) = 0
        [5] setpriority(1, 20) = -1 EPERM
        [5] setpriority(1, -20) = -1 EPERM
        [3] ptrace(2) = -1 EPERM
        """);

    [Fact]
    public void Lowering_a_nice_value_needs_privilege() => KernelReplay.Run("""
        [1] setpriority(0, -21) = 0
        [1] getpriority(0) = 0
        [1] setpriority(1, 21) = 0
        [1] getpriority(1) = 40
        [1] setpriority(0, 3) = 0
        [1] fork() = 2
        [2] setuid(5) = 0
        [2] getpriority(0) = 23
        [2] setpriority(0, 3) = 0
        [2] setpriority(0, 2) = -1 EACCES
        [2] setpriority(0, 4) = 0
        [2] setpriority(0, 3) = -1 EACCES
        """);

    [Theory]
    [InlineData(9, true)]
    [InlineData(15, true)]
    [InlineData(24, true)]
    [InlineData(31, true)]
    [InlineData(32, true)]
    [InlineData(128, true)]
    [InlineData(0, false)]
    [InlineData(16, false)]
    [InlineData(17, false)]
    [InlineData(23, false)]
    [InlineData(28, false)]
    [InlineData(29, false)]
    public void Most_signals_end_a_process(int signal, bool ends)
    {
        Machine kernel = KernelReplay.Run(Host + $"[1] kill(5, {signal}) = 0\n[2] kill(2, {signal}) = 0");

        kernel.Processes([]).ShouldBe(ends ? 3 : 5);
    }

    [Fact]
    public void Invalid_signals() => KernelReplay.Run(Host + """
        [1] kill(5, -1) = -1 EINVAL
        [1] kill(99, 129) = -1 EINVAL
        [1] kill(99, 128) = -1 ESRCH
        """);

    [Fact]
    public void A_broadcast_signals_all_but_the_caller_and_process_1() => KernelReplay.Run(Host + """
        [5] kill(-1, 9) = -1 ESRCH
        [3] fork() = 6
        [6] setuid(5) = 0
        [6] kill(-1, 9) = -1 ESRCH
        [2] kill(-1, 9) = 0
        [1] sysctl("kern.proc.all") = "1 2 4 5"
        [5] fork() = 7
        [5] kill(-1, 17) = 0
        [7] kill(-1, 9) = 0
        [4] kill(-1, 9) = -1 ESRCH
        [2] kill(-1, 0) = -1 ESRCH
        [1] kill(-1, 9) = 0
        [1] sysctl("kern.proc.all") = "1"
        """);

    [Fact]
    public void Process_1_adopts_orphans()
    {
        Machine kernel = KernelReplay.Run("""
            [1] fork() = 2
            [2] fork() = 3
            [3] fork() = 4
            [3] setgid(7) = 0
            [3] setpriority(0, 4) = 0
            [2] exit(0) = 0
            """);
        var entries = new ProcessEntry[3];

        kernel.Processes(entries).ShouldBe(3);
        entries.ShouldBe(
        [
            new ProcessEntry(1, 0, 0, 0, 0, 1, 1, null),
            new ProcessEntry(3, 1, 0, 7, 4, 1, 1, null),
            new ProcessEntry(4, 3, 0, 0, 0, 1, 1, null),
        ]);
    }
}
