using Verify.Abi.Calls;
using static Verify.Abi.Text.CallRow;

namespace Verify.Abi.Text;

/// <summary>The syntax of calls on processes, their identity and the whole machine.</summary>
internal static class ProcessRows
{
    private static readonly Number Target = new("a process id");
    private static readonly Number Limit = new("a limit");

    public static IReadOnlyList<CallSyntax> All { get; } =
    [
        Row("fork", Returns, pid => new Call.Fork(pid)),
        Row("setuid", Returns, Terms.Uid, (Call.SetUid c) => c.Uid, (pid, uid) => new(pid, uid)),
        Row("exit", Returns, new Number("a status"), (Call.Exit c) => c.Status, (pid, status) => new(pid, status)),
        Row("jail", Returns, (new VersionAndPath(), new QuotedOrNull("a hostname"), Terms.Address),
            (Call.Jail c) => ((c.Version, c.Path), c.Hostname, c.Address),
            (pid, path, hostname, address) => new(pid, path.Version, path.Path, hostname, address)),
        new CallSyntax<Call.ByProcess, (string, object?)>("sysctl", new OutcomeSyntax(ResultForm.NumberOrText),
            new VariableAndValue(), TakeSysctl, MakeSysctl,
            typeof(Call.SysctlRead), typeof(Call.SysctlWrite), typeof(Call.SysctlWriteText)),
        Row("kill", Returns, (Target, new Number("a signal")),
            (Call.Kill c) => (c.Target, c.Signal), (pid, target, signal) => new(pid, target, signal)),
        Row("sigaction", Returns, (new Number("a signal"), new SignalActionArguments()),
            (Call.SigAction c) => (c.Signal, (c.Action, c.Restarts)),
            (pid, signal, does) => new(pid, signal, does.Action, does.Restarts)),
        Row("ptrace", Returns, Target, (Call.PTrace c) => c.Target, (pid, target) => new(pid, target)),
        Row("ktrace", Returns, Target, (Call.KTrace c) => c.Target, (pid, target) => new(pid, target)),
        Row("getpriority", Returns, new PriorityArguments(hasNice: false),
            (Call.GetPriority c) => (c.Which, c.Target, 0), (pid, of) => new(pid, of.Who, of.Which)),
        Row("setpriority", Returns, new PriorityArguments(hasNice: true),
            (Call.SetPriority c) => (c.Which, c.Target, c.Nice), (pid, of) => new(pid, of.Who, of.Nice, of.Which)),
        Row("getpgid", Returns, Target, (Call.GetPGid c) => c.Target, (pid, target) => new(pid, target)),
        Row("getsid", Returns, Target, (Call.GetSid c) => c.Target, (pid, target) => new(pid, target)),
        Row("setpgid", Returns, (Target, new Number("a process group")),
            (Call.SetPGid c) => (c.Target, c.Group), (pid, target, group) => new(pid, target, group)),
        Row("getpgrp", Returns, pid => new Call.GetPGrp(pid)),
        Row("setsid", Returns, pid => new Call.SetSid(pid)),
        Row("setgid", Returns, Terms.Gid, (Call.SetGid c) => c.Gid, (pid, gid) => new(pid, gid)),
        Row("seteuid", Returns, Terms.Uid, (Call.SetEUid c) => c.Uid, (pid, uid) => new(pid, uid)),
        Row("setegid", Returns, Terms.Gid, (Call.SetEGid c) => c.Gid, (pid, gid) => new(pid, gid)),
        Row("setreuid", Returns, (Terms.Uid, Terms.Uid),
            (Call.SetReUid c) => (c.Real, c.Effective), (pid, real, effective) => new(pid, real, effective)),
        Row("setregid", Returns, (Terms.Gid, Terms.Gid),
            (Call.SetReGid c) => (c.Real, c.Effective), (pid, real, effective) => new(pid, real, effective)),
        Row("setgroups", Returns, new GroupsArgument(),
            (Call.SetGroups c) => c.Groups, (pid, groups) => new(pid, groups)),
        Row("getuid", ReturnsId, pid => new Call.GetUid(pid)),
        Row("geteuid", ReturnsId, pid => new Call.GetEUid(pid)),
        Row("getgid", ReturnsId, pid => new Call.GetGid(pid)),
        Row("getegid", ReturnsId, pid => new Call.GetEGid(pid)),
        Row("getgroups", Tells, pid => new Call.GetGroups(pid)),
        Row("issetugid", Returns, pid => new Call.IsSetUGid(pid)),
        Row("setlogin", Returns, new QuotedOrNull("a name"),
            (Call.SetLogin c) => c.Name, (pid, name) => new(pid, name)),
        Row("getlogin", Tells, pid => new Call.GetLogin(pid)),
        Row("setrlimit", Returns, (Limit, Limit),
            (Call.SetRLimit c) => (c.Current, c.Maximum), (pid, current, maximum) => new(pid, current, maximum)),
        Row("getrlimit", Returns, pid => new Call.GetRLimit(pid)),
        Row("administer", Returns, Terms.Administration, (Call.Administer c) => c.What, (pid, what) => new(pid, what)),
    ];

    private static (string Name, object? Value) TakeSysctl(Call.ByProcess call) => call switch
    {
        Call.SysctlWrite write => (write.Name, write.Value),
        Call.SysctlWriteText write => (write.Name, write.Text),
        _ => (((Call.SysctlRead)call).Name, null),
    };

    private static Call.ByProcess MakeSysctl(int pid, (string Name, object? Value) arguments) => arguments.Value switch
    {
        int number => new Call.SysctlWrite(pid, arguments.Name, number),
        string text => new Call.SysctlWriteText(pid, arguments.Name, text),
        _ => new Call.SysctlRead(pid, arguments.Name),
    };
}
