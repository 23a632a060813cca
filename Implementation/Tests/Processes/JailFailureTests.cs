using Shouldly;
using Verify.Abi;
using Xunit;

namespace Verify.Implementation.Tests.Processes;

/// <summary>J1: jail(2) can fail at each of its steps, in order, and changes nothing.</summary>
[Trait("Requirement", "J1")]
[Trait("Requirement", "G7")]
public sealed class JailFailureTests
{
    private const string Host = """
        dir "/d" 0755 0 0
        dir "/locked" 0700 0 0
        file "/f" 0644 0 0
        symlink "/loop" 0777 0 0 "loop"
        tunable debug.maxprisons=2
        [1] fork() = 2
        [2] jail("/d", "a", 10.0.0.2) = 0
        [1] fork() = 3
        [1] socket(AF_LOCAL, SOCK_STREAM, 0) = 3

        """;

    private const string Full = Host + "[3] jail(\"/d\", \"b\", 10.0.0.3) = 0\n";
    private const string WithSocket = Host + "[1] socket(AF_INET, SOCK_DGRAM, 0) = 4\n";

    private static readonly string LongName = new('h', 256);

    /// <summary>Each call also has every fault that a later step would find.</summary>
    public static TheoryData<string, string, Errno> Faults => new()
    {
        { Full, "[2] jail(1, NULL, NULL, 10.0.0.2)", Errno.EPERM },
        { Full + "[1] setuid(5) = 0\n", "[1] jail(1, NULL, NULL, 10.0.0.2)", Errno.EPERM },
        { Full, "[1] jail(1, NULL, NULL, 10.0.0.2)", Errno.EINVAL },
        { Full, "[1] jail(-1, NULL, NULL, 10.0.0.2)", Errno.EINVAL },
        { Full, "[1] jail(NULL, NULL, 10.0.0.2)", Errno.ENOMEM },
        { WithSocket, "[1] jail(NULL, NULL, 10.0.0.2)", Errno.EFAULT },
        { WithSocket, $"[1] jail(\"\", \"{LongName}\", 10.0.0.2)", Errno.ENAMETOOLONG },
        { WithSocket, "[1] jail(NULL, \"b\", 10.0.0.2)", Errno.EFAULT },
        { WithSocket, "[1] jail(\"\", \"b\", 10.0.0.2)", Errno.ENOENT },
        { WithSocket, $"[1] jail(\"/{LongName}\", \"b\", 10.0.0.2)", Errno.ENAMETOOLONG },
        { WithSocket, "[1] jail(\"/nothing\", \"b\", 10.0.0.2)", Errno.ENOENT },
        { WithSocket, "[1] jail(\"/f\", \"b\", 10.0.0.2)", Errno.ENOTDIR },
        { WithSocket, "[1] jail(\"/f/x\", \"b\", 10.0.0.2)", Errno.ENOTDIR },
        { WithSocket, "[1] jail(\"/loop\", \"b\", 10.0.0.2)", Errno.ELOOP },
        { WithSocket, "[1] jail(\"/d\", \"b\", 10.0.0.2)", Errno.EBUSY },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_failed_call_changes_nothing_and_leaks_nothing(string before, string call, Errno error)
    {
        Machine kernel = KernelReplay.Run(before);
        UInt128 digest = KernelReplay.DigestOf(kernel);
        IReadOnlyList<ZoneUsage> zones = kernel.Zones;

        Call jail = TraceReader.Read(call, "call").Steps.Single().Call;
        kernel.Execute(jail).ShouldBe(Outcome.Failed(error));

        kernel.Audit().ShouldBeNull();
        kernel.Zones.ShouldBe(zones);
        KernelReplay.DigestOf(kernel).ShouldBe(digest);
    }

    [Fact]
    public void A_prison_releases_its_memory_and_its_root() => KernelReplay.Run("""
        tunable debug.maxprisons=1
        dir "/d" 0755 0 0
        [1] mount("mfs", "/d") = 0
        [1] fork() = 2
        [2] jail("/d", "a", 10.0.0.2) = 0
        [2] chdir("/") = 0
        [2] mkdir("/e", 0755) = 0
        [2] chroot("/e") = 0
        [2] chdir("/") = 0
        [2] fork() = 3
        [2] exit(0) = 0
        [1] jail("/d", "b", 10.0.0.2) = -1 ENOMEM
        [1] unmount("/d") = -1 EBUSY
        [3] exit(0) = 0
        [1] unmount("/d") = 0
        [1] jail("/d", "b", 10.0.0.2) = 0
        """);

    [Fact]
    public void The_root_is_changed_and_the_current_directory_is_not()
    {
        Machine kernel = KernelReplay.Run("""
            dir "/d" 0755 0 0
            symlink "/l" 0777 0 0 "d"
            [1] jail("/l", "a", 10.0.0.2) = 0
            """);
        var entries = new ProcessEntry[1];

        kernel.Processes(entries);

        entries[0].ShouldBe(new ProcessEntry(1, 0, 0, 0, 0, Root: 2, Directory: 1, Ipv4.Of(10, 0, 0, 2)));
    }
}
