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
        "if, tunable, sysctl, wakeups, answers, dir, file, fifo, symlink, device, or a call such as [1] fork()";
    private const string OrOther = ", another name in upper case, or a number";
    private const string Int = "from -2147483648 to 2147483647";
    private const string OrResult = "-1 and an error, ?, or ";
    private const string Result = OrResult + "a number " + Int;

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
        "a call: fork, setuid, exit, jail, sysctl, kill, sigaction, ptrace, ktrace, getpriority, setpriority, getpgid, "
        + "getsid, setpgid, getpgrp, setsid, setgid, seteuid, setegid, setreuid, ...", End)]
    [InlineData("[1] ^bnd(3, 10.0.0.1:53)", "a call: bind", "'bnd'")]
    [InlineData("[wire] ^fork()", "a call: idle, udp, ip, tcp, tcp_accept, tcp_reset, tcp_timeout", "'fork'")]
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
    [InlineData("[1] getsockopt(3, ^reuse)", "an option: SO_DEBUG, SO_REUSEADDR, SO_KEEPALIVE, SO_DONTROUTE, "
        + "SO_BROADCAST, SO_USELOOPBACK, SO_LINGER, SO_OOBINLINE, SO_REUSEPORT, SO_TIMESTAMP, SO_SNDBUF, "
        + "SO_RCVBUF, SO_SNDLOWAT, SO_RCVLOWAT, SO_SNDTIMEO, SO_RCVTIMEO, SO_ERROR, SO_TYPE, IP_HDRINCL, "
        + "IP_TOS, ..." + OrOther, "'reuse'")]
    [InlineData("[1] getsockopt(3, ^so_eror)", "an option: SO_ERROR" + OrOther, "'so_eror'")]
    [InlineData("[1] getsockopt(3, ^SO-ERROR)", "an option: SO_ERROR" + OrOther, "'SO-ERROR'")]
    [InlineData("[1] getsockopt(3, ^9999999999)", "an option: a name in upper case, or a number " + Int,
        "'9999999999'")]
    [InlineData("[1] setsockopt(3, IP_PORTRANGE, ^IP_PORTRANGE_HIG)",
        "a port range: IP_PORTRANGE_HIGH, or a number", "'IP_PORTRANGE_HIG'")]
    [InlineData("[1] jail(^/a, \"a\", 10.0.0.1)", "a path in quotes", "'/'")]
    [InlineData("[1] jail(1, ^2, \"a\", 10.0.0.1)", "a path in quotes", "'2'")]
    [InlineData("[1] jail(\"/a\", \"a, 10.0.0.1)^", "a closing quote", End)]
    [InlineData("[1] jail(\"/a\", \"a^\u00e9\", 10.0.0.1)", "a printable character, or \\x and two digits", "'\\xe9'")]
    [InlineData("[1] jail(\"/a\", \"a^\\n\", 10.0.0.1)", "one of \\\" \\\\ \\xNN \\uNNNN", "'\\'")]
    [InlineData("[1] jail(\"/a\", \"a^\\x4\", 10.0.0.1)", "2 hexadecimal digits after the backslash", "'\\'")]
    [InlineData("[1] sendto(3, ^x)", "data in quotes", "'x'")]
    [InlineData("[1] sendto(3, ^\"\\u0100\")", "at most 262144 bytes, none above \\xff", "'\"\\u0100\"'")]
    [InlineData("[1] sendto(3, \"abc\"... ^4)", "','", "'4'")]
    [InlineData("[1] sendto(3, \"abc\"..., ^2)", "the length of all data from 3 to 262144", "'2'")]
    [InlineData("[1] sendto(3, \"abc\"..., ^262145)", "the length of all data from 3 to 262144", "'262145'")]
    [InlineData("[1] sendto(3, \"a^\tb\")", "a printable character, or \\x and two digits", "'\\x09'")]
    [InlineData("[1] recvfrom(3, ^-1)", "a length from 0 to 2147483647", "'-1'")]
    [InlineData("[1] fcntl(3, ^F_GETFD)", "a command: F_GETFL, F_SETFL", "'F_GETFD'")]
    [InlineData("[1] fcntl(3, ^5)", "a command: F_GETOWN, F_SETOWN, F_GETFL, F_SETFL, F_DUPFD", "'5'")]
    [InlineData("[1] fcntl(3, F_SETFL^)", "','", "')'")]
    [InlineData("[1] fcntl(3, F_SETFL, O_ASYNC|^O_NONBLOK)", "a flag: O_NONBLOCK, or a number", "'O_NONBLOK'")]
    [InlineData("[1] recvfrom(3, MSG_PEEK|^MSG_PEK)", "a flag: MSG_PEEK, or bits such as 0x200", "'MSG_PEK'")]
    [InlineData("[1] recvfrom(3, MSG_PEEK^, 5)", "')'", "','")]
    [InlineData("[1] recvfrom(3, ^0x1ffffffff)", "a flag: MSG_OOB, MSG_PEEK, MSG_DONTROUTE, MSG_EOR, MSG_TRUNC, "
        + "MSG_CTRUNC, MSG_WAITALL, MSG_DONTWAIT, MSG_EOF, or bits such as 0x200", "'0x1ffffffff'")]
    [InlineData("[1] read(3, ^MSG_PEEK)", "a length from 0 to 2147483647", "'MSG_PEEK'")]
    [InlineData("[1] readv(3, ^5)", "'['", "'5'")]
    [InlineData("[1] writev(3, [\"a\", ^])", "data in quotes", "']'")]
    [InlineData("[1] shutdown(3, ^SHUT_BOTH)", "a direction: SHUT_RD, SHUT_WR, SHUT_RDWR, or a number", "'SHUT_BOTH'")]
    [InlineData("[1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9^)", "','", "')'")]
    [InlineData("[1] setsockopt(3, IP_MULTICAST_IF, ^1)", "an address such as 10.0.0.1", "'1'")]
    [InlineData("[1] ioctl(3, ^FIOCLEX)", "a request: FIONBIO, FIOASYNC, FIONREAD, SIOCSPGRP, SIOCGPGRP, SIOCATMARK, "
        + "SIOCGIFCONF, SIOCGIFADDR, SIOCGIFFLAGS, SIOCSIFFLAGS, SIOCAIFADDR, SIOCDIFADDR", "'FIOCLEX'")]
    [InlineData("[1] ioctl(3, SIOCGIFCONF, ^-1)", "a length from 0 to 2147483647", "'-1'")]
    [InlineData("[1] ioctl(3, SIOCGIFADDR, ^fxp0)", "the name of an interface in quotes", "'fxp0'")]
    [InlineData("[1] ioctl(3, SIOCAIFADDR, \"fxp0\", 10.0.0.1^)", "'/'", "')'")]
    [InlineData("[1] ioctl(3, SIOCAIFADDR, \"fxp0\", 10.0.0.1/^33)", "a prefix length from 0 to 32", "'33'")]
    [InlineData("[1] ioctl(3, SIOCSIFFLAGS, \"fxp0\", ^IFF_UPP)", "a flag: IFF_UP, or bits such as 0x200",
        "'IFF_UPP'")]
    [InlineData("[1] write(3, route ^RTM_GET)", "'['", "'RTM_GET'")]
    [InlineData("[1] write(3, route [^RTM_GOT])", "the kind of a message: RTM_GET, or a number", "'RTM_GOT'")]
    [InlineData("[1] write(3, route [RTM_GET ^mtus 5])", "']'", "'mtus'")]
    [InlineData("[1] write(3, route [RTM_GET dst link^])", "the name of an interface", "']'")]
    [InlineData("[1] sendmsg(3, [], control ^4)", "'['", "'4'")]
    [InlineData("[1] sendmsg(3, [], control [^SCM_RIGHT 4])", "control data: SCM_RIGHTS, or bytes in quotes",
        "'SCM_RIGHT'")]
    [InlineData("[1] sendmsg(3, [], control [SCM_RIGHTS ^x])", "a descriptor " + Int, "'x'")]
    [InlineData("[1] sendmsg(3, [], control [SCM_CREDS ^1 2])",
        "pid, uid, effective uid, gid and at most 16 groups", "'1'")]
    [InlineData("[1] sendmsg(3, [], control [SCM_TIMESTAMP ^1.5])", "seconds such as 1.000250", "'1.5'")]
    [InlineData("[1] sendmsg(3, [], control [IP_RECVIF lo0 1 24 ^5e0])", "a hardware address such as 00005e005302",
        "'5e0'")]
    [InlineData("[1] sendmsg(3, [], control [IP_RECVIF ^\"lo0\" 1 24])", "the name of an interface", "'\"lo0\"'")]
    [InlineData("[1] bind(3, ^\"\\u0100\")", "a path without characters above \\xff", "'\"\\u0100\"'")]
    [InlineData("[wire] idle(^-1)", "milliseconds from 0 to 2147483647", "'-1'")]
    [InlineData("[1] ioctl(3, FIONBIO, ^on)", "a number " + Int, "'on'")]
    [InlineData("[1] sigaction(15, ^SIG_ING)", "an action: SIG_IGN, or a number", "'SIG_ING'")]
    [InlineData("[1] sigaction(15, handler, ^SA_NODEFER)", "SA_RESTART", "'SA_NODEFER'")]
    [InlineData("[1] accept(3 <^unfin ...>", "'unfinished'", "'unfin'")]
    [InlineData("[1] accept(3 <unfinished ^.. .>", "'...'", "'..'")]
    [InlineData("[1] accept(3 <unfinished ...^", "'>'", End)]
    [InlineData("[1] accept(3 <unfinished ...> ^= 4", End, "'='")]
    [InlineData("[wire] tcp(1.1.1.1:1, 1.1.1.1:2 ^<unfinished ...>", "')'", "'<'")]
    [InlineData("[1] fork()\n[2] <^accept resumed>)", "'...'", "'accept'")]
    [InlineData("[1] fork()\n[2] <... ^acept resumed>)", "a call: accept", "'acept'")]
    [InlineData("[1] fork()\n[2] <... accept ^unfinished ...>", "'resumed'", "'unfinished'")]
    [InlineData("[1] fork()\n[2] <... accept resumed> ^= 4", "')'", "'='")]
    [InlineData("[^2] <... accept resumed>) = 4", "a call that wakes the process first", "'2'")]
    [InlineData("wakeups ^now", "'later'", "'now'")]
    [InlineData("answers^", "'later'", End)]
    [InlineData("[1] fork() ^: 2", End, "':'")]
    [InlineData("[1] fork()\n^if lo0", "a call: the lines about the machine come before the first call", "'if'")]
    [InlineData("[1] fork()\n^fork()", "a call such as [1] fork()", "'fork'")]
    [InlineData("[1] mkdir(\"/a\", ^0855)", "a mode in octal, such as 0755", "'0855'")]
    [InlineData("[1] stat(^/a)", "a path in quotes", "'/'")]
    [InlineData("[1] sysctl(\"kern.hostname\", ^x)", "a value from -2147483648 to 2147483647", "'x'")]
    public void In_a_call(string marked, string expected, string found) => Check(marked, expected, found);

    [Theory]
    [InlineData("[1] fork() = ^", Result, End)]
    [InlineData("[1] fork() = ^two", Result, "'two'")]
    [InlineData("[1] fork() = -1 ^eagin", "an error: EAGAIN" + OrOther, "'eagin'")]
    [InlineData("[1] fork() = -1 ^Eagain", "an error: EAGAIN" + OrOther, "'Eagain'")]
    [InlineData("[1] fork() = -1 ^4294967296", "an error: a name in upper case, or a number " + Int, "'4294967296'")]
    [InlineData("[1] fork() = ^- 1 EAGAIN", Result, "'-'")]
    [InlineData("[1] fork() = 2 ^EAGAIN", End, "'EAGAIN'")]
    [InlineData("[1] fork() = ? ^EAGAIN", End, "'EAGAIN'")]
    [InlineData("[1] fork() = ^10.0.0.1:53", Result, "'10.0.0.1'")]
    [InlineData("[1] bind(3, 10.0.0.1:5) = 0 ^sent 1.1.1.1:1 > 1.1.1.1:2", End, "'sent'")]
    [InlineData("[1] bind(3, 10.0.0.1:5) = 0 ^received by [1]3", End, "'received'")]
    [InlineData("[wire] tcp(1.1.1.1:1, 1.1.1.1:2) = 0 ^sent 1.1.1.1:1 > 1.1.1.1:2", End, "'sent'")]
    [InlineData("[1] sendto(3, \"\") = 0 sent 1.1.1.1:1 ^1.1.1.1:2", "'>'", "'1.1.1.1'")]
    [InlineData("[1] sendto(3, \"\") = 0 received ^[1]3", "'by'", "'['")]
    [InlineData("[1] sendto(3, \"\") = 0 received by [1]^", "a descriptor " + Int, End)]
    [InlineData("[1] sendto(3, \"\") = 0 sent nothing ^sent 1.1.1.1:1 > 1.1.1.1:2", End, "'sent'")]
    [InlineData("[1] sendto(3, \"\") = 0 received by nobody ^received by [1]3", End, "'received'")]
    [InlineData("[1] sendto(3, \"\") = 0 sent ^1.1.1", "an address such as 10.0.0.1", "'1.1.1'")]
    [InlineData("[1] getsockname(3) = ^x", OrResult + "an address and port such as 10.0.0.1:53, a path in quotes, "
        + "or a number " + Int, "'x'")]
    [InlineData("[1] accept(3) = ^10.0.0.1:53", Result, "'10.0.0.1'")]
    [InlineData("[1] accept(3) = 5 from ^", "an address such as 10.0.0.1", End)]
    [InlineData("[1] recvfrom(3) = ^x", OrResult + "data in quotes, or a length " + Int, "'x'")]
    [InlineData("[1] recvfrom(3) = \"q\" ^10.0.0.1:53", End, "'10.0.0.1'")]
    [InlineData("[1] recvfrom(3) = \"q\"..., ^0", "the length of all data from 1 to 262144", "'0'")]
    [InlineData("[1] recvfrom(3) = \"q\" control ^x", "'['", "'x'")]
    [InlineData("[1] recvmsg(3, [1], ^65537)", "a length from 0 to 65536", "'65537'")]
    [InlineData("[1] recvfrom(3) = \"q\" flags ^x", "a flag: MSG_OOB, MSG_PEEK, MSG_DONTROUTE, MSG_EOR, MSG_TRUNC, "
        + "MSG_CTRUNC, MSG_WAITALL, MSG_DONTWAIT, MSG_EOF, or bits such as 0x200", "'x'")]
    [InlineData("[1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = ^3", OrResult + "two descriptors such as [3, 4]", "'3'")]
    [InlineData("[1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3^]", "','", "']'")]
    [InlineData("[1] getuid() = ^-5", OrResult + "an id from 0 to 4294967295", "'-5'")]
    [InlineData("[1] getlogin() = ^root", OrResult + "a text in quotes", "'root'")]
    [InlineData("[1] sysctl(\"a\") = ^b", OrResult + "a text in quotes, or a number " + Int, "'b'")]
    [InlineData("[1] close(3) = 0 ^0", End, "'0'")]
    public void In_an_outcome(string marked, string expected, string found) => Check(marked, expected, found);

    [Fact]
    public void Of_many_names_the_first_are_listed() => Check(
        "[1] fork() = -1 ^",
        $"an error: {string.Join(", ", Enum.GetNames<Errno>().Where(name => name[0] == 'E').Take(20))}, ...{OrOther}",
        End);

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
