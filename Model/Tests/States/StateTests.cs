using System.Text;
using Shouldly;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;
using Verify.Properties.Generation;
using Xunit;

namespace Verify.Model.Tests.States;

public sealed class StateTests
{
    private const int Calls = 400;

    public static TheoryData<ulong> Seeds => [1, 2, 3, 4, 5, 6, 7, 8];

    /// <summary>
    /// Generated calls with the outcome that the model itself proposes: checking a call twice gives the same verdict
    /// and changes no state.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_step_is_pure(ulong seed)
    {
        var generator = new Generator(seed, run: 0);
        State state = Spec.Boot(generator.NextWorld());
        int succeeded = 0;
        for (int i = 0; i < Calls && generator.Next(state) is { } call; i++)
        {
            string before = Describe(state);
            Outcome outcome = Proposed(state, call);

            Verdict first = Spec.Step(state, call, in outcome);
            Verdict second = Spec.Step(state, call, in outcome);

            first.Accepted.ShouldBeTrue($"{call}");
            Describe(second.Next).ShouldBe(Describe(first.Next));
            second.Rules.ShouldBe(first.Rules);
            Describe(state).ShouldBe(before);
            first.Rules.ShouldNotBe(default);
            succeeded += outcome.Succeeded ? 1 : 0;
            state = first.Next;
        }

        succeeded.ShouldBePositive();
    }

    [Fact]
    public void The_hash_ignores_the_order_of_creation()
    {
        SpecDriver one = new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] socket(AF_INET, SOCK_STREAM, 0) = 4
            """);
        SpecDriver other = new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] close(3) = 0
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] socket(AF_INET, SOCK_STREAM, 0) = 4
            [1] close(3) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            """);

        Digest(other.State).ShouldBe(Digest(one.State));
    }

    /// <summary>Each line changes something that a later call can see.</summary>
    [Theory]
    [InlineData("[1] close(0) = 0")]
    [InlineData("[1] fork() = 2")]
    [InlineData("[1] setuid(5) = 0")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0) = 6")]
    [InlineData("[1] setsockopt(3, SO_REUSEADDR, 1) = 0")]
    [InlineData("[1] setsockopt(3, SO_REUSEPORT, 1) = 0")]
    [InlineData("[1] setsockopt(3, IP_PORTRANGE, 1) = 0")]
    [InlineData("[1] connect(3, 10.0.0.9:9) = 0")]
    [InlineData("[1] listen(4, 2) = 0")]
    [InlineData("[1] close(5) = 0")]
    [InlineData("""[wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]3""")]
    [InlineData("[wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]4")]
    [InlineData("""[1] sysctl("net.inet.ip.portrange.last", 2001) = 0""")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0) = 6\n[1] bind(6, 0.0.0.0:0) = 0\n[1] close(6) = 0")]
    public void The_hash_includes_what_later_calls_can_see(string lines)
    {
        SpecDriver driver = new SpecDriver().Allows(
            """
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 10.0.0.1:53) = 0
            [1] socket(AF_INET, SOCK_STREAM, 0) = 4
            [1] bind(4, 10.0.0.1:80) = 0
            [1] listen(4, 1) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
            """);
        UInt128 before = Digest(driver.State);

        Digest(driver.Allows(lines).State).ShouldNotBe(before);
    }

    [Fact]
    public void The_hash_includes_a_pending_error()
    {
        const string refused = """[1] sendto(3, "a") = 1 sent 10.0.0.1:2000 > 10.0.0.1:53""";
        SpecDriver driver = new SpecDriver().Allows(
            "[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n[1] connect(3, 10.0.0.1:53) = 0");
        UInt128 before = Digest(driver.State);

        Digest(driver.Allows(refused).State).ShouldNotBe(before);
        Digest(driver.Allows("[1] recvfrom(3) = -1 ECONNREFUSED").State).ShouldBe(before);
    }

    [Fact]
    public void The_hash_distinguishes_prisons_by_address()
    {
        SpecDriver one = new SpecDriver().Allows("""[1] jail("/", "a", 10.0.0.2) = 0""");
        SpecDriver other = new SpecDriver().Allows("""[1] jail("/", "a", 10.0.0.3) = 0""");

        Digest(other.State).ShouldNotBe(Digest(one.State));
    }

    [Fact]
    public void Sockstat_lists_open_sockets_by_process_and_descriptor()
    {
        State state = new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:80) = 0
            [1] listen(3, 1) = 0
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [1] fork() = 2
            [1] accept(3) = 4 from 10.0.0.9:9
            """).State;
        var entries = new SocketEntry[2];

        state.Sockstat(entries).ShouldBe(3);
        entries.Select(entry => (entry.Pid, entry.Fd, entry.Foreign.Port))
            .ShouldBe([(1, 3, (ushort)0), (1, 4, (ushort)9)]);
    }

    private static UInt128 Digest(State state)
    {
        var hash = new StateHash();
        state.AddTo(ref hash);
        return hash.Digest;
    }

    /// <summary>An outcome that the model allows.</summary>
    private static Outcome Proposed(State state, Call call)
    {
        Outcome outcome = Outcome.Ok;
        Verdict verdict = Spec.Step(state, call, in outcome);
        return verdict.Accepted ? outcome : verdict.Expected.Outcome;
    }

    private static string Describe(State state)
    {
        string numbers = string.Join(' ', [.. state.PortVariables, .. state.Cursors]);
        var text = new StringBuilder($"{state.Host} {numbers}")
            .AppendLine().Append($"{state.Tree} {string.Join(' ', state.Tree.FileSystems)}");
        foreach (Process process in state.Processes)
        {
            text.AppendLine().Append(process).Append(string.Join(' ', process.Files));
        }

        foreach (Socket socket in state.Sockets)
        {
            text.AppendLine().Append(socket).Append(string.Join(' ', socket.Queue))
                .Append(string.Join(' ', socket.Inbox));
        }

        foreach (Node node in state.Tree.Nodes.Values)
        {
            text.AppendLine().Append(node).Append(string.Join(' ', node.Entries));
        }

        return text.ToString();
    }
}
