using Shouldly;
using Verify.Abi;
using Verify.Model.Goals;
using Verify.Model.States;
using Verify.Model.States.Files;
using Xunit;

namespace Verify.Model.Tests.Goals;

/// <summary>
/// G4 is broken by observations that no rule allows. 2 and 3 are in a prison at /jail, 4 in another with the same
/// address; 1 is the host's. 2 has 3 open on the host's root, 4 on its own, 5 on a procfs, 6 on its own status.
/// </summary>
[Trait("Requirement", "G4")]
public sealed class PrisonerGoalsTests
{
    private static readonly State Jailed = new SpecDriver(SpecDriver.Files).Allows("""
        [1] mount("procfs", "/jail/tmp") = 0
        [1] sysctl("kern.hostname", "host") = 0
        [1] fork() = 2
        [2] open("/", O_RDONLY, 0) = 3
        [2] jail("/jail", "a", 10.0.0.2) = 0
        [2] open("/", O_RDONLY, 0) = 4
        [2] open("/tmp", O_RDONLY, 0) = 5
        [2] open("/tmp/2/status", O_RDONLY, 0) = 6
        [2] fork() = 3
        [2] chdir("/") = 0
        [1] fork() = 4
        [4] jail("/jail", "b", 10.0.0.2) = 0
        [4] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [4] bind(3, 0.0.0.0:53) = 0
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 7
        """).State;

    [Theory]
    [InlineData("mount(\"mfs\", \"/tmp\") = 0")]
    [InlineData("unmount(\"/tmp\") = 0")]
    [InlineData("quotactl(\"/\", Q_GETQUOTA, 0, 0) = 0")]
    [InlineData("administer(reboot) = 0")]
    [InlineData("jail(\"/\", \"a\", 10.0.0.1) = 0")]
    [InlineData("mknod(\"/d\", 020600, 1) = 0")]
    [InlineData("mknod(\"/d\", 060600, 1) = 0")]
    [InlineData("sysctl(\"net.inet.ip.portrange.last\", 1) = 0")]
    [InlineData("sysctl(\"jail.set_hostname_allowed\", 1) = 0")]
    [InlineData("sysctl(\"kern.ostype\", \"x\") = 0")]
    [InlineData("socket(AF_INET, SOCK_RAW, 0) = 8")]
    [InlineData("socket(AF_IPX, SOCK_DGRAM, 0) = 8")]
    public void No_call_succeeds_that_prisons_deny(string line)
    {
        (Call call, Outcome outcome) = Read($"[2] {line}");

        SafetyGoals.Check(Jailed, call, in outcome).ShouldBe($"G4: process 2 in a prison succeeds with {call}");
        Outcome denied = Outcome.Failed(Errno.EPERM);
        SafetyGoals.Check(Jailed, call, in denied).ShouldBeNull();
        (call, outcome) = Read($"[1] {line}");
        SafetyGoals.Check(Jailed, call, in outcome).ShouldBeNull();
    }

    [Fact]
    public void The_hostname_is_not_writable_if_it_is_fixed()
    {
        (Call call, Outcome outcome) = Read("[2] sysctl(\"kern.hostname\", \"x\") = 0");
        State @fixed = Jailed with { Host = Jailed.Host with { SetHostnameAllowed = 0 } };

        SafetyGoals.Check(Jailed, call, in outcome).ShouldBeNull();
        SafetyGoals.Check(@fixed, call, in outcome).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("kill({0}, 0) = 0")]
    [InlineData("ptrace({0}) = 0")]
    [InlineData("ktrace({0}) = 0")]
    [InlineData("getpriority({0}) = 20")]
    [InlineData("setpriority({0}, 1) = 0")]
    public void Other_processes_are_not_reached(string line)
    {
        foreach (int target in (ReadOnlySpan<int>)[1, 4])
        {
            (Call call, Outcome outcome) = Read($"[2] {string.Format(line, target)}");
            SafetyGoals.Check(Jailed, call, in outcome)
                .ShouldBe($"G4: process 2 in a prison reaches process {target} with {call}");
        }

        (Call own, Outcome reached) = Read($"[2] {string.Format(line, 3)}");
        SafetyGoals.Check(Jailed, own, in reached).ShouldBeNull();
    }

    [Theory]
    [InlineData("stat(\"/\") = \"2 40755 3 0 0 0\"", null)]
    [InlineData("stat(\"/\") = \"1 40755 3 0 0 0\"", "sees node 1")]
    [InlineData("stat(\"/out\") = \"4 100600 1 0 0 0\"", "sees node 4")]
    [InlineData("stat(\"/null\") = \"5 20666 1 0 0 2\"", null)]
    [InlineData("stat(\"/tmp/2\") = \"48 40555 1 0 0 0\"", null)]
    [InlineData("stat(\"/tmp/4\") = \"80 40555 1 0 0 0\"", "sees node 80")]
    [InlineData("stat(\"/x\") = \"47 40555 1 0 0 0\"", "sees node 47")]
    [InlineData("readdir(3) = \"jail\"", "lists directory 1")]
    [InlineData("readdir(4) = \"tmp\"", null)]
    public void Nodes_outside_are_not_visible(string line, string? what)
    {
        (Call call, Outcome outcome) = Read($"[2] {line}");

        SafetyGoals.Check(Jailed, call, in outcome)
            .ShouldBe(what is null ? null : $"G4: process 2 in a prison {what}, which is outside");
    }

    [Theory]
    [InlineData("sysctl(\"kern.proc.all\") = \"2 3\"", true)]
    [InlineData("sysctl(\"kern.proc.all\") = \"1 2 3\"", false)]
    [InlineData("sysctl(\"kern.proc.all\") = \"2 3 4\"", false)]
    [InlineData("readdir(5) = \"2/3/curproc\"", true)]
    [InlineData("readdir(5) = \"2/3/4/curproc\"", false)]
    [InlineData("read(6) = \"init 2 1\"", true)]
    [InlineData("read(6) = \"init 4 1\"", false)]
    [InlineData("readv(6, [9]) = \"init 4 1\"", false)]
    [InlineData("sysctl(\"net.route.iflist\") = \"fxp0 10.0.0.2/32\"", true)]
    [InlineData("sysctl(\"net.route.iflist\") = \"fxp0 10.0.0.2/32 10.0.0.3/32\"", false)]
    [InlineData("sysctl(\"net.route.iflist\") = \"fxp0 10.0.0.22/32\"", false)]
    [InlineData("sysctl(\"net.inet.udp.pcblist\") = \"0.0.0.0:0 0.0.0.0:0\"", true)]
    [InlineData("sysctl(\"net.inet.udp.pcblist\") = \"\"", true)]
    [InlineData("sysctl(\"net.inet.udp.pcblist\") = \"0.0.0.0:0 0.0.0.0:0; 10.0.0.2:53 0.0.0.0:0\"", false)]
    [InlineData("sysctl(\"net.inet.tcp.pcblist\") = \"0.0.0.0:0 0.0.0.0:0\"", false)]
    public void Listings_contain_only_the_prison(string line, bool holds)
    {
        (Call call, Outcome outcome) = Read($"[2] {line}");

        string? told = outcome.Text ?? outcome.Data?.ToString();
        SafetyGoals.Check(Jailed, call, in outcome)
            .ShouldBe(holds ? null : $"G4: process 2 in a prison is told \"{told}\" by {call}");
    }

    [Fact]
    public void Open_opens_only_nodes_beneath_the_root()
    {
        (Call call, Outcome outcome) = Read("[2] open(\"/x\", O_RDONLY, 0) = 8");

        SafetyGoals.Check(Jailed, call, in outcome, With(2, file: 5)).ShouldBeNull();
        SafetyGoals.Check(Jailed, call, in outcome, With(2, file: 4))
            .ShouldBe("G4: process 2 in a prison opens node 4, which is outside");
        Outcome failed = Outcome.Failed(Errno.ENOENT);
        SafetyGoals.Check(Jailed, call, in failed, Jailed).ShouldBeNull();
    }

    [Fact]
    public void A_hostname_written_in_a_prison_is_the_prisons()
    {
        (Call call, Outcome outcome) = Read("[2] sysctl(\"kern.hostname\", \"x\") = 0");
        State host = Jailed with { Host = Jailed.Host with { Hostname = "x" } };

        SafetyGoals.Check(Jailed, call, in outcome, Spec.Step(Jailed, call, in outcome).Next).ShouldBeNull();
        SafetyGoals.Check(Jailed, call, in outcome, host)
            .ShouldBe("G4: process 2 in a prison sets the host's hostname");
        SafetyGoals.Check(Jailed, call, in outcome, Renamed(4)).ShouldBe(
            "G4: process 2 in a prison sets the hostname of process 4");
    }

    [Theory]
    [InlineData("[2] getlogin() = \"\"", 2, 2, 2, null)]
    [InlineData("[2] chdir(\"/tmp\") = 0", 2, 2, 9, null)]
    [InlineData("[2] chdir(\"/tmp/2\") = 0", 2, 2, 48, null)]
    [InlineData("[2] chdir(\"..\") = 0", 2, 2, 1, 1)]
    [InlineData("[2] chroot(\"..\") = 0", 2, 1, 2, 1)]
    [InlineData("[3] getlogin() = \"\"", 3, 2, 1, null)]
    [InlineData("[3] chdir(\"x\") = 0", 3, 2, 9, null)]
    [InlineData("[3] chdir(\"x\") = 0", 3, 2, 47, 47)]
    [InlineData("[1] mount(\"mfs\", \"/\") = 0", 3, 2, 10, null)]
    [InlineData("[1] mount(\"mfs\", \"/\") = 0", 2, 2, 10, 10)]
    public void No_prisoner_leaves_its_root(string line, int pid, int root, int directory, int? outside)
    {
        (Call call, _) = Read(line);
        ProcessEntry[] seen =
            Entries(entry => entry.Pid == pid ? entry with { Root = root, Directory = directory } : entry);

        SafetyGoals.Check(Jailed, call, Jailed, seen).ShouldBe(outside is null
            ? null
            : $"G4: process {pid} in a prison goes to directory {outside}, which is outside");
    }

    [Fact]
    public void No_process_leaves_a_prison()
    {
        (Call call, _) = Read("[2] fork() = 5");
        ProcessEntry[] freed = Entries(entry => entry.Pid == 3 ? entry with { Prison = null } : entry);
        var child = new ProcessEntry(5, 2, 0, 0, 0, 2, 2, null);

        SafetyGoals.Check(Jailed, call, Jailed, freed).ShouldBe("G4: process 3 is no longer in prison 10.0.0.2");
        SafetyGoals.Check(Jailed, call, Jailed, [.. Entries(entry => entry), child])
            .ShouldBe("G4: process 5 is no longer in prison 10.0.0.2");
        SafetyGoals.Check(Jailed, call, Jailed, Entries(entry => entry)).ShouldBeNull();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void A_prisoner_terminates_only_its_prisons_processes(int pid, bool broken)
    {
        (Call call, _) = Read("[2] kill(-1, 9) = 0");
        ProcessEntry[] left = [.. Entries(entry => entry).Where(entry => entry.Pid != pid)];

        SafetyGoals.Check(Jailed, call, Jailed, left)
            .ShouldBe(broken ? $"G4: process 2 in a prison ends process {pid}" : null);
    }

    private static (Call Call, Outcome Outcome) Read(string line)
    {
        Step step = TraceReader.Read(line + "\n", "line").Steps.ShouldHaveSingleItem();
        return (step.Call, step.Stated.ShouldNotBeNull().Least);
    }

    private static ProcessEntry[] Entries(Func<ProcessEntry, ProcessEntry> change)
    {
        var entries = new ProcessEntry[4];
        Jailed.ListProcesses(entries).ShouldBe(entries.Length);
        return [.. entries.Select(change)];
    }

    /// <summary>A process has a node open at 8.</summary>
    private static State With(int pid, int file) => Change(pid, process => process with
    {
        Files = process.Files.Add(DescriptorEntry.Of(1, new Vnode(1, file), OpenOptions.O_RDONLY)),
    });

    private static State Renamed(int pid) =>
        Change(pid, process => process with { Prison = process.Prison! with { Hostname = "x" } });

    private static State Change(int pid, Func<Process, Process> change) => Jailed with
    {
        Processes = [.. Jailed.Processes.Select(process => process.Pid == pid ? change(process) : process)],
    };
}
