using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Inet;
using Verify.Implementation.Jail;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Sysctl;

/// <summary>sysctl(3), by name or number. Everybody reads, and sees what there is for the own prison.</summary>
internal sealed class SysctlCalls(
    SysctlListings listings,
    PortVariables ports,
    JailVariables jail,
    OpenDirectories openDirectories,
    int maxProcesses)
{
    public Outcome Read(Process caller, string name)
    {
        Errno error = Find(name, out SysctlVariable variable, out PortVariable port);
        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        return (SysctlRule.TraitsOf(variable) & SysctlTraits.IsText) != 0
            ? Outcome.Read(ReadText(caller.Credentials, variable))
            : Outcome.Returned(ReadNumber(variable, port));
    }

    public Outcome Write(Process caller, string name, int value)
    {
        Errno error = CheckWriting(caller, name, SysctlTraits.None, out SysctlVariable variable, out PortVariable port);
        if (error == Errno.None)
        {
            WriteNumber(variable, port, value);
        }

        return Replies.Of(error);
    }

    public Outcome Write(Process caller, string name, string text)
    {
        Errno error = CheckWriting(caller, name, SysctlTraits.IsText, out _, out _);
        if (error == Errno.None && !Hostname.IsWithinBounds(text.Length))
        {
            error = Errno.EINVAL;
        }

        if (error == Errno.None)
        {
            WriteHostname(caller.Credentials.Prison, text);
        }

        return Replies.Of(error);
    }

    private static Errno Find(string name, out SysctlVariable variable, out PortVariable port) =>
        !Mib.TryFind(name, out variable, out port) ? Errno.ENOENT
        : variable == SysctlVariable.Node ? Errno.EISDIR
        : Errno.None;

    private Errno CheckWriting(
        Process caller, string name, SysctlTraits kind, out SysctlVariable variable, out PortVariable port)
    {
        Errno error = Find(name, out variable, out port);
        if (error != Errno.None)
        {
            return error;
        }

        SysctlTraits traits = SysctlRule.TraitsOf(variable);
        bool isReadOnly = (traits & SysctlTraits.ReadOnly) != 0;
        return isReadOnly || !MayWrite(caller.Credentials, traits) ? Errno.EPERM
            : (traits & SysctlTraits.IsText) != kind ? Errno.EINVAL
            : Errno.None;
    }

    /// <summary>A prison's own variable is the host's to forbid (J5).</summary>
    private bool MayWrite(in Credentials caller, SysctlTraits traits)
    {
        bool isForbidden = caller.IsJailed && jail.SetHostnameAllowed == 0;
        return Privileges.Check(caller, SysctlRule.NeededFor(traits)) && !isForbidden;
    }

    private string ReadText(in Credentials caller, SysctlVariable variable) => variable switch
    {
        SysctlVariable.OsType => "FreeBSD",
        SysctlVariable.OsRelease => "4.0-CURRENT",
        SysctlVariable.Hostname => caller.Prison?.Hostname ?? jail.Hostname,
        _ => listings.Read(variable, caller),
    };

    private int ReadNumber(SysctlVariable variable, PortVariable port) => variable switch
    {
        SysctlVariable.MaxProcesses => maxProcesses,
        SysctlVariable.ChrootAllowOpenDirectories => openDirectories.Allowed,
        SysctlVariable.SetHostnameAllowed => jail.SetHostnameAllowed,
        SysctlVariable.UnixIpRouteOnly => jail.UnixIpRouteOnly,
        _ => ports.Ranges.Get(port),
    };

    private void WriteNumber(SysctlVariable variable, PortVariable port, int value)
    {
        switch (variable)
        {
            case SysctlVariable.ChrootAllowOpenDirectories:
                openDirectories.Allowed = value;
                break;
            case SysctlVariable.SetHostnameAllowed:
                jail.SetHostnameAllowed = value;
                break;
            case SysctlVariable.UnixIpRouteOnly:
                jail.UnixIpRouteOnly = value;
                break;
            default:
                ports.Ranges = ports.Ranges.With(port, value);
                break;
        }
    }

    private void WriteHostname(Prison? prison, string name)
    {
        if (prison is null)
        {
            jail.Hostname = name;
        }
        else
        {
            prison.Hostname = name;
        }
    }
}
