using Shouldly;
using Verify.Model.States;
using Verify.Model.Tests.Rules.Sleeping;
using Xunit;

namespace Verify.Model.Tests.States;

/// <summary>The hash of a state with sleeping calls: equal if the states behave alike.</summary>
[Trait("Requirement", "R2")]
public sealed class SleepDigestTests
{
    private const string Two = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [5, 6]
        [1] fork() = 2
        [1] fork() = 3

        """;

    [Theory]
    [InlineData("[2] recvfrom(3 <unfinished ...>", "")]
    [InlineData("[2] recvfrom(3 <unfinished ...>", "[2] recvfrom(4 <unfinished ...>")]
    [InlineData("[2] recvfrom(3 <unfinished ...>", "[2] recvfrom(3, 9 <unfinished ...>")]
    [InlineData(
        "[2] recvfrom(3 <unfinished ...>\n[3] recvfrom(3 <unfinished ...>",
        "[3] recvfrom(3 <unfinished ...>\n[2] recvfrom(3 <unfinished ...>")]
    [InlineData("[1] fcntl(3, F_SETFL, O_NONBLOCK) = 0", "")]
    [InlineData("[1] fcntl(3, F_SETFL, O_APPEND) = 0", "")]
    [InlineData("[1] fcntl(0, F_SETFL, O_NONBLOCK) = 0", "")]
    [InlineData("[1] sigaction(15, handler) = 0", "")]
    [InlineData("[1] sigaction(15, handler) = 0", "[1] sigaction(15, SIG_IGN) = 0")]
    [InlineData("[1] sigaction(15, handler) = 0", "[1] sigaction(15, handler, SA_RESTART) = 0")]
    [InlineData("[1] sendto(5, \"a\") = 1", "[1] sendto(5, \"b\") = 1")]
    [InlineData("[1] sendto(5, \"a\") = 1\n[1] setsockopt(5, SO_SNDBUF, 8192) = 0", "[1] sendto(5, \"a\") = 1")]
    [InlineData(
        "[1] setsockopt(5, SO_SNDBUF, 1) = 0\n[2] sendto(5, \"ab\" <unfinished ...>",
        "[1] setsockopt(5, SO_SNDBUF, 1) = 0\n[2] sendto(5, \"ac\" <unfinished ...>")]
    [InlineData("[2] recvfrom(3 <unfinished ...>", "[2] read(3 <unfinished ...>")]
    [InlineData("[2] recvfrom(5 <unfinished ...>", "[2] recvfrom(5, MSG_PEEK <unfinished ...>")]
    [InlineData(
        "[1] sendto(5, \"a\") = 1\n[2] recvfrom(6, 9000, MSG_WAITALL <unfinished ...>",
        "[1] sendto(5, \"b\") = 1\n[2] recvfrom(6, 9000, MSG_WAITALL <unfinished ...>")]
    [InlineData("[2] poll([], 10 <unfinished ...>", "[2] poll([], 20 <unfinished ...>")]
    [InlineData("[2] poll([], 10 <unfinished ...>", "[2] poll([], -1 <unfinished ...>")]
    [InlineData("[2] poll([], 1000 <unfinished ...>", "[2] poll([], 991 <unfinished ...>")]
    [InlineData("[2] poll([3 POLLIN], -1 <unfinished ...>", "[2] poll([4 POLLIN], -1 <unfinished ...>")]
    [InlineData("[2] poll([3 POLLIN], -1 <unfinished ...>", "[2] poll([3 POLLPRI], -1 <unfinished ...>")]
    [InlineData("[2] select(4, [3], NULL, NULL, NULL <unfinished ...>", "[2] poll([3 POLLRDNORM], -1 <unfinished ...>")]
    [InlineData(
        "[2] select(4, [3], NULL, NULL, NULL <unfinished ...>",
        "[2] select(5, [3], NULL, NULL, NULL <unfinished ...>")]
    [InlineData(
        "[2] select(4, [3], NULL, NULL, NULL <unfinished ...>",
        "[2] select(4, [3], NULL, [], NULL <unfinished ...>")]
    [InlineData(
        "[1] setsockopt(3, SO_RCVTIMEO, 1, 0) = 0\n[2] read(3 <unfinished ...>",
        "[2] read(3 <unfinished ...>\n[1] setsockopt(3, SO_RCVTIMEO, 1, 0) = 0")]
    [InlineData(
        "[2] poll([], 10 <unfinished ...>\n[3] poll([], 10 <unfinished ...>",
        "[3] poll([], 10 <unfinished ...>\n[2] poll([], 10 <unfinished ...>")]
    [InlineData("[1] dup2(1, 20) = 20\n[1] close(20) = 0", "")]
    [InlineData("[1] shutdown(5, SHUT_WR) = 0", "")]
    [InlineData("[1] shutdown(3, SHUT_WR) = 0", "")]
    public void Different(string one, string other) => Digest(Two + one).ShouldNotBe(Digest(Two + other));

    [Theory]
    [InlineData(
        "[2] recvfrom(3 <unfinished ...>\n[3] recvfrom(4 <unfinished ...>",
        "[3] recvfrom(4 <unfinished ...>\n[2] recvfrom(3 <unfinished ...>")]
    [InlineData(
        "[2] read(3 <unfinished ...>\n[3] poll([], 10 <unfinished ...>",
        "[3] poll([], 10 <unfinished ...>\n[2] read(3 <unfinished ...>")]
    [InlineData("[1] sigaction(20, SIG_IGN) = 0", "")]
    [InlineData("[1] sigaction(15, handler) = 0\n[1] sigaction(15, SIG_DFL, SA_RESTART) = 0", "")]
    [InlineData("[1] sendto(5, \"a\") = 1\n[1] recvfrom(6) = \"a\"", "")]
    public void Alike(string one, string other) => Digest(Two + one).ShouldBe(Digest(Two + other));

    [Fact]
    public void Who_was_woken_and_what_interrupts_it_count()
    {
        string later = Two + """
            [1] sigaction(30, handler) = 0
            [1] fork() = 4
            [1] bind(3, 10.0.0.1:53) = 0
            [4] recvfrom(3 <unfinished ...>

            """;
        const string Datagram = "[wire] udp(10.0.0.9:9, 10.0.0.1:53, \"a\") = 0 received by [1]3\n";
        const string Take = "[1] recvfrom(3) = \"a\" from 10.0.0.9:9\n";
        UInt128[] digests =
        [
            Later(later), Later(later + Datagram + Take), Later(later + "[1] kill(4, 30) = 0"),
            Later(later + Datagram + Take + "[1] kill(4, 30) = 0"),
        ];

        digests.Distinct().Count().ShouldBe(digests.Length);

        static UInt128 Later(string lines) => Digest(SleepDriver.Later().Allows(lines).State);
    }

    /// <summary>A child shares its parent's open file; a second open is another one.</summary>
    [Fact]
    public void Open_files_count_but_not_their_numbers()
    {
        const string Open = "[1] open(\"/secret\", O_RDONLY, 00) = ";

        Files($"{Open}3\n[1] fork() = 2").ShouldBe(Files($"{Open}3\n[1] close(3) = 0\n{Open}3\n[1] fork() = 2"));
        Files($"{Open}3\n{Open}4").ShouldNotBe(
            Files($"{Open}3\n[1] fork() = 2\n[1] dup(3) = 4\n[2] exit(0) = 0"));

        static UInt128 Files(string lines) => Digest(new SpecDriver(SpecDriver.Files).Allows(lines).State);
    }

    private static UInt128 Digest(string lines) => Digest(SleepDriver.AtOnce().Allows(lines).State);

    private static UInt128 Digest(State state)
    {
        var hash = new StateHash();
        state.AddTo(ref hash);
        return hash.Digest;
    }
}
