using Verify.Abi;
using Verify.Implementation.Jail;

namespace Verify.Implementation.Kernel;

/// <summary>setlogin(2) and getlogin(2): kern_prot.c.</summary>
internal static class LoginCalls
{
    private const int MaxLogin = 16;

    public static Outcome SetLogin(Process caller, string? name)
    {
        Errno error = !Privileges.Check(caller.Credentials, Privilege.SetLogin) ? Errno.EPERM
            : name is null ? Errno.EFAULT
            : name.Length > MaxLogin ? Errno.EINVAL
            : Errno.None;
        if (error == Errno.None)
        {
            caller.Login = name!;
        }

        return Replies.Of(error);
    }

    public static Outcome GetLogin(Process caller) => Outcome.Read(caller.Login);
}
