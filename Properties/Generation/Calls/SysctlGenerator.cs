using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates sysctl(3): mostly of the port ranges, and of every other node of the tree.</summary>
internal static class SysctlGenerator
{
    /// <summary>Every variable by name and number, often the writable ones; inner nodes; names of no node.</summary>
    private static readonly string[] Nodes =
    [
        .. SysctlNames.All.Select(node => node.Name), .. SysctlNames.All.Select(node => node.Number),
        "kern", "kern.proc", "1.14", "net.inet.ip.portrange", "kern.nothing", "1.10.0", "1", "", "1.10.",
        "kern.hostname.", "kern.proc.pid", "1.14.1.1", "1.14.1.2", "1.14.2.1", "1.14.3.1", "1.14.4.0", "1.14.5.0",
        "1.14.6.0", "1.14.5.0.1", "4.2.0.0", "4.17", "4.17.0.0.1.0", "1.2.3.4.5.6.7.8.9.10.11.12.13", "kern.hostname",
        "kern.hostname", "jail.set_hostname_allowed", "jail.set_hostname_allowed", "jail.socket_unixiproute_only",
        "jail.socket_unixiproute_only", "kern.chroot_allow_open_directories", "kern.chroot_allow_open_directories",
        "kern.", "kern.hostname.", "kern.hostname..", "kern.proc.pid", "kern.proc.pid.1", "1.14.", "100", "4.2.0.0",
        "kern.proc.all.", "1.6.1", "1.14.0.0", "4.17", "4.17.0.2.3.0", "4.17.1.0.3.0", "4.17.0.0.1.0", "4.17.0.0.3",
        "1.1.1.1.1.1.1.1.1.1.1.1", "1.1.1.1.1.1.1.1.1.1.1.1.1", "4.2.0.100.1", "256.1", "1.14.3.0", "net.route", ".",
        "1.",
        new string('k', 1023), new string('k', 1024), "kern." + new string('k', 1018), "kern." + new string('k', 1019),
    ];

    private static readonly string[] Listings = ["net.inet.udp.pcblist", "net.inet.tcp.pcblist", "net.route.iflist"];

    private static readonly string[] Texts =
        ["b.example", "b.examplE", "", "c", new('h', 254), new('h', 255), new('h', 256), new('h', 257)];

    private static readonly int[] Extremes = [int.MinValue, -1, 0, 1, 65535, 65536, int.MaxValue];

    public static Call Read(RunContext run) =>
        new Call.SysctlRead(run.AnyProcess().Pid, Variable(ref run.Random));

    /// <summary>A list of sockets or interfaces (J9).</summary>
    public static Call Listing(RunContext run) =>
        new Call.SysctlRead(run.AnyProcess().Pid, run.Random.Pick<string>(Listings));

    /// <summary>What UDP has counted, by name and sometimes by number (S11).</summary>
    public static Call Counters(RunContext run) => new Call.SysctlRead(
        run.AnyProcess().Pid, run.Random.Chance(20) ? SysctlNames.UdpCounters.Number : SysctlNames.UdpCounters.Name);

    /// <summary>Any node, often one with arguments.</summary>
    public static Call ReadAny(RunContext run) => new Call.SysctlRead(
        run.AnyProcess().Pid,
        run.Random.Chance(25) ? SomeProcesses(run) : run.Random.Pick<string>(Nodes));

    /// <summary>Any node, among them the variables that restrict prisons and nodes that cannot be written.</summary>
    public static Call WriteAny(RunContext run) => new Call.SysctlWrite(
        run.AnyProcess().Pid, run.Random.Pick<string>(Nodes), EdgeIntegers.Switch(ref run.Random));

    /// <summary>Mostly the hostname of the caller (J5).</summary>
    public static Call WriteText(RunContext run) => new Call.SysctlWriteText(
        run.AnyProcess().Pid,
        run.Random.Chance(80) ? "kern.hostname" : run.Random.Pick<string>(Nodes),
        run.Random.Pick<string>(Texts));

    /// <summary>
    /// Mostly a small change, which puts cursors just outside their range (P4) and reverses ranges (P2).
    /// </summary>
    public static Call Write(RunContext run)
    {
        ref Prng random = ref run.Random;
        int value = random.Below(12) switch
        {
            0 => random.Pick<int>(Extremes),
            < 4 => 1021 + random.Below(6),
            _ => run.State.PortVariables[random.Below(run.State.PortVariables.Length)] + random.Below(5) - 2,
        };
        int? superuser = random.Chance(85) ? run.FindProcess(process => process.IsHostSuperuser)?.Pid : null;
        return new Call.SysctlWrite(superuser ?? run.AnyProcess().Pid, Variable(ref random), value);
    }

    private static string Variable(ref Prng random) =>
        random.Chance(4) ? "net.inet.ip.portrange.middle" : SysctlNames.Of((PortVariable)random.Below(6));

    /// <summary>kern.proc by process, process group, terminal, user and real user.</summary>
    private static string SomeProcesses(RunContext run)
    {
        Process process = run.AnyProcess();
        int kind = run.Random.Below(8);
        int argument = run.Random.Below(10) switch
        {
            0 => run.UnusedPid(),
            1 => EdgeIntegers.Edge(ref run.Random),
            _ => kind switch
            {
                1 => process.Pid,
                2 => process.ProcessGroup,
                5 => process.Uid,
                _ => process.User.Real,
            },
        };
        return run.Random.Below(20) switch
        {
            0 => $"1.14.{kind}",
            1 => $"1.14.{kind}.{argument}.{argument}",
            _ => $"1.14.{kind}.{argument}",
        };
    }
}
