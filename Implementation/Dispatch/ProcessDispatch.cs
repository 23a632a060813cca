using Verify.Implementation.Calls.Files;
using Verify.Implementation.Calls.Processes;
using Verify.Implementation.Calls.Sockets;
using Verify.Implementation.Calls.Sysctl;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Dispatch;

/// <summary>Dispatches calls that take neither a descriptor nor a path.</summary>
internal sealed class ProcessDispatch(
    ProcessCalls processes,
    LimitCalls limits,
    JailCalls jails,
    SysctlCalls sysctls,
    CreationCalls sockets,
    SignalCalls signals,
    TracingCalls tracing,
    PriorityCalls priorities,
    GroupCalls groups,
    LoginCalls logins,
    PollCalls polls)
{
    public Outcome Execute(Process caller, Call.ByProcess call) => call switch
    {
        Call.Socket socket => sockets.Create(caller, socket),
        Call.SocketPair pair => sockets.CreatePair(caller, pair),
        Call.Poll poll => polls.Poll(caller, poll),
        Call.Select select => polls.Select(caller, select),
        Call.Fork => processes.Fork(caller),
        Call.Exit => processes.Exit(caller),
        Call.SetUid set => IdentityCalls.SetUid(caller, set.Uid),
        Call.SysctlRead read => sysctls.Read(caller, read.Name),
        Call.SysctlWrite write => sysctls.Write(caller, write.Name, write.Value),
        Call.SysctlWriteText write => sysctls.Write(caller, write.Name, write.Text),
        Call.Jail jail => jails.Jail(caller, jail),
        Call.UMask mask => ModeCalls.UMask(caller, mask.Mask),
        Call.SetGid set => IdentityCalls.SetGid(caller, set.Gid),
        Call.SetGroups set => IdentityCalls.SetGroups(caller, set.Groups),
        Call.SetEUid set => IdentityCalls.SetEUid(caller, set.Uid),
        Call.SetEGid set => IdentityCalls.SetEGid(caller, set.Gid),
        Call.SetReUid set => IdentityCalls.SetReUid(caller, set.Real, set.Effective),
        Call.SetReGid set => IdentityCalls.SetReGid(caller, set.Real, set.Effective),
        Call.GetUid => Outcome.Returned(caller.Ids.RealUid),
        Call.GetEUid => Outcome.Returned(caller.Credentials.Uid),
        Call.GetGid => Outcome.Returned(caller.Ids.RealGid),
        Call.GetEGid => Outcome.Returned(caller.Credentials.Gid),
        Call.GetGroups => IdentityCalls.GetGroups(caller),
        Call.IsSetUGid => Outcome.Returned(caller.HasChangedIds ? 1 : 0),
        Call.SetLogin set => logins.SetLogin(caller, set.Name),
        Call.GetLogin => LoginCalls.GetLogin(caller),
        Call.GetPGrp => GroupCalls.GetPGrp(caller),
        Call.SetSid => groups.SetSid(caller),
        Call.SetRLimit set => limits.Set(caller, set.Current, set.Maximum),
        Call.GetRLimit => LimitCalls.Get(caller),
        Call.SigAction set => SignalCalls.SigAction(caller, set.Signal, set.Action, set.Restarts),
        Call.Administer administer => AdministrationCalls.Administer(caller, administer.What),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public Outcome Execute(Process caller, Call.OnProcess call) => call switch
    {
        Call.Kill kill => signals.Kill(caller, kill.Target, kill.Signal),
        Call.GetPGid => groups.GetPGid(caller, call.Target),
        Call.GetSid => GroupCalls.GetSid(caller, call.Target),
        Call.SetPGid set => groups.SetPGid(caller, set.Target, set.Group),
        Call.PTrace => tracing.PTrace(caller, call.Target),
        Call.KTrace => tracing.KTrace(caller, call.Target),
        Call.GetPriority get => priorities.Get(caller, get.Which, get.Target),
        Call.SetPriority set => priorities.Set(caller, set.Which, set.Target, set.Nice),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
