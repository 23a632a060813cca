using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties.Noninterference;

/// <summary>
/// The machine and the calls before each run: two prisons and processes outside, each group with a directory tree and
/// an address of its own, and a superuser and a user with sockets, /proc and a pair of local sockets open. Tables have
/// their default sizes, so that none becomes full.
/// </summary>
public static class InitialSystem
{
    private static readonly string[] Trees = ["/a", "/b", "/h"];

    private static readonly Trace Start = TraceReader.Read(
        $"""
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
        {string.Concat(Trees.Select(Tree))}
        {string.Concat(Trees.Select(tree => $"[1] mount(\"procfs\", \"{tree}/proc\")\n"))}
        [1] fork()
        [2] chdir("/a")
        [2] jail("/a", "a.example", 10.0.0.2)
        {Descriptors(2, "10.0.0.2")}
        [2] fork()
        [3] setuid(1001)
        [1] fork()
        [4] chdir("/b")
        [4] jail("/b", "b.example", 10.0.0.3)
        {Descriptors(4, "10.0.0.3")}
        [4] fork()
        [5] setuid(1001)
        [1] fork()
        [6] chdir("/h")
        [6] chroot("/h")
        {Descriptors(6, "10.0.0.1")}
        [6] fork()
        [7] setuid(1001)

        """,
        "noninterference");

    /// <summary>The machine.</summary>
    public static World World => Start.World;

    /// <summary>The calls before each run.</summary>
    public static ImmutableArray<Call> Calls { get; } = [.. Start.Steps.Select(step => step.Call)];

    private static string Descriptors(int pid, string address) =>
        $"""
        {string.Concat(Enumerable.Range(0, 3).Select(fd => Null(pid, fd)))}
        [{pid}] socket(AF_INET, SOCK_DGRAM, 0)
        [{pid}] bind(3, {address}:53)
        [{pid}] socket(AF_INET, SOCK_STREAM, 0)
        [{pid}] bind(4, {address}:80)
        [{pid}] listen(4, 2)
        [{pid}] open("/proc", O_RDONLY, 0)
        [{pid}] socketpair(AF_LOCAL, SOCK_DGRAM, 0)
        [{pid}] fcntl(6, F_SETFL, O_NONBLOCK)
        [{pid}] fcntl(7, F_SETFL, O_NONBLOCK)
        """;

    /// <summary>Open files from before the prison would be shared with others.</summary>
    private static string Null(int pid, int fd) => $"[{pid}] close({fd})\n[{pid}] open(\"/null\", O_RDWR, 0)\n";

    private static string Tree(string root) =>
        $"""
        dir "{root}" 0755 0 0
        dir "{root}/d" 01777 0 0
        dir "{root}/u" 0755 1001 1001
        dir "{root}/proc" 0755 0 0
        file "{root}/f" 0644 0 0
        symlink "{root}/up" 0755 0 0 "../.."
        device "{root}/null" 0666 0 0 2

        """;
}
