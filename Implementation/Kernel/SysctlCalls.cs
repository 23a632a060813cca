using Verify.Abi;
using Verify.Implementation.Inet;

namespace Verify.Implementation.Kernel;

/// <summary>sysctl(3) by name. Everybody reads; the host's superuser writes.</summary>
internal sealed class SysctlCalls(PortVariables ports)
{
    public Outcome Read(string name) =>
        Mib.TryFind(name, out _, out PortVariable variable)
            ? Outcome.Returned(ports.Ranges.Get(variable))
            : Outcome.Failed(Errno.ENOENT);

    public Outcome Write(Process caller, string name, int value)
    {
        if (!Mib.TryFind(name, out _, out PortVariable variable))
        {
            return Outcome.Failed(Errno.ENOENT);
        }

        if (!caller.Credentials.IsHostSuperuser)
        {
            return Outcome.Failed(Errno.EPERM);
        }

        ports.Ranges = ports.Ranges.With(variable, value);
        return Outcome.Ok;
    }
}
