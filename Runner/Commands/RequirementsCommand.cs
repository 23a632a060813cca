using System.CommandLine;
using Verify.Runner.Requirements;

namespace Verify.Runner.Commands;

/// <summary><c>requirements</c>: for each requirement of the jail its rules, tests, proofs, mutants and traces.</summary>
internal sealed class RequirementsCommand : Command
{
    public RequirementsCommand(Session session)
        : base("requirements", "Prints docs/jail.md: what there is for each requirement of the jail.") =>
        SetAction(_ =>
        {
            session.Terminal.Output.Write(RequirementsPage.Of(new Evidence(session.Repository)));
            return ExitCode.Clean;
        });
}
