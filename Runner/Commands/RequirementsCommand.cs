using System.CommandLine;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Verify.Runner.Requirements;

namespace Verify.Runner.Commands;

/// <summary><c>requirements</c>: prints the rules, tests, proofs, mutants and traces of the jail.</summary>
internal sealed class RequirementsCommand : Command
{
    public RequirementsCommand(CommandContext context)
        : base("requirements", "Prints docs/jail.md: the evidence for each requirement of the jail.") =>
        SetAction(_ =>
        {
            context.Terminal.Output.Write(RequirementsPage.Of(new Evidence(context.Repository)));
            return ExitCode.Clean;
        });
}
