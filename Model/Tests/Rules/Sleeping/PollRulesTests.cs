using Xunit;

namespace Verify.Model.Tests.Rules.Sleeping;

/// <summary>What poll(2) answers at once.</summary>
[Trait("Requirement", "R2")]
public sealed class PollRulesTests
{
    private const string Everything =
        "POLLIN|POLLPRI|POLLOUT|POLLERR|POLLHUP|POLLNVAL|POLLRDNORM|POLLRDBAND|POLLWRBAND";

    private const string Procfs = SpecDriver.Host + """
        dir "/proc" 0555 0 0
        device "/null" 0666 0 0 2

        """;

    [Theory]
    [InlineData("[1] poll([-1 POLLIN], 0) = 0", "R2.poll-negative")]
    [InlineData("[1] poll([-2147483648 POLLIN], 0) = 0", "R2.poll-negative")]
    [InlineData("[1] poll([3 POLLIN], 0) = 1 [3 POLLNVAL]", "R2.poll-not-open")]
    [InlineData("[1] poll([2147483647 0x0], 0) = 1 [2147483647 POLLNVAL]", "R2.poll-not-open")]
    public void A_descriptor_that_is_not_open_is_no_error(string line, string rule) =>
        new SpecDriver().Allows(line).By(rule).Forbids("[1] poll([3 POLLIN], 0) = -1 EBADF");

    [Fact]
    public void A_sleeping_process_polls_nothing() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [2] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [2] recvfrom(3 <unfinished ...>
            [2] poll([3 POLLIN], 0) = -1 ESRCH
            [2] poll([-1 POLLIN], 0) = -1 ESRCH
            """).By("R2.asleep");

    [Fact]
    public void The_low_water_mark_of_a_stream() =>
        new SpecDriver().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] poll([3 POLLIN|POLLOUT], 0) = 1 [3 POLLOUT]
            """).By("R2.poll-writable").NotBy("R2.poll-below-mark").Allows("""
            [1] setsockopt(3, SO_RCVLOWAT, 3) = 0
            [1] sendto(4, "ab") = 2
            [1] poll([3 POLLIN], 0) = 0
            """).By("R2.poll-below-mark").Allows("""
            [1] sendto(4, "c") = 1
            [1] poll([3 POLLIN], 0) = 1 [3 POLLIN]
            """).By("R2.poll-readable")
            .Forbids("[1] poll([3 POLLIN], 0) = 1 [3 POLLIN|POLLRDNORM]")
            .Allows("[1] poll([3 POLLRDNORM], 0) = 1 [3 POLLRDNORM]");

    [Theory]
    [InlineData(18, 0)]
    [InlineData(17, 1)]
    public void Control_data_counts(int mark, int answer) =>
        new SpecDriver().Allows($"""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] setsockopt(4, SO_RCVLOWAT, {mark}) = 0
            [1] sendmsg(3, ["a"], control [SCM_RIGHTS 0]) = 1
            [1] poll([4 POLLIN], 0) = {Answer(4, answer)}
            """);

    [Theory]
    [InlineData("SOCK_DGRAM, 0", "udp(10.0.0.9:9, 10.0.0.1:53, \"ab\")", 18)]
    [InlineData("SOCK_RAW, 253", "ip(10.0.0.9, 10.0.0.1, 253, \"ab\")", 38)]
    public void Addresses_and_headers_count(string kind, string packet, int size)
    {
        SpecDriver driver = new SpecDriver().Allows($"""
            [1] socket(AF_INET, {kind}) = 3
            [1] bind(3, 0.0.0.0:53) = 0
            [1] poll([3 {Everything}], 0) = 1 [3 POLLOUT]
            [1] setsockopt(3, SO_RCVLOWAT, {size}) = 0
            [wire] {packet} = 0 received by [1]3
            [1] poll([3 {Everything}], 0) = 1 [3 POLLIN|POLLOUT|POLLRDNORM]
            """);
        driver.Allows($"""
            [1] setsockopt(3, SO_RCVLOWAT, {size + 1}) = 0
            [1] poll([3 {Everything}], 0) = 1 [3 POLLOUT]
            """).By("R2.poll-below-mark");
    }

    [Fact]
    public void A_connection_waits() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:80) = 0
            [1] listen(3, 5) = 0
            [1] poll([3 POLLIN|POLLOUT], 0) = 0
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [1] poll([3 POLLIN|POLLOUT], 0) = 1 [3 POLLIN]
            """).By("R2.poll-connections").Allows("""
            [1] accept(3) = 4 from 10.0.0.9:9
            [1] poll([3 POLLIN|POLLOUT], 0) = 0
            [1] poll([4 POLLIN|POLLOUT], 0) = 1 [4 POLLOUT]
            [1] shutdown(3, SHUT_RD) = 0
            [1] poll([3 POLLIN|POLLOUT], 0) = 1 [3 POLLIN]
            """).By("R2.poll-end");

    [Fact]
    public void A_connection_without_an_answer_is_not_ready() =>
        new SpecDriver(SpecDriver.Host + "answers later\n").Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] poll([3 POLLIN|POLLOUT], 0) = 0
            [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
            [1] connect(3, 10.0.0.9:9) = -1 EINPROGRESS sent 10.0.0.1:2000 > 10.0.0.9:9
            [1] poll([3 POLLIN|POLLOUT], 0) = 0
            """).By("R2.poll-unconnected").Allows("""
            [wire] tcp_accept(10.0.0.9:9, 10.0.0.1:2000) = 0
            [1] poll([3 POLLIN|POLLOUT], 0) = 1 [3 POLLOUT]
            [wire] tcp_reset(10.0.0.9:9, 10.0.0.1:2000) = 0
            [1] poll([3 POLLIN|POLLOUT], 0) = 1 [3 POLLIN|POLLOUT]
            """).By("R2.poll-error").Allows("""
            [1] getsockopt(3, SO_ERROR) = 54
            [1] poll([3 POLLIN|POLLOUT], 0) = 1 [3 POLLIN|POLLOUT]
            """).By("R2.poll-end").By("R2.poll-broken");

    [Fact]
    public void A_pending_error_stays() =>
        new SpecDriver().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
            [1] close(4) = 0
            [1] poll([3 POLLIN], 0) = 1 [3 POLLIN]
            [1] getsockopt(3, SO_ERROR) = 54
            [1] poll([3 POLLIN], 0) = 0
            """);

    [Fact]
    public void A_stream_without_room() =>
        new SpecDriver().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] sendto(3, "x"..., 6144) = 6144
            [1] poll([3 POLLOUT], 0) = 1 [3 POLLOUT]
            [1] sendto(3, "x") = 1
            [1] poll([3 POLLOUT], 0) = 0
            """).By("R2.poll-full").Allows("""
            [1] setsockopt(3, SO_SNDLOWAT, 2047) = 0
            [1] poll([3 POLLOUT], 0) = 1 [3 POLLOUT]
            [1] shutdown(4, SHUT_RD) = 0
            [1] poll([4 POLLIN|POLLOUT], 0) = 1 [4 POLLIN|POLLOUT]
            [1] shutdown(3, SHUT_WR) = 0
            [1] poll([3 POLLIN|POLLOUT], 0) = 1 [3 POLLOUT]
            """).By("R2.poll-broken");

    /// <summary>D33: the mark is not the room, which is 0.</summary>
    [Fact]
    public void The_mark_of_a_full_stream_is_not_0() =>
        new SpecDriver().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] sendto(3, "x"..., 8192) = 8192
            [1] setsockopt(3, SO_SNDLOWAT, 50) = 0
            [1] poll([3 POLLOUT], 0) = 0
            """);

    [Theory]
    [InlineData("AF_LOCAL, SOCK_STREAM, 0", 0)]
    [InlineData("AF_LOCAL, SOCK_DGRAM, 0", 4)]
    [InlineData("AF_INET, SOCK_DGRAM, 0", 4)]
    [InlineData("AF_INET, SOCK_STREAM, 0", 0)]
    [InlineData("AF_INET, SOCK_RAW, 253", 4)]
    [InlineData("AF_ROUTE, SOCK_RAW, 0", 4)]
    [InlineData("AF_IPX, SOCK_DGRAM, 0", 4)]
    public void A_new_socket(string kind, int answer) =>
        new SpecDriver().Allows($"""
            [1] socket({kind}) = 3
            [1] poll([3 {Everything}|0x8200], 0) = {Answer(3, answer)}
            """).By("R2.poll-socket");

    [Theory]
    [InlineData("0", Everything, 4, "R2.poll-console")]
    [InlineData("0", "POLLOUT|0x200", 4, "R2.poll-console")]
    [InlineData("/null", Everything, 69, "R2.poll-ready")]
    [InlineData("/null", "POLLIN|0x200", 1, "R2.poll-ready")]
    [InlineData("/", Everything, 68, "R2.poll-file")]
    [InlineData("/", "POLLIN", 0, "R2.poll-file")]
    [InlineData("/", "POLLOUT|0x10000", 4, "R2.poll-file")]
    [InlineData("/", "POLLOUT|0x200", 0, "R2.poll-file-events")]
    [InlineData("/", "POLLOUT|0x8000", 0, "R2.poll-file-events")]
    [InlineData("/proc", Everything, 69, "R2.poll-ready")]
    [InlineData("/proc/1/status", "POLLIN", 1, "R2.poll-ready")]
    [InlineData("/proc/1/status", "POLLIN|0x200", 32, "R2.poll-procfs-events")]
    public void Files(string path, string events, int answer, string rule)
    {
        SpecDriver driver = new SpecDriver(Procfs).Allows("""[1] mount("procfs", "/proc") = 0""");
        int fd = path == "0" ? 0 : 3;
        if (fd != 0)
        {
            driver.Allows($"[1] open(\"{path}\", O_RDONLY, 00) = 3");
        }

        driver.Allows($"[1] poll([{fd} {events}], 0) = {Answer(fd, answer)}").By(rule);
    }

    [Fact]
    public void The_file_of_a_process_that_has_exited() =>
        new SpecDriver(Procfs).Allows("""
            [1] mount("procfs", "/proc") = 0
            [1] fork() = 2
            [1] open("/proc/2/status", O_RDONLY, 00) = 3
            [2] exit(0) = 0
            [1] poll([3 0x0], 0) = 1 [3 POLLHUP]
            """).By("R2.poll-dead");

    /// <summary>What poll of one descriptor returns.</summary>
    private static string Answer(int fd, int events) => events == 0 ? "0" : $"1 [{fd} 0x{events:x}]";
}
