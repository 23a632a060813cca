using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Credentials;

/// <summary>setlogin(2) and getlogin(2) (kern/kern_prot.c).</summary>
internal static class LoginRules
{
    public static readonly Rule SetLoginDenied = new(
        "J4.setlogin-denied", "setlogin fails with EPERM for all but the superuser.", "kern/kern_prot.c:setlogin");
    public static readonly Rule SetLoginNull = new(
        "J4.setlogin-null", "setlogin fails with EFAULT if the name is a null pointer.", "kern/kern_prot.c:setlogin");
    public static readonly Rule SetLoginLong = new(
        "J4.setlogin-long", "setlogin with a name of more than 16 characters fails with EINVAL.",
        "kern/kern_prot.c:setlogin");
    public static readonly Rule SetLoginAllowed = new(
        "J4.setlogin-allowed",
        "setlogin by the superuser, also in a prison, sets the login name of those processes of the session "
        + "that are in the caller's prison.",
        "D18");
    public static readonly Rule LoginRead = new(
        "J4.login-read", "getlogin returns the login name of the session.", "kern/kern_prot.c:getlogin");

    /// <summary>MAXLOGNAME without the terminating zero.</summary>
    private const int MaxLogin = 16;

    public static Verdict SetLogin(ref CallCheck check, Process caller, string? name) =>
        !check.Grants(caller, Privilege.SetLogin) ? check.Fails(Errno.EPERM, SetLoginDenied)
        : name is null ? check.Fails(Errno.EFAULT, SetLoginNull)
        : name.Length > MaxLogin ? check.Fails(Errno.EINVAL, SetLoginLong)
        : check.Must(Outcome.Ok, Named(check.State, caller, name), SetLoginAllowed);

    public static Verdict GetLogin(ref CallCheck check, Process caller) =>
        check.Must(Outcome.Read(caller.Login), check.State, LoginRead);

    /// <summary>The name belongs to the processes of a session that are in one prison (D18).</summary>
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
