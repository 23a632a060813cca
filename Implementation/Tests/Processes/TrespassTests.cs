using Xunit;

namespace Verify.Implementation.Tests.Processes;

/// <summary>What a process may do to another, by real, effective and saved ids, and the effects of tracing.</summary>
[Trait("Requirement", "J4")]
[Trait("Requirement", "J6")]
public sealed class TrespassTests
{
    [Fact]
    public void Permission_to_signal_trace_and_renice() => KernelReplay.Run("""
        [1] fork() = 2
        [1] fork() = 3
        [1] fork() = 4
        [2] setreuid(5, 6) = 0
        [3] setuid(5) = 0
        [4] setreuid(6, 7) = 0
        [3] kill(2, 0) = 0
        [3] kill(4, 0) = -1 EPERM
        [4] kill(2, 0) = 0
        [2] setpriority(4, 1) = -1 EPERM
        [4] setpriority(2, 1) = 0
        [3] setpriority(2, 1) = -1 EPERM
        [3] ktrace(3) = 0
        [2] ktrace(3) = -1 EPERM
        [3] ktrace(2) = -1 EPERM
        [3] ptrace(2) = -1 EPERM
        [1] ptrace(1) = -1 EINVAL
        [1] ptrace(3) = 0
        [1] ptrace(3) = -1 EBUSY
        [2] ptrace(3) = -1 EBUSY
        """);

    [Fact]
    public void A_traced_process_ends_with_its_tracer() => KernelReplay.Run("""
        dir "/proc" 0755 0 0
        [1] mount("procfs", "/proc") = 0
        [1] fork() = 2
        [1] fork() = 3
        [1] fork() = 4
        [3] fork() = 5
        [3] ptrace(4) = 0
        [2] ptrace(3) = 0
        [2] ptrace(4) = -1 EBUSY
        [1] open("/proc/4/status", O_RDONLY, 00) = 3
        [1] read(3) = "init 4 3 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 0 0 0,0 -\x0a"
        [1] kill(4, 9) = 0
        [1] kill(4, 0) = 0
        [2] exit(0) = 0
        [1] sysctl("kern.proc.all") = "1 5"
        [1] read(3) = -1 EIO
        """);

    [Fact]
    public void A_prisons_superuser_attaches_only_to_processes_of_its_own_user() => KernelReplay.Run("""
        [1] jail("/", "a", 10.0.0.1) = 0
        [1] fork() = 2
        [1] fork() = 3
        [2] setuid(5) = 0
        [1] ktrace(2) = 0
        [1] ptrace(2) = -1 EPERM
        [1] ptrace(3) = 0
        """);

    [Fact]
    public void Procfs_denies_files_of_a_process_that_has_changed_its_ids() => KernelReplay.Run("""
        dir "/proc" 0755 0 0
        [1] mount("procfs", "/proc") = 0
        [1] fork() = 2
        [2] setgroups(7, 2) = 0
        [2] setuid(5) = 0
        [1] stat("/proc/2/mem") = "52 100040 1 0 2 0"
        [1] stat("/proc/2/ctl") = "56 100000 1 5 7 0"
        [1] stat("/proc/2/note") = "58 100200 1 5 7 0"
        [2] open("/proc/2/regs", O_RDONLY, 00) = -1 EACCES
        [2] open("/proc/2/mem", O_RDONLY, 00) = 3
        [2] open("/proc/2/status", O_RDONLY, 00) = 4
        [2] read(4) = "init 2 1 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 5 5 0,7,2 -\x0a"
        [1] setuid(-1) = 0
        [1] open("/proc/1/status", O_RDONLY, 00) = 3
        [1] read(3) = "init 1 0 1 1 -1,-1 sldr 0,0 0,0 0,0 nochan 4294967295 4294967295 0,0 -\x0a"
        """);
}
