using System.Collections.Immutable;
using Shouldly;
using Verify.Abi;
using Verify.Properties.Checking;
using Verify.Properties.Shrinking;
using Verify.Properties.Tests.Checking;
using Xunit;

namespace Verify.Properties.Tests.Shrinking;

/// <summary>Shrinking removes the boot files, paths and processes that a failure does not need.</summary>
public sealed class FileShrinkingTests
{
    private const string Long = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2
        tunable kern.maxvnodes=40
        tunable debug.maxprisons=3
        dir "/jails" 0755 0 0
        dir "/jails/a" 01777 1001 1001
        dir "/jails/a/tmp" 0755 0 0
        file "/f" 0644 0 0
        [1] fork()
        [1] fork()
        [3] open("/f", O_RDONLY, 0)
        [2] jail("/jails/a", "a.example", 10.0.0.2)
        [1] stat("/f")
        [2] open("/tmp//..", O_RDONLY, 0)

        """;

    [Fact]
    public void Only_the_needed_file_is_left() =>
        Shrunk("[1] unlink(\"/jails/a//../../f\")", call => call is Call.Unlink).ShouldBe("""
            file "/f" 0777 0 0
            [1] unlink("/f") = -1 EBADF

            """);

    [Fact]
    public void Removing_a_process_removes_the_calls_on_it() =>
        Shrunk("[1] setpriority(2, 19)\n[1] kill(3, 0)\n[1] umask(077)", call => call is Call.UMask).ShouldBe("""
            [1] umask(00) = -1 EBADF

            """);

    [Fact]
    public void A_pid_is_renamed_in_targets_too() =>
        Shrunk("[1] kill(3, 15)", call => call is Call.Kill { Target: > 1 }).ShouldBe("""
            [1] fork() = 2
            [1] kill(2, 9) = -1 EBADF

            """);

    /// <summary>The shrunk trace of a system on which successful calls of a kind return EBADF.</summary>
    private static string Shrunk(string calls, Func<Call, bool> isFaulty)
    {
        SystemFactory boot = world => new FaultySystem(world)
        {
            ChangeOutcome = (call, outcome) =>
                isFaulty(call) && outcome.Succeeded ? Outcome.Failed(Errno.EBADF) : outcome,
        };
        Trace trace = TraceReader.Read(Long + calls + "\n", "long");
        ImmutableArray<Call> all = [.. trace.Steps.Select(step => step.Call)];
        Finding finding = Replay.Run(trace.World, all, boot, new RuleCounts()).ShouldNotBeNull();
        return TraceWriter.Write(Shrinker.Minimise(finding, boot).Trace);
    }
}
