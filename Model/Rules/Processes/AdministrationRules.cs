using Verify.Abi;

namespace Verify.Model;

/// <summary>Calls on the whole machine: who may (J4).</summary>
internal static class AdministrationRules
{
    public static Verdict Administer(ref Hearing hearing, Process caller, Administration what) =>
        PrivilegeFor(what) is not { } privilege ? hearing.Fails(Errno.EINVAL, Rule.AdministerUnknown)
        : !hearing.Grants(caller, privilege) ? hearing.Fails(Errno.EPERM, Rule.AdministerDenied)
        : hearing.Must(Outcome.Ok, hearing.State, Rule.AdministerAllowed);

    private static Privilege? PrivilegeFor(Administration what) => what switch
    {
        Administration.Reboot => Privilege.Reboot,
        Administration.SetTimeOfDay or Administration.AdjTime => Privilege.SetTime,
        Administration.KldLoad or Administration.KldUnload => Privilege.LoadModule,
        Administration.SwapOn => Privilege.Swap,
        Administration.Acct => Privilege.Account,
        Administration.IfConfig => Privilege.ConfigureInterface,
        Administration.Route => Privilege.ChangeRoute,
        Administration.BpfOpen => Privilege.OpenPacketFilter,
        _ => null,
    };
}
