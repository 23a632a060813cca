using Shouldly;
using Verify.Abi;
using Verify.Model.Goals;
using Verify.Model.States;
using Verify.Model.States.Files;
using Xunit;

namespace Verify.Model.Tests.Goals;

/// <summary>
/// The goals for those outside prisons, broken by observations that no rule allows. 2 is user 5 with UDP socket 3, 3 is
/// user 6 with UDP sockets 3 at any address, port 2000, which offers it, and 4 at 10.0.0.2:2001, which does not; 4 is
/// the superuser with root directory /jail, where it was before, and the real root open at 3.
/// </summary>
public sealed class UserGoalsTests
{
    private static readonly State State = new SpecDriver(SpecDriver.Files).Allows("""
        [1] mkdir("/own", 0700) = 0
        [1] fork() = 2
        [1] fork() = 3
        [1] fork() = 4
        [2] setuid(5) = 0
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [3] setuid(6) = 0
        [3] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [3] setsockopt(3, SO_REUSEPORT, 1) = 0
        [3] bind(3, 0.0.0.0:2000) = 0
        [3] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [3] bind(4, 10.0.0.2:2001) = 0
        [4] open("/", O_RDONLY, 0) = 3
        [4] chdir("/jail") = 0
        [4] chroot("/jail") = 0
        """).State;

    [Theory]
    [Trait("Requirement", "J4")]
    [InlineData("[2] setuid(0) = 0", 2, 0, 0, "J4: process 2 becomes user 0 by [2] setuid(0)")]
    [InlineData("[1] setuid(65536) = 0", 1, 0, 0, null)]
    [InlineData("[1] setuid(7) = 0", 1, 7, 0, null)]
    [InlineData("[1] setuid(7) = 0", 1, 8, 0, "J4: process 1 becomes user 8 by [1] setuid(7)")]
    [InlineData("[1] setuid(7) = 0", 4, 7, 0, "J4: process 4 becomes user 7 by [1] setuid(7)")]
    [InlineData("[2] setgid(7) = 0", 2, 5, 7, "J4: process 2 becomes group 7 by [2] setgid(7)")]
    [InlineData("[1] setgroups(7) = 0", 1, 0, 7, null)]
    [InlineData("[2] fork() = 5", 5, 0, 0, "J4: process 5 becomes user 0 by [2] fork()")]
    [InlineData("[2] fork() = 5", 5, 5, 0, null)]
    public void Ids_change_by_privilege(string line, int pid, int uid, int gid, string? broken)
    {
        (Call call, _) = Read(line);
        ProcessEntry[] seen = [new ProcessEntry(pid, 1, uid, gid, 0, 1, 1, null)];

        SafetyGoals.Check(State, call, State, seen).ShouldBe(broken);
    }

    [Theory]
    [Trait("Requirement", "P5")]
    [InlineData("[2] bind(3, 0.0.0.0:2002) = 0", false)]
    [InlineData("[2] bind(3, 10.0.0.1:2001) = 0", false)]
    [InlineData("[2] bind(3, 10.0.0.2:2001) = -1 EADDRINUSE", false)]
    [InlineData("[2] bind(3, 10.0.0.2:2001) = 0", true)]
    [InlineData("[2] bind(3, 0.0.0.0:2001) = 0", true)]
    [InlineData("[2] bind(3, 10.0.0.1:2000) = 0", true)]
    [InlineData("[2] bind(3, 0.0.0.0:2000) = 0", true)]
    public void A_port_is_shared_only_if_both_sockets_offer_it(string line, bool broken)
    {
        (Call call, Outcome outcome) = Read(line);

        (SafetyGoals.Check(State, call, in outcome)?[..3] == "P5:").ShouldBe(broken);
    }

    [Fact]
    [Trait("Requirement", "P5")]
    public void A_port_that_both_offer_is_shared()
    {
        State offered = State with
        {
            Sockets = [.. State.Sockets.Select(socket => socket with { Options = [SocketOption.SO_REUSEPORT] })],
        };
        (Call call, Outcome outcome) = Read("[2] bind(3, 0.0.0.0:2000) = 0");

        SafetyGoals.Check(offered, call, in outcome).ShouldBeNull();
    }

    [Theory]
    [Trait("Requirement", "S11")]
    [InlineData("""[wire] udp(10.0.0.1:9, 10.0.0.2:2001, "") = 0 received by [3]4""", true)]
    [InlineData("""[wire] udp(127.0.0.9:9, 10.0.0.2:2001, "") = 0 received by [3]4""", true)]
    [InlineData("""[wire] udp(10.0.0.9:9, 10.0.0.2:2001, "") = 0 received by [3]4""", false)]
    [InlineData("""[wire] udp(10.0.0.1:9, 10.0.0.2:2001, "") = 0""", false)]
    [InlineData("[wire] tcp(10.0.0.1:9, 10.0.0.2:80) = 0", true)]
    [InlineData("[wire] tcp(10.0.0.1:9, 10.0.0.2:80) = -1 ETIMEDOUT", false)]
    public void No_packet_from_the_wire_has_a_source_of_this_host(string line, bool broken)
    {
        (Call call, Outcome outcome) = Read(line);

        (SafetyGoals.Check(State, call, in outcome)?[..4] == "S11:").ShouldBe(broken);
    }

    [Theory]
    [Trait("Requirement", "J4")]
    [InlineData("[2] open(\"x\", O_RDONLY, 0) = 4", 4, "opens node 4 against its mode 600")]
    [InlineData("[2] open(\"x\", O_WRONLY, 0) = 4", 5, null)]
    [InlineData("[2] open(\"x\", O_WRONLY, 0) = 4", 2, "opens node 2 against its mode 755")]
    [InlineData("[1] open(\"x\", O_RDONLY, 0) = 3", 4, null)]
    public void Modes_decide_what_is_opened(string line, int node, string? broken)
    {
        (Call call, Outcome outcome) = Read(line);
        int pid = ((Call.ByProcess)call).Pid;

        SafetyGoals.Check(State, call, in outcome, Change(pid, process => process with
        {
            Files = process.Files.Add(DescriptorEntry.Of(1, new Vnode(1, node), OpenOptions.O_RDONLY)),
        })).ShouldBe(broken is null ? null : $"J4: process {pid} {broken}");
    }

    [Theory]
    [Trait("Requirement", "J4")]
    [InlineData(9, "J4: process 2 enters directory 9 against its mode 700")]
    [InlineData(2, null)]
    public void Modes_decide_what_is_entered(int node, string? broken)
    {
        (Call call, Outcome outcome) = Read("[2] chdir(\"x\") = 0");

        SafetyGoals.Check(
            State, call, in outcome, Change(2, process => process with { Directory = new Vnode(1, node) }))
            .ShouldBe(broken);
    }

    /// <summary>Not the directory that is current afterwards: a file system may be mounted on the open one.</summary>
    [Theory]
    [Trait("Requirement", "J4")]
    [InlineData(9, "J4: process 2 enters directory 9 against its mode 700")]
    [InlineData(2, null)]
    public void Bits_of_the_open_directory_decide_for_fchdir(int node, string? broken)
    {
        (Call call, Outcome outcome) = Read("[2] fchdir(3) = 0");
        var open = DescriptorEntry.Of(1, new Vnode(1, node), OpenOptions.O_RDONLY);
        State before = Change(2, process => process with { Files = process.Files.SetItem(3, open) });

        SafetyGoals.Check(before, call, in outcome, before).ShouldBe(broken);
    }

    /// <summary>The superuser's call does what another user may not.</summary>
    [Theory]
    [Trait("Requirement", "J4")]
    [InlineData("mkdir(\"/x\", 0755) = 0", "J4: process 2 changes directory 1 against its mode 755")]
    [InlineData("unlink(\"/secret\") = 0", "J4: process 2 changes directory 1 against its mode 755")]
    [InlineData("chmod(\"/secret\", 0666) = 0", "J4: process 2 of user 5 makes of node 4")]
    [InlineData("chown(\"/secret\", 5, 0) = 0", "J4: process 2 of user 5 makes of node 4")]
    [InlineData("mkdir(\"/jail/tmp/x\", 0755) = 0", "J4: process 2 of user 5 makes of node 10")]
    public void Modes_decide_what_is_changed(string line, string broken)
    {
        (Call done, Outcome outcome) = Read($"[1] {line}");
        (Call call, _) = Read($"[2] {line}");
        State after = Spec.Step(State, done, in outcome).Next;

        SafetyGoals.Check(State, call, in outcome, after).ShouldNotBeNull().ShouldStartWith(broken);
        SafetyGoals.Check(State, done, in outcome, after).ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "J4")]
    public void A_sticky_directory_keeps_others_files()
    {
        State made = new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/jail/tmp/x", 0755) = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            """).State;
        (Call done, Outcome outcome) = Read("[1] rmdir(\"/jail/tmp/x\") = 0");
        (Call call, _) = Read("[2] rmdir(\"/jail/tmp/x\") = 0");

        SafetyGoals.Check(made, call, in outcome, Spec.Step(made, done, in outcome).Next)
            .ShouldBe("J4: process 2 takes node 9 out of a sticky directory");
    }

    [Fact]
    [Trait("Requirement", "J4")]
    public void Nothing_is_reached_through_an_unsearchable_directory()
    {
        State made = new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/own", 0700) = 0
            [1] mkdir("/own/x", 0755) = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            """).State;
        (Call call, Outcome outcome) = Read("[2] stat(\"/own/x\") = \"10 40755 2 0 0 0\"");
        (Call open, Outcome allowed) = Read("[2] stat(\"/own\") = \"9 40700 3 0 0 0\"");

        SafetyGoals.Check(made, call, in outcome, made)
            .ShouldBe("J4: process 2 reaches node 10 through a directory that it may not search");
        SafetyGoals.Check(made, open, in allowed, made).ShouldBeNull();
    }

    [Theory]
    [Trait("Requirement", "J8")]
    [InlineData("[4] chroot(\"tmp\") = 0", 3, 2, null)]
    [InlineData("[4] chroot(\"..\") = 0", 1, 2, "J8: process 4 gets root 1, which is outside its root")]
    [InlineData("[4] chdir(\"tmp\") = 0", 2, 3, null)]
    [InlineData("[4] fchdir(3) = 0", 2, 1, "J8: process 4 goes to directory 1, outside its root")]
    public void No_process_leaves_its_root(string line, int root, int directory, string? broken)
    {
        (Call call, _) = Read(line);
        State after = Change(4, process => process with
        {
            Root = new Vnode(1, root), Directory = new Vnode(1, directory),
        });

        SafetyGoals.Check(State, call, after, []).ShouldBe(broken);
    }

    [Theory]
    [Trait("Requirement", "J8")]
    [InlineData("stat(\"..\") = \"1 40755 3 0 0 0\"", true)]
    [InlineData("stat(\"tmp\") = \"3 41777 2 0 0 0\"", false)]
    [InlineData("readdir(3) = \"jail\"", true)]
    public void Nothing_outside_its_root_is_reached(string line, bool broken)
    {
        (Call call, Outcome outcome) = Read($"[4] {line}");

        SafetyGoals.Check(State, call, in outcome, State)
            .ShouldBe(broken ? $"J8: process 4 reaches out of its root directory with {call}" : null);
    }

    private static (Call Call, Outcome Outcome) Read(string line)
    {
        Step step = TraceReader.Read(line + "\n", "line").Steps.ShouldHaveSingleItem();
        return (step.Call, step.Stated.ShouldNotBeNull().Least);
    }

    private static State Change(int pid, Func<Process, Process> change) => State with
    {
        Processes = [.. State.Processes.Select(process => process.Pid == pid ? change(process) : process)],
    };
}
