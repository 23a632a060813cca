using Shouldly;
using Verify.Abi;
using Xunit;

namespace Verify.Implementation.Tests.Processes;

/// <summary>Processes, descriptors, jail(2) and sysctl(3): permissions, and the state after a denial.</summary>
public sealed class ProcessTests
{
    private static readonly string LongName = new('x', 256);

    [Fact]
    public void The_last_process_slot_needs_privilege() => KernelReplay.Run("""
        tunable kern.maxproc=3
        [1] fork() = 2
        [2] setuid(5) = 0
        [2] fork() = -1 EAGAIN
        [1] fork() = 3
        [1] fork() = -1 EAGAIN
        [2] exit(0) = 0
        [2] fork() = -1 ESRCH
        [1] fork() = 4
        """);

    [Fact]
    public void Ids_wrap_around_below_PID_MAX_to_100_and_skip_those_in_use() => KernelReplay.Run("""
        tunable debug.lastpid=99996
        [1] fork() = 99997
        [1] fork() = 99998
        [1] fork() = 100
        [99997] exit(0) = 0
        [100] fork() = 101
        """);

    [Fact]
    public void Ids_wrap_around_past_those_in_use()
    {
        var machine = new Machine(new World());
        LastOf(machine, children: 99997).ShouldBe(99998);
        machine.Execute(new Call.Fork(1)).Value.ShouldBe(100);
        machine.Execute(new Call.Fork(1)).Value.ShouldBe(101);
        LastOf(machine, children: 99897).ShouldBe(99998);
        machine.Execute(new Call.Fork(1)).Value.ShouldBe(102);
    }

    [Fact]
    public void Without_privilege_ids_cannot_change() => KernelReplay.Run("""
        [1] fork() = 2
        [2] setuid(-1) = 0
        [2] setuid(0) = -1 EPERM
        [2] setuid(-1) = 0
        [1] setuid(5) = 0
        [1] setuid(5) = 0
        [1] setuid(0) = -1 EPERM
        [1] setuid(-1) = -1 EPERM
        """);

    [Fact]
    public void The_lowest_free_descriptor_is_used() => KernelReplay.Run("""
        tunable kern.maxfilesperproc=5
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] socket(AF_INET, SOCK_DGRAM, 0) = -1 EMFILE
        [1] socket(AF_INET6, SOCK_DGRAM, 0) = -1 EMFILE
        [1] close(1) = 0
        [1] socket(AF_INET6, SOCK_DGRAM, 0) = -1 EPROTONOSUPPORT
        [1] socket(AF_INET, 9, 0) = -1 EPROTONOSUPPORT
        [1] socket(AF_INET, SOCK_DGRAM, IPPROTO_TCP) = -1 EPROTONOSUPPORT
        [1] socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 1
        [1] close(5) = -1 EBADF
        [1] close(-1) = -1 EBADF
        [1] recvfrom(5) = -1 EBADF
        [1] recvfrom(0) = -1 ENOTSOCK
        [1] close(0) = 0
        [1] close(0) = -1 EBADF
        """);

    [Fact]
    public void The_descriptor_table_grows() => KernelReplay.Run(string.Join(
        '\n', Enumerable.Range(3, 20).Select(fd => $"[1] socket(AF_INET, SOCK_DGRAM, 0) = {fd}")));

    [Fact]
    public void Jail_checks_its_arguments_in_order_and_changes_nothing() => KernelReplay.Run($"""
        if fxp0 10.0.0.1/24
        [1] fork() = 2
        [2] setuid(5) = 0
        [2] jail("/", "a", 10.0.0.1) = -1 EPERM
        [1] jail("", "{LongName}", 10.0.0.1) = -1 ENAMETOOLONG
        [1] jail("", "a", 10.0.0.1) = -1 ENOENT
        [1] jail("/{LongName}", "a", 10.0.0.1) = -1 ENAMETOOLONG
        [1] jail("/{LongName}/b", "a", 10.0.0.1) = -1 ENAMETOOLONG
        [1] jail("{string.Concat(Enumerable.Repeat("/a", 512))}", "a", 10.0.0.1) = -1 ENAMETOOLONG
        [1] sysctl("net.inet.ip.portrange.first", 2000) = 0
        [1] jail("/{LongName[1..]}", "a", 10.0.0.1) = -1 ENOENT
        [1] jail("/", "{LongName[1..]}", 10.0.0.1) = 0
        [1] sysctl("net.inet.ip.portrange.first", 3000) = -1 EPERM
        [1] sysctl("net.inet.ip.portrange.first") = 2000
        """);

    [Fact]
    public void Sysctl_clamps_values() => KernelReplay.Run("""
        sysctl net.inet.ip.portrange.lowlast=0
        [1] sysctl("net.inet.ip.portrange.lowlast") = 1
        [1] sysctl("net.inet.ip.portrange.last", 2147483647) = 0
        [1] sysctl("net.inet.ip.portrange.last") = 65535
        [1] sysctl("net.inet.ip.portrange.none") = -1 ENOENT
        [1] setuid(5) = 0
        [1] sysctl("net.inet.ip.portrange.none", 1) = -1 ENOENT
        [1] sysctl("net.inet.ip.portrange.last", 1) = -1 EPERM
        """);

    /// <summary>The id of the last of many children, each of which ends before the next is created.</summary>
    private static int LastOf(Machine machine, int children)
    {
        int last = 0;
        for (int i = 0; i < children; i++)
        {
            last = machine.Execute(new Call.Fork(1)).Value;
            machine.Execute(new Call.Exit(last, 0));
        }

        return last;
    }
}
