using Verify.Abi;

namespace Verify.Model;

/// <summary>setlogin(2) and getlogin(2): who logged in, as it says (kern/kern_prot.c).</summary>
internal static class LoginRules
{
    /// <summary>MAXLOGNAME without the terminating zero.</summary>
    private const int MaxLogin = 16;

    public static Verdict SetLogin(ref Hearing hearing, Process caller, string? name) =>
        !hearing.Grants(caller, Privilege.SetLogin) ? hearing.Fails(Errno.EPERM, Rule.SetLoginDenied)
        : name is null ? hearing.Fails(Errno.EFAULT, Rule.SetLoginNull)
        : name.Length > MaxLogin ? hearing.Fails(Errno.EINVAL, Rule.SetLoginLong)
        : hearing.Must(Outcome.Ok, Named(hearing.State, caller, name), Rule.SetLoginAllowed);

    public static Verdict GetLogin(ref Hearing hearing, Process caller) =>
        hearing.Must(Outcome.Read(caller.Login), hearing.State, Rule.LoginRead);

    /// <summary>The name is that of a session, as far as it is in one prison (D18).</summary>
    private static State Named(State state, Process caller, string name) => state with
    {
        Processes =
        [
            .. state.Processes.Select(process =>
                process.Session == caller.Session && process.Prison?.Id == caller.Prison?.Id
                    ? process with { Login = name }
                    : process),
        ],
    };
}
