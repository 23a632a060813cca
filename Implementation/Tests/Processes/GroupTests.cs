using Shouldly;
using Verify.Implementation.Processes;
using Xunit;

namespace Verify.Implementation.Tests.Processes;

/// <summary>Process groups and sessions, and calls with several target processes.</summary>
[Trait("Requirement", "J6")]
public sealed class GroupTests
{
    private const string Family = """
        [1] fork() = 2
        [1] fork() = 3
        [2] fork() = 4

        """;

    [Fact]
    public void Groups_and_sessions() => KernelReplay.Run(Family + """
        [4] getpgrp() = 1
        [4] getsid(0) = 1
        [4] getsid(4) = 1
        [4] getsid(1) = -1 ESRCH
        [1] setsid() = -1 EPERM
        [1] setpgid(0, 0) = -1 EPERM
        [2] setpgid(0, -1) = -1 EINVAL
        [2] setpgid(3, 0) = -1 ESRCH
        [2] setpgid(1, 0) = -1 ESRCH
        [2] setpgid(99, 0) = -1 ESRCH
        [2] setpgid(4, 0) = 0
        [2] setpgid(0, 4) = 0
        [2] getpgrp() = 4
        [1] getpgid(4) = 4
        [2] setpgid(0, 99) = -1 EPERM
        [4] setsid() = -1 EPERM
        [2] setsid() = 2
        [2] getsid(0) = 2
        [1] setpgid(2, 1) = -1 EPERM
        [2] setpgid(4, 0) = -1 EPERM
        [1] setpgid(4, 1) = 0
        [4] setsid() = 4
        [2] setpgid(4, 2) = -1 EPERM
        """);

    [Fact]
    public void An_id_in_use_by_a_group_or_session_is_not_reused() => KernelReplay.Run("""
        dir "/proc" 0755 0 0
        [1] mount("procfs", "/proc") = 0
        [1] fork() = 2
        [2] setsid() = 2
        [2] fork() = 3
        [3] setpgid(0, 0) = 0
        [2] exit(0) = 0
        [3] getsid(0) = 2
        [3] open("/proc/3/status", O_RDONLY, 00) = 3
        [3] read(3) = "init 3 1 3 0 -1,-1 noflags 0,0 0,0 0,0 nochan 0 0 0,0 -\x0a"
        """);

    [Fact]
    public void Ids_skip_groups_and_sessions_after_wrapping_around()
    {
        var table = new ProcessTable();
        Process leader = MakeAndRemoveUpTo(table, 100);
        table.Groups.CreateSession(leader);
        Process member = table.Create(leader);
        table.Groups.Enter(member, member.Pid);
        Process other = table.Create(member);
        table.Remove(leader);
        table.Remove(member);

        MakeAndRemoveUpTo(table, 99998);

        table.Create(table.First!).Pid.ShouldBe(103);
        other.Group.Id.ShouldBe(101);
        other.Group.Session.Id.ShouldBe(100);
    }

    private static Process MakeAndRemoveUpTo(ProcessTable table, int pid)
    {
        Process process = table.Create(table.First!);
        while (process.Pid != pid)
        {
            table.Remove(process);
            process = table.Create(table.First!);
        }

        return process;
    }

    [Fact]
    public void Signals_to_groups() => KernelReplay.Run(Family + """
        [2] setpgid(0, 0) = 0
        [2] setpgid(4, 2) = 0
        [1] kill(-99, 0) = -1 ESRCH
        [1] kill(-2, 0) = 0
        [3] kill(0, 16) = 0
        [3] setuid(5) = 0
        [3] kill(-2, 9) = -1 ESRCH
        [3] kill(-2, 19) = 0
        [3] kill(2, 19) = 0
        [3] kill(2, 18) = -1 EPERM
        [3] kill(0, 129) = -1 EINVAL
        [2] kill(0, 40) = 0
        [1] sysctl("kern.proc.all") = "1 3"
        [1] kill(-2, 9) = -1 ESRCH
        [3] kill(0, 9) = 0
        [1] kill(0, 0) = -1 ESRCH
        """);

    [Fact]
    public void No_signal_ends_process_1() => KernelReplay.Run("""
        [1] fork() = 2
        [1] setpriority(0, 5) = 0
        [2] kill(1, 17) = 0
        [2] kill(1, 40) = 0
        [2] getpriority(1) = 25
        [2] kill(1, 9) = 0
        [2] getpriority(1) = 20
        [2] ptrace(1) = 0
        [2] exit(0) = 0
        [1] fork() = 3
        """);

    [Fact]
    public void A_cycle_of_parents_does_not_loop() => KernelReplay.Run("""
        [1] fork() = 2
        [2] fork() = 3
        [3] ptrace(2) = 0
        [1] setpgid(3, 0) = -1 ESRCH
        [2] setpgid(3, 0) = 0
        [3] setpgid(2, 0) = 0
        """);

    [Fact]
    public void A_group_without_visible_members_is_not_found() => KernelReplay.Run(Family + """
        [3] setpgid(0, 0) = 0
        [4] jail("/", "a", 10.0.0.1) = 0
        [4] kill(-3, 0) = -1 ESRCH
        [4] kill(0, 0) = 0
        [4] kill(1, 19) = -1 ESRCH
        [4] kill(-1, 19) = -1 ESRCH
        [4] setpgid(0, 3) = -1 EPERM
        [4] getpgid(3) = -1 ESRCH
        [4] ktrace(-3) = -1 ESRCH
        [4] getpriority(PRIO_PGRP, 3) = -1 ESRCH
        [4] kill(0, 9) = 0
        [1] sysctl("kern.proc.all") = "1 2 3"
        """);

    [Fact]
    public void Nice_values_of_groups_and_users() => KernelReplay.Run(Family + """
        [4] setuid(5) = 0
        [3] setpgid(0, 0) = 0
        [2] setpriority(0, 3) = 0
        [1] getpriority(PRIO_PGRP, 0) = 20
        [1] getpriority(PRIO_PGRP, 3) = 20
        [1] getpriority(PRIO_PGRP, 99) = -1 ESRCH
        [1] getpriority(7, 0) = -1 EINVAL
        [1] setpriority(7, 99, 0) = -1 EINVAL
        [1] setpriority(PRIO_PGRP, 0, 6) = 0
        [4] getpriority(0) = 26
        [3] getpriority(0) = 20
        [4] getpriority(PRIO_USER, 0) = 26
        [1] getpriority(PRIO_USER, 0) = 20
        [1] getpriority(PRIO_USER, 6) = -1 ESRCH
        [4] setpriority(PRIO_PGRP, 0, 7) = -1 EPERM
        [4] getpriority(0) = 27
        [4] setpriority(PRIO_USER, 0, 5) = -1 EACCES
        [4] setpriority(PRIO_USER, 0, 8) = 0
        [1] setpriority(PRIO_USER, 5, -20) = 0
        [4] getpriority(0) = 0
        [4] ktrace(-1) = 0
        [3] ktrace(-1) = 0
        [4] ktrace(-99) = -1 ESRCH
        """);
}
