using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>No operation that prisons deny succeeds in a prison (G4, J4, J9, J10).</summary>
internal static class PrivilegeGoal
{
    /// <summary>Checks a prisoner's successful call.</summary>
    public static string? Check(State state, Process caller, Call call) =>
        IsDenied(state.Host, call) || IsOfRouting(state, caller, call)
            ? $"G4: process {caller.Pid} in a prison succeeds with {call}"
            : null;

    /// <summary>Requests to routing sockets, and their messages, which tell of the whole host.</summary>
    private static bool IsOfRouting(State state, Process caller, Call call) =>
        call is Call.Sending or Call.Receiving
        && state.SocketAt(caller, ((Call.OnDescriptor)call).Fd) is { Routing: not null };

    private static bool IsDenied(Host host, Call call) => call switch
    {
        Call.Mount or Call.Unmount or Call.QuotaCtl or Call.Jail or Call.SysctlWrite => true,
        Call.IoctlAddAddress or Call.IoctlDeleteAddress or Call.IoctlSetInterfaceFlags => true,
        Call.Administer administer => !StaysInside(administer.What),
        Call.SysctlWriteText write => !IsHostname(write.Name) || host.SetHostnameAllowed == 0,
        Call.MkNod make => (make.Mode & FileModes.TypeMask) is FileModes.CharacterDevice or FileModes.BlockDevice,
        Call.Socket { Domain: AddressFamily.AF_INET } socket => socket.Type == SocketType.SOCK_RAW,
        Call.Socket { Domain: AddressFamily.AF_LOCAL or AddressFamily.AF_ROUTE } => false,
        Call.Socket => host.UnixIpRouteOnly != 0,
        _ => false,
    };

    /// <summary>Operations on the prison's own files, terminals and processes.</summary>
    private static bool StaysInside(Administration what) => what
        is Administration.ChFlags or Administration.UTimes or Administration.StatFs or Administration.WriteSuid
        or Administration.WriteReserved or Administration.Revoke or Administration.ForkOverLimit;

    private static bool IsHostname(string name) => name is "kern.hostname" or "kern.hostname." or "1.10";
}
