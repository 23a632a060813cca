using Verify.Abi;

namespace Verify.Model;

/// <summary>sysctl(3) by name.</summary>
internal static class SysctlRules
{
    public static Verdict Read(ref Hearing hearing, Call.SysctlRead call) =>
        Mib.TryFind(call.Name, out _, out PortVariable variable)
            ? hearing.Must(
                Outcome.Returned(hearing.State.PortVariables[(int)variable]), hearing.State, Rule.SysctlReads)
            : hearing.Fails(Errno.ENOENT, Rule.SysctlUnknown);

    public static Verdict Write(ref Hearing hearing, Process caller, Call.SysctlWrite call) =>
        !Mib.TryFind(call.Name, out _, out PortVariable variable) ? hearing.Fails(Errno.ENOENT, Rule.SysctlUnknown)
        : !caller.IsHostSuperuser ? hearing.Fails(Errno.EPERM, Rule.SysctlDenied)
        : hearing.Must(
            Outcome.Ok,
            PortVariableRules.Write(hearing.State, new PortSetting(variable, call.Value)),
            Rule.SysctlWrites);
}
