using Shouldly;
using Xunit;

namespace Verify.Abi.Tests;

/// <summary>
/// Each kind of mistake, with its position and message. A caret marks the position and is not part of the text.
/// </summary>
public sealed class BrokenTraceTests
{
    private const string End = "the end of the line";
    private const string AnyLine =
        "if, tunable, sysctl, dir, file, fifo, symlink, device, or a call such as [1] fork()";
    private const string Errors =
        "EPERM, ENOENT, ESRCH, EIO, ENXIO, EBADF, ENOMEM, EACCES, EFAULT, EBUSY, EEXIST, EXDEV, ENODEV, ENOTDIR, "
        + "EISDIR, EINVAL, EMFILE, ENOTTY, ENOSPC, ESPIPE, ...";
    private const string Int = "from -2147483648 to 2147483647";

    [Theory]
    [InlineData("^bind(3)", AnyLine, "'bind'")]
    [InlineData("^{}", AnyLine, "'{'")]
    [InlineData("^\0", AnyLine, @"'\x00'")]
    [InlineData("if ^", "a new interface name", End)]
    [InlineData("if lo0\nif ^lo0", "a new interface name", "'lo0'")]
    [InlineData("if lo0 ^127.0.0.256/8", "an address such as 10.0.0.1", "'127.0.0.256'")]
    [InlineData("if lo0 127.0.0.1 ^0.0.0.0", "a unicast address", "'0.0.0.0'")]
    [InlineData("if lo0 ^224.0.0.1/4", "a unicast address", "'224.0.0.1'")]
    [InlineData("if lo0 127.0.0.1/^33", "a prefix length from 0 to 32", "'33'")]
    [InlineData("if lo0 127.0.0.1/ ^# none", "a prefix length from 0 to 32", End)]
    [InlineData("if ed0 10.0.0.1/24 ^10.0.0.1", "an address that the interface does not have", "'10.0.0.1'")]
    [InlineData("tunable ^kern.maxproct=8", "a tunable: kern.maxproc", "'kern.maxproct'")]
    [InlineData("tunable kern.maxproc ^8", "'='", "'8'")]
    [InlineData("tunable kern.maxproc=^0", "a size from 1 to 2147483647", "'0'")]
    [InlineData("tunable kern.maxproc=^-5", "a size from 1 to 2147483647", "'-5'")]
    [InlineData("tunable net.inet.tcp.tcbhashsize=^12", "a power of two", "'12'")]
    [InlineData("tunable net.inet.tcp.tcbhashsize=^2097152", "a size from 1 to 1048576", "'2097152'")]
    [InlineData("sysctl ^net.inet.ip.portrange.hlast=1", "a variable: net.inet.ip.portrange.last, "
        + "net.inet.ip.portrange.hilast", "'net.inet.ip.portrange.hlast'")]
    [InlineData("sysctl net.inet.ip.portrange.last=^x", "a number " + Int, "'x'")]
    public void In_the_header(string marked, string expected, string found) => Check(marked, expected, found);

    [Theory]
    [InlineData("[^x] fork()", "'wire' or a process id " + Int, "'x'")]
    [InlineData("[1 ^fork()", "']'", "'fork'")]
    [InlineData("[1] ^",
        "a call: fork, setuid, exit, jail, sysctl, kill, ptrace, ktrace, getpriority, setpriority, getpgid, getsid, "
        + "setpgid, getpgrp, setsid, passfd, setgid, seteuid, setegid, setreuid, ...", End)]
    [InlineData("[1] ^bnd(3, 10.0.0.1:53)", "a call: bind", "'bnd'")]
    [InlineData("[wire] ^fork()", "a call: udp, tcp", "'fork'")]
    [InlineData("[1] fork^", "'('", End)]
    [InlineData("[1] fork(^", "')'", End)]
    [InlineData("[1] fork(^1)", "')'", "'1'")]
    [InlineData("[1] bind(3, 10.0.0.1:53 ^= 0", "')'", "'='")]
    [InlineData("[1] bind(3^)", "','", "')'")]
    [InlineData("[1] bind(^4294967296, 10.0.0.1:53)", "a descriptor " + Int, "'4294967296'")]
    [InlineData("[1] bind(^+3, 10.0.0.1:53)", "a descriptor " + Int, "'+'")]
    [InlineData("[1] bind(3, ^10.0.0:53)", "an address such as 10.0.0.1", "'10.0.0'")]
    [InlineData("[1] bind(3, ^10.0.0.01:53)", "an address such as 10.0.0.1", "'10.0.0.01'")]
    [InlineData("[1] bind(3, 10.0.0.1^)", "':'", "')'")]
    [InlineData("[1] bind(3, 10.0.0.1:^65536)", "a port from 0 to 65535", "'65536'")]
    [InlineData("[1] bind(3, 10.0.0.1:53, ^x)", "a length " + Int, "'x'")]
    [InlineData("[1] bind(3, ^AF_UNSPC)",
        "an address and port such as 10.0.0.1:53, or an address family: AF_UNSPEC, or a number", "'AF_UNSPC'")]
    [InlineData("[1] socket(^AF_INT, SOCK_DGRAM, 0)",
        "an address family: AF_INET, AF_IPX, AF_INET6, or a number", "'AF_INT'")]
    [InlineData("[1] socket(AF_INET, ^DGRAM, 0)", "a socket type: SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, or a number",
        "'DGRAM'")]
    [InlineData("[1] getsockopt(3, ^REUSE)", "an option: SO_DEBUG, SO_REUSEADDR, SO_KEEPALIVE, SO_DONTROUTE, "
        + "IP_PORTRANGE, SO_BROADCAST, SO_USELOOPBACK, SO_LINGER, SO_OOBINLINE, SO_REUSEPORT, SO_TIMESTAMP, SO_SNDBUF, "
        + "SO_RCVBUF, SO_SNDLOWAT, SO_RCVLOWAT, SO_SNDTIMEO, SO_RCVTIMEO, SO_ERROR, SO_TYPE, or a number",
        "'REUSE'")]
    [InlineData("[1] setsockopt(3, IP_PORTRANGE, ^IP_PORTRANGE_HIG)",
        "a port range: IP_PORTRANGE_HIGH, or a number", "'IP_PORTRANGE_HIG'")]
    [InlineData("[1] jail(^/a, \"a\", 10.0.0.1)", "a path in quotes", "'/'")]
    [InlineData("[1] jail(1, ^2, \"a\", 10.0.0.1)", "a path in quotes", "'2'")]
    [InlineData("[1] jail(\"/a\", \"a, 10.0.0.1)^", "a closing quote", End)]
    [InlineData("[1] jail(\"/a\", \"a^\u00e9\", 10.0.0.1)", "a printable character, or \\x and two digits", "'\\xe9'")]
    [InlineData("[1] jail(\"/a\", \"a^\\n\", 10.0.0.1)", "one of \\\" \\\\ \\xNN \\uNNNN", "'\\'")]
    [InlineData("[1] jail(\"/a\", \"a^\\x4\", 10.0.0.1)", "2 hexadecimal digits after the backslash", "'\\'")]
    [InlineData("[1] sendto(3, ^\"123456789\")", "at most 8 printable characters", "'\"123456789\"'")]
    [InlineData("[1] sendto(3, ^\"\\x01\")", "at most 8 printable characters", "'\"\\x01\"'")]
    [InlineData("[1] fork() ^: 2", End, "':'")]
    [InlineData("[1] fork()\n^if lo0", "a call: interfaces, tunables and sysctls come before the first call", "'if'")]
    [InlineData("[1] fork()\n^fork()", "a call such as [1] fork()", "'fork'")]
    [InlineData("[1] mkdir(\"/a\", ^0855)", "a mode in octal, such as 0755", "'0855'")]
    [InlineData("[1] stat(^/a)", "a path in quotes", "'/'")]
    [InlineData("[1] sysctl(\"kern.hostname\", ^x)", "a value from -2147483648 to 2147483647", "'x'")]
    public void In_a_call(string marked, string expected, string found) => Check(marked, expected, found);

    [Theory]
    [InlineData("[1] fork() = ^", "-1 and an error, or a number " + Int, End)]
    [InlineData("[1] fork() = ^two", "-1 and an error, or a number " + Int, "'two'")]
    [InlineData("[1] fork() = -1 ^", "an error: " + Errors, End)]
    [InlineData("[1] fork() = -1 ^EAGIN", "an error: EAGAIN", "'EAGIN'")]
    [InlineData("[1] fork() = -1 ^35", "an error: " + Errors, "'35'")]
    [InlineData("[1] fork() = 2 ^EAGAIN", End, "'EAGAIN'")]
    [InlineData("[1] fork() = ^10.0.0.1:53", "-1 and an error, or a number " + Int, "'10.0.0.1'")]
    [InlineData("[1] bind(3, 10.0.0.1:5) = 0 ^sent 1.1.1.1:1 > 1.1.1.1:2", End, "'sent'")]
    [InlineData("[1] bind(3, 10.0.0.1:5) = 0 ^received by [1]3", End, "'received'")]
    [InlineData("[wire] tcp(1.1.1.1:1, 1.1.1.1:2) = 0 ^sent 1.1.1.1:1 > 1.1.1.1:2", End, "'sent'")]
    [InlineData("[1] sendto(3, \"\") = 0 sent 1.1.1.1:1 ^1.1.1.1:2", "'>'", "'1.1.1.1'")]
    [InlineData("[1] sendto(3, \"\") = 0 received ^[1]3", "'by'", "'['")]
    [InlineData("[1] sendto(3, \"\") = 0 received by [1]^", "a descriptor " + Int, End)]
    [InlineData("[1] getsockname(3) = ^0", "-1 and an error, or an address and port such as 10.0.0.1:53", "'0'")]
    [InlineData("[1] accept(3) = ^10.0.0.1:53", "-1 and an error, or a number " + Int, "'10.0.0.1'")]
    [InlineData("[1] accept(3) = 5^", "'from'", End)]
    [InlineData("[1] recvfrom(3) = ^0", "-1 and an error, or data in quotes", "'0'")]
    [InlineData("[1] recvfrom(3) = \"q\" ^10.0.0.1:53", "'from'", "'10.0.0.1'")]
    [InlineData("[1] close(3) = 0 ^0", End, "'0'")]
    public void In_an_outcome(string marked, string expected, string found) => Check(marked, expected, found);

    [Fact]
    public void The_message_is_the_place_and_what_was_expected() =>
        Should.Throw<TraceFormatException>(() => TraceReader.Read("if lo0\n[1] fork(", "a.trace"))
            .Message.ShouldBe("a.trace:2:10: expected ')', found the end of the line");

    private static void Check(string marked, string expected, string found)
    {
        string before = marked[..marked.IndexOf('^')];
        int line = before.Count(c => c == '\n') + 1;
        int column = before.Length - before.LastIndexOf('\n');
        string text = before + marked[(before.Length + 1)..];

        var error = Should.Throw<TraceFormatException>(() => TraceReader.Read(text, "t"));

        error.Message.ShouldBe($"t:{line}:{column}: expected {expected}, found {found}");
        (error.File, error.Line, error.Column, error.Expected).ShouldBe(("t", line, column, expected));
    }
}
