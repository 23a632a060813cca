using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Inet.Raw;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Sysctl;

/// <summary>
/// sysctl(3) by name or number: sysctl_root of kern_sysctl.c. Any process may read and gets the values of its own
/// prison. The errors of the name come first, then EPERM for writing, then those of the variable.
/// </summary>
internal sealed class SysctlCalls(
    SysctlListings listings,
    PortVariables ports,
    RawVariables raw,
    JailVariables jail,
    OpenDirectories openDirectories,
    int maxProcesses)
{
    public Outcome Read(Process caller, string name)
    {
        Errno error = SysctlTree.Find(name, out SysctlNode node, out int[] arguments);
        return error != Errno.None ? Outcome.Failed(error)
            : (node.Flags & SysctlFlags.TakesArguments) != 0 ? listings.Read(node.Variable!.Value, arguments, caller)
            : (node.Flags & SysctlFlags.IsText) != 0 ? Outcome.Read(ReadText(caller, node.Variable!.Value))
            : Outcome.Returned(ReadNumber(node.Variable!.Value));
    }

    public Outcome Write(Process caller, string name, int value)
    {
        Errno error = CheckWriting(caller, name, SysctlFlags.None, out SysctlNode node);
        if (error == Errno.None)
        {
            WriteNumber(node.Variable!.Value, value);
        }

        return Replies.Of(error);
    }

    public Outcome Write(Process caller, string name, string text)
    {
        Errno error = CheckWriting(caller, name, SysctlFlags.IsText, out _);
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

    private Errno CheckWriting(Process caller, string name, SysctlFlags kind, out SysctlNode node)
    {
        Errno error = SysctlTree.Find(name, out node, out _);
        return error != Errno.None ? error
            : (node.Flags & SysctlFlags.ReadOnly) != 0 || !MayWrite(caller.Credentials, node.Flags) ? Errno.EPERM
            : (node.Flags & SysctlFlags.IsText) != kind ? Errno.EINVAL
            : Errno.None;
    }

    /// <summary>A prison may write its own variables unless the host forbids it (J5).</summary>
    private bool MayWrite(in Credentials caller, SysctlFlags flags)
    {
        bool isOfPrison = (flags & SysctlFlags.PerPrison) != 0;
        bool isForbidden = caller.IsJailed && jail.SetHostnameAllowed == 0;
        return Privileges.Allows(caller, isOfPrison ? Privilege.SetHostname : Privilege.WriteSysctl) && !isForbidden;
    }

    private string ReadText(Process caller, SysctlKey variable) => variable switch
    {
        SysctlKey.OsType => "FreeBSD",
        SysctlKey.OsRelease => "4.0-CURRENT",
        SysctlKey.Hostname => caller.Credentials.Prison?.Hostname ?? jail.Hostname,
        _ => listings.Read(variable, caller.Credentials),
    };

    private int ReadNumber(SysctlKey variable) => variable switch
    {
        SysctlKey.MaxProcesses => maxProcesses,
        SysctlKey.ChrootAllowOpenDirectories => openDirectories.Allowed,
        SysctlKey.SetHostnameAllowed => jail.SetHostnameAllowed,
        SysctlKey.UnixIpRouteOnly => jail.UnixIpRouteOnly,
        SysctlKey.RawMaxDatagram => raw.MaxDatagram,
        SysctlKey.RawReceiveSpace => raw.ReceiveSpace,
        _ => ports.Ranges.Get(PortOf(variable)),
    };

    private void WriteNumber(SysctlKey variable, int value)
    {
        switch (variable)
        {
            case SysctlKey.ChrootAllowOpenDirectories:
                openDirectories.Allowed = value;
                break;
            case SysctlKey.SetHostnameAllowed:
                jail.SetHostnameAllowed = value;
                break;
            case SysctlKey.UnixIpRouteOnly:
                jail.UnixIpRouteOnly = value;
                break;
            case SysctlKey.RawMaxDatagram:
                raw.MaxDatagram = value;
                break;
            case SysctlKey.RawReceiveSpace:
                raw.ReceiveSpace = value;
                break;
            default:
                ports.Ranges = ports.Ranges.With(PortOf(variable), value);
                break;
        }
    }

    private static PortVariable PortOf(SysctlKey variable) => (PortVariable)(variable - SysctlKey.PortFirst);

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
