using Verify.Abi;
using Verify.Implementation.Jail;

namespace Verify.Implementation.Kernel;

/// <summary>Calls on the whole machine, of which only the question who may is kept (J4).</summary>
internal static class AdministrationCalls
{
    public static Outcome Administer(Process caller, Administration what) => Replies.Of(
        NeededFor(what) is not { } needed ? Errno.EINVAL
        : !Privileges.Check(caller.Credentials, needed) ? Errno.EPERM
        : Errno.None);

    private static Privilege? NeededFor(Administration what) => what switch
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
