using Shouldly;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;
using Xunit;

namespace Verify.Model.Tests.Rules.Processes;

[Trait("Requirement", "J1")]
public sealed class JailRulesTests
{
    [Fact]
    public void Jail_is_for_the_superuser_and_works_once() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] jail("/", "a", 10.0.0.2) = -1 EPERM
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] jail("/", "a", 10.0.0.2) = -1 EPERM
            """).By("J1.once");

    [Theory]
    [InlineData(1, "/", "h", Errno.EINVAL)]
    [InlineData(-1, "", "h", Errno.EINVAL)]
    [InlineData(0, "", "h", Errno.ENOENT)]
    [InlineData(0, "/", "", Errno.None)]
    public void Arguments_are_checked_in_order(int version, string path, string hostname, Errno error) =>
        Jail(version, path, hostname).ShouldBe(error);

    [Theory]
    [InlineData(255, Errno.None)]
    [InlineData(256, Errno.ENAMETOOLONG)]
    public void A_hostname_has_at_most_255_characters(int length, Errno error) =>
        Jail(0, "/", new string('h', length)).ShouldBe(error);

    [Theory]
    [InlineData(255, Errno.ENOENT)]
    [InlineData(256, Errno.ENAMETOOLONG)]
    public void A_component_has_at_most_255_characters(int length, Errno error) =>
        Jail(0, "/" + new string('p', length), "h").ShouldBe(error);

    [Theory]
    [InlineData(1023, Errno.None)]
    [InlineData(1024, Errno.ENAMETOOLONG)]
    public void A_path_has_at_most_1023_characters(int length, Errno error) =>
        Jail(0, string.Concat(Enumerable.Repeat("/.", 512))[..length], "h").ShouldBe(error);

    [Fact]
    public void Long_hostnames_are_reported_before_empty_paths() =>
        Jail(0, "", new string('h', 256)).ShouldBe(Errno.ENAMETOOLONG);

    [Fact]
    public void Null_pointers_are_reported()
    {
        new SpecDriver().Allows("""[1] jail(NULL, NULL, 10.0.0.2) = -1 EFAULT""").By("J1.hostname-null")
            .Allows("""[1] jail(NULL, "h", 10.0.0.2) = -1 EFAULT""").By("J8.path-null");
    }

    [Fact]
    public void The_path_of_jail_is_looked_up_as_for_chroot() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] jail("/secret", "h", 10.0.0.2) = -1 ENOTDIR
            [1] jail("/nothing", "h", 10.0.0.2) = -1 ENOENT
            [1] jail("/jail", "h", 10.0.0.2) = 0
            [1] stat("/") = "2 40755 3 0 0 0"
            [1] stat(".") = -1 ENOENT
            """).By("G4.path-outside");

    [Fact]
    public void The_number_of_prisons_is_limited() =>
        new SpecDriver(SpecDriver.Host + "tunable debug.maxprisons=1\n").Allows("""
            [1] fork() = 2
            [1] fork() = 3
            [2] jail("/", "a", 10.0.0.2) = 0
            [2] fork() = 4
            [1] jail(1, "/", "b", 10.0.0.2) = -1 EINVAL
            [1] jail("/", NULL, 10.0.0.2) = -1 ENOMEM
            [2] exit(0) = 0
            [1] jail("/", "b", 10.0.0.2) = -1 ENOMEM
            """).By("J1.no-memory").Allows("""
            [4] exit(0) = 0
            [1] jail("/", "b", 10.0.0.2) = 0
            """);

    [Fact]
    public void A_prison_ends_with_its_last_process_and_socket() =>
        new SpecDriver(SpecDriver.Host + "tunable debug.maxprisons=1\n").Allows("""
            [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
            [1] fork() = 2
            [2] jail("/", "a", 10.0.0.2) = 0
            [2] fork() = 3
            [2] socket(AF_LOCAL, SOCK_STREAM, 0) = 5
            [2] sendmsg(3, ["x"], control [SCM_RIGHTS 5]) = 1
            [3] recvmsg(4, [1], 16) = "x" control [SCM_RIGHTS 5]
            [2] exit(0) = 0
            [1] jail("/", "b", 10.0.0.2) = -1 ENOMEM
            [3] exit(0) = 0
            [1] jail("/", "b", 10.0.0.2) = 0
            """).State.Prisons.ShouldHaveSingleItem().Hostname.ShouldBe("b");

    [Fact]
    public void Two_prisons_with_one_address_are_two() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [1] jail("/", "a", 10.0.0.2) = 0
            [2] jail("/", "a", 10.0.0.2) = 0
            [1] kill(2, 0) = -1 ESRCH
            """).By("J6.invisible").State.Prisons.Count().ShouldBe(2);

    [Fact]
    public void An_open_socket_keeps_its_process_out_of_prison() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] jail("/", "a", 10.0.0.2) = -1 EBUSY
            [1] sysctl("net.inet.ip.portrange.last", 2002) = 0
            [1] close(3) = 0
            [1] socket(AF_INET, SOCK_RAW, 0) = 3
            [1] jail("/", "a", 10.0.0.2) = -1 EBUSY
            [1] close(3) = 0
            [1] socket(AF_IPX, SOCK_DGRAM, 0) = 3
            [1] jail("/", "a", 10.0.0.2) = -1 EBUSY
            [1] close(3) = 0
            [1] socket(AF_LOCAL, SOCK_DGRAM, 0) = 3
            [1] socket(AF_ROUTE, SOCK_RAW, 0) = 4
            [1] jail("/", "a", 10.0.0.2) = 0
            """).By("J1.enters");

    [Fact]
    public void Addresses_in_a_prison_become_the_prisons() =>
        new SpecDriver().Allows("""
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 10.0.0.1:53) = -1 EINVAL
            [1] bind(3, 127.0.0.1:53) = -1 EINVAL
            [1] bind(3, 224.0.0.1:53) = -1 EINVAL
            [1] bind(3, 0.0.0.0:53) = 0
            [1] getsockname(3) = 10.0.0.2:53
            """).Forbids("[1] getsockname(3) = 0.0.0.0:53");

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    public void This_host_as_remote_address_means_the_prisons(string remote) =>
        new SpecDriver().Allows($"""
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] connect(3, {remote}:9) = 0
            [1] getpeername(3) = 10.0.0.2:9
            [1] getsockname(3) = 10.0.0.2:2000
            """).Forbids($"[1] getpeername(3) = {remote}:9");

    [Theory]
    [InlineData("10.9.9.9")]
    [InlineData("224.0.0.1")]
    [InlineData("0.0.0.0")]
    public void A_prison_with_an_absent_address_binds_no_sockets(string address) =>
        new SpecDriver().Allows($"""
            [1] jail("/", "a", {address}) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:53) = -1 EADDRNOTAVAIL
            [1] bind(3, 0.0.0.0:0) = -1 EADDRNOTAVAIL
            [1] connect(3, 10.0.0.1:9) = -1 EADDRNOTAVAIL
            [1] sendto(3, "a", 10.0.0.1:9) = -1 EADDRNOTAVAIL
            [1] getsockname(3) = 0.0.0.0:0
            [1] socket(AF_INET, SOCK_STREAM, 0) = 4
            [1] listen(4, 1) = -1 EADDRNOTAVAIL
            """).By("J3.absent");

    [Fact]
    public void Disconnecting_in_a_prison_leaves_the_prisons_address() =>
        new SpecDriver().Allows("""
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] connect(3, 10.0.0.1:9) = 0
            [1] connect(3, AF_UNSPEC) = -1 EAFNOSUPPORT
            """).By("G1.disconnects-in-prison").Allows("[1] getsockname(3) = 10.0.0.2:2000");

    [Fact]
    public void Sending_in_a_prison_leaves_the_prisons_address() =>
        new SpecDriver().Allows("""
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] sendto(3, "a", 10.0.0.9:9) = 1 sent 10.0.0.2:2000 > 10.0.0.9:9
            [1] getsockname(3) = 10.0.0.2:2000
            """);

    private static Errno Jail(int version, string path, string hostname)
    {
        State state = new SpecDriver().State;
        var call = new Call.Jail(1, version, path, hostname, Ipv4.Of(10, 0, 0, 2));
        Outcome ok = Outcome.Ok;
        Verdict verdict = Spec.Step(state, call, in ok);
        (verdict.Next.FindProcess(1)!.Prison is not null).ShouldBe(verdict.Accepted);
        return verdict.Accepted ? Errno.None : verdict.Expected.Outcome.Error;
    }
}
