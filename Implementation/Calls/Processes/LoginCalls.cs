using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>setlogin(2) and getlogin(2): kern_prot.c.</summary>
internal sealed class LoginCalls(ProcessTable processes)
{
    private const int MaxLogin = 16;

    /// <summary>
    /// EPERM, EFAULT, EINVAL. Sets the login name of the caller's session, but only in its prison (D18).
    /// </summary>
    public Outcome SetLogin(Process caller, string? name)
    {
        Errno error = !Privileges.Allows(caller.Credentials, Privilege.SetLogin) ? Errno.EPERM
            : name is null ? Errno.EFAULT
            : name.Length > MaxLogin ? Errno.EINVAL
            : Errno.None;
        for (Process? process = processes.First; error == Errno.None && process is not null; process = process.Next)
        {
            bool isOfSession = ReferenceEquals(process.Group.Session, caller.Group.Session);
            process.Login =
                isOfSession && process.Credentials.IsInSamePrison(caller.Credentials) ? name! : process.Login;
        }

        return Replies.Of(error);
    }

    public static Outcome GetLogin(Process caller) => Outcome.Read(caller.Login);
}
