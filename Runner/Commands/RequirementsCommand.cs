using System.CommandLine;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Verify.Runner.Requirements;

namespace Verify.Runner.Commands;

/// <summary><c>requirements</c>: for each requirement of the jail its rules, tests, proofs, mutants and traces.</summary>
internal sealed class RequirementsCommand : Command
{
    public RequirementsCommand(CommandContext context)
        : base("requirements", "Prints docs/jail.md: what there is for each requirement of the jail.") =>
        SetAction(_ =>
        {
            context.Terminal.Output.Write(RequirementsPage.Of(new Evidence(context.Repository)));
            return ExitCode.Clean;
        });
}
