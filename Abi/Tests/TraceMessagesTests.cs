using Verify.Testing.Snapshots;
using Xunit;

namespace Verify.Abi.Tests;

public sealed class TraceMessagesTests
{
    private static readonly string[] Mistakes =
    [
        "if fxp0 10.0.0.1/33",
        "tunable kern.ipc.maxsocket=8",
        "dir \"a/\" 0755 0 0",
        "dir \"/a/b\" 0755 0 0",
        "file \"/a\" 755 0 0",
        "[1] open(\"/a\", O_RDONLY|O_CREATE, 0644)",
        "[1] bnd(3, 10.0.0.1:53)",
        "[1] bind(3, 10.0.0.1:70000)",
        "[1] bind(3, 10.0.0.1:53) = -1 eadrinuse",
        "[1] bind(3, 10.0.0.1:53) = 0 and more",
        "[wire] udp(192.0.2.7:9000, 10.0.0.2:53, \"\\u0416\")",
        "[wire] ip(192.0.2.7, 10.0.0.2, 17, \"\")",
        "[1] fcntl(3, F_SETFD, 1)",
        "[1] accept(3 <unfinished>",
        "[2] <... accept resumed>) = 4 from 10.0.0.1:1024",
    ];

    [Fact]
    public async Task Messages_as_a_reader_sees_them() =>
        await Snapshot.Match(string.Concat(Mistakes.Select(Described)));

    private static string Described(string line)
    {
        TraceFormatException error = Assert.Throws<TraceFormatException>(() => TraceReader.Read(line, "a.trace"));
        return $"{line}\n{new string(' ', error.Column - 1)}^\n{error.Message}\n\n";
    }
}
