using System.CommandLine;
using Verify.Properties.Reference;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Verify.Runner.Requirements;

namespace Verify.Runner.Commands;

/// <summary><c>privileges</c>: the privileges of a superuser, and where FreeBSD 4.0 checks them.</summary>
internal sealed class PrivilegesCommand : Command
{
    public PrivilegesCommand(CommandContext context)
        : base(
            "privileges",
            "Prints docs/privileges.md: a superuser's privileges in a prison, and where FreeBSD 4.0 checks them.") =>
        SetAction(_ =>
        {
            context.Terminal.Output.Write(PrivilegesPage.Of(PrivilegePlace.Load(context.Repository.Corpus)));
            return ExitCode.Clean;
        });
}
