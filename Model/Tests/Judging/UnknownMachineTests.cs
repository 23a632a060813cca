using Shouldly;
using Verify.Model.Judging;
using Xunit;
using static Verify.Model.Tests.Judging.JudgeDriver;

namespace Verify.Model.Tests.Judging;

/// <summary>Descriptors that were open before the log begins, and outside hosts of which it tells nothing.</summary>
public sealed class UnknownMachineTests
{
    private const string Pair = "[1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [7, 8]\n";
    private const string Message = "[1] recvmsg(8, [1], 64) = \"x\" control [SCM_RIGHTS 6]\n";

    [Theory]
    [InlineData("[1] getsockname(3) = 10.0.0.1:80", "?")]
    [InlineData("[1] getsockname(3) = -1 EBADF", "+")]
    [InlineData("[1] close(3) = 0\n[1] close(3) = -1 EBADF", "?+")]
    [InlineData("[1] close(3) = 0\n[1] close(3) = 0", "?-")]
    [InlineData("[1] close(3) = 0\n[1] socket(AF_INET, SOCK_DGRAM, 0) = 9", "?-")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0) = 9\n[1] getsockname(9) = 0.0.0.0:0", "++")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0) = 9\n[1] socket(AF_INET, SOCK_DGRAM, 0) = 9", "+-")]
    [InlineData(
        "[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] bind(9, 0.0.0.0:0) = 0\n[1] getsockname(9) = 0.0.0.0:1",
        ".+?")]
    [InlineData(
        "[1] socket(AF_INET, SOCK_DGRAM, 0) = 9\n[1] bind(9, 0.0.0.0:0) = 0\n[1] getsockname(9) = 0.0.0.0:1",
        "++-")]
    [InlineData("[1] open(\"/\", O_RDONLY, 00) = 7\n[1] readdir(7) = \"\"", "++")]
    [InlineData(
        "[1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [7, 9]\n[1] sendto(7, \"a\") = 1\n[1] recvfrom(9) = \"a\"",
        "+++")]
    [InlineData("[1] fork() = 2\n[2] close(3) = 0\n[1] close(3) = 0", "+??")]
    [InlineData("[1] jail(\"/\", \"a\", 10.0.0.1) = -1 EBUSY", "?")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0) = 9\n[1] bind(9, 0.0.0.0:53) = -1 EADDRINUSE", "+?")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0) = 9\n[1] bind(9, 0.0.0.0:53) = -1 EACCES", "+-")]
    [InlineData("[1] dup(3) = 9\n[1] getsockname(9) = 10.0.0.1:80", "??")]
    [InlineData("[1] dup2(3, 9) = 9\n[1] close(9) = 0\n[1] close(9) = -1 EBADF", "??+")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0) = 7\n[1] dup(7) = 9\n[1] getsockname(9) = 0.0.0.0:0", "+++")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0) = 7\n[1] fcntl(7, F_DUPFD, 8) = 9\n[1] close(9) = 0", "+++")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0) = 7\n[1] dup2(7, 9) = 9\n[1] getsockname(9) = 0.0.0.0:0", "+++")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0) = 7\n[1] dup2(3, 7) = 7\n[1] getsockname(7) = 1.1.1.1:1", "+??")]
    [InlineData(Pair + "[1] sendmsg(7, [\"x\"], control [SCM_RIGHTS 8])\n" + Message + "[1] dup(6) = 10", "+.++")]
    [InlineData(Pair + "[1] sendmsg(7, [\"x\"], control [SCM_RIGHTS 0])\n" + Message + "[1] dup(6) = 10", "+.+?")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0) = 6\n[1] close(6) = 0\n" + Message + "[1] dup(6) = 10", "++??")]
    public void Descriptors_may_be_open_already(string lines, string signs) =>
        Signs(Host + lines, Unknowns.Descriptors).ShouldBe(signs);

    [Theory]
    [InlineData("[1] connect(3, 192.0.2.1:80) = 0\n[1] getpeername(3) = 192.0.2.1:80", "++")]
    [InlineData("[1] connect(3, 192.0.2.1:80) = -1 ECONNREFUSED\n[1] getsockname(3) = -1 EINVAL", "++")]
    [InlineData("[1] connect(3, 192.0.2.1:80) = -1 ETIMEDOUT\n[1] getsockname(3) = -1 EINVAL", "++")]
    [InlineData("[1] connect(3, 192.0.2.1:80)\n[1] getpeername(3) = 192.0.2.1:80", ".+")]
    [InlineData("[1] connect(3, 192.0.2.1:80)\n[1] getpeername(3) = -1 ENOTCONN", ".+")]
    [InlineData("[1] connect(3, 192.0.2.1:80) = -1 EISCONN", "?")]
    [InlineData("[1] connect(3, 10.0.0.1:80) = 0", "?")]
    [InlineData(
        "[1] ioctl(3, FIONBIO, 1) = 0\n[1] connect(3, 192.0.2.1:80) = -1 EINPROGRESS\n[1] getsockopt(3, SO_ERROR) = 61",
        "+++")]
    [InlineData(
        "[1] ioctl(3, FIONBIO, 1) = 0\n[1] connect(3, 192.0.2.1:80) = -1 EINPROGRESS\n"
        + "[1] getsockopt(3, SO_ERROR) = 0\n[1] getpeername(3) = 192.0.2.1:80",
        "++++")]
    [InlineData("[1] listen(3, 5) = 0\n[1] accept(3) = 4 from 192.0.2.9:9\n[1] getpeername(4) = 192.0.2.9:9", "+++")]
    [InlineData("[1] listen(3, 5) = 0\n[1] accept(3) = 4 from 10.0.0.1:9", "+?")]
    public void Outside_hosts_may_do_anything(string lines, string signs) =>
        Signs(Host + "[1] socket(AF_INET, SOCK_STREAM, 0) = 3\n" + lines, Unknowns.Hosts)[1..].ShouldBe(signs);

    [Theory]
    [InlineData("[1] recvfrom(3) = \"a\" from 192.0.2.9:9", "+")]
    [InlineData("[1] recvfrom(3) = \"abc\"..., 4096 from 192.0.2.9:9", "+")]
    [InlineData("[1] recvfrom(3) = 5", "+")]
    [InlineData("[1] read(3) = \"a\"", "+")]
    [InlineData("[1] ioctl(3, FIONREAD) = 20", "?")]
    [InlineData("[1] recvfrom(3) = -1 ENOTSOCK", "?")]
    [InlineData(
        "[1] connect(3, 192.0.2.9:9) = 0\n[1] sendto(3, \"a\") = 1\n[1] sendto(3, \"a\") = -1 ECONNREFUSED",
        "+++")]
    [InlineData("[1] getsockname(3) = 10.0.0.2:53", "-")]
    public void They_may_send_datagrams(string lines, string signs) =>
        Signs(
            Host + "[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n[1] bind(3, 10.0.0.1:53) = 0\n" + lines,
            Unknowns.Hosts)[2..].ShouldBe(signs);

    [Theory]
    [InlineData(
        @"[1] recvfrom(3) = ""E\x00\x01\x00\x00\x00\x00\x00@\xfd\xad\xe4\xc0\x00\x02\x07\x0a\x00\x00\x01x"" "
        + "from 192.0.2.7:0",
        "+")]
    [InlineData("[1] recvfrom(3) = 21 from 192.0.2.9:0", "+")]
    [InlineData("[1] recvfrom(3)", ".")]
    [InlineData("[1] recvfrom(3) = 19", "?")]
    [InlineData("[1] recvfrom(3) = \"x\"", "?")]
    [InlineData("[1] connect(3, 192.0.2.9:0) = 0\n[1] read(3) = 20\n[1] sendto(3, \"a\") = 1", "+++")]
    [InlineData("[1] sendto(3, \"a\") = -1 ENOTCONN", "?")]
    [Trait("Requirement", "S11")]
    public void They_may_send_raw_packets(string lines, string signs) =>
        Signs(Host + "[1] socket(AF_INET, SOCK_RAW, 253) = 3\n" + lines, Unknowns.Hosts)[1..].ShouldBe(signs);

    [Fact]
    public void By_default_the_trace_is_taken_as_given()
    {
        Signs(Host + "[1] getsockname(3) = 10.0.0.1:80").ShouldBe("-");
        Signs(Host + "[1] socket(AF_INET, SOCK_DGRAM, 0) = 9").ShouldBe("-");
        Signs(Host + Received).ShouldBe("++-");
    }

    private const string Received = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 10.0.0.1:53) = 0
        [1] recvfrom(3) = "a" from 192.0.2.9:9
        """;

    /// <summary>What is for one goes to the socket that was bound first; what is for many goes to both.</summary>
    [Fact]
    public void Outside_hosts_may_send_to_many() =>
        Signs(
            Host + """
                [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
                [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
                [1] setsockopt(3, SO_REUSEPORT, 1) = 0
                [1] setsockopt(4, SO_REUSEPORT, 1) = 0
                [1] bind(3, 0.0.0.0:53) = 0
                [1] bind(4, 0.0.0.0:53) = 0
                [1] recvfrom(4) = "a" from 192.0.2.9:9
                [1] recvfrom(3) = "a" from 192.0.2.9:9
                """,
            Unknowns.Hosts)
            .ShouldBe("++++++++");
}
