using System.Text;

namespace Verify.Runner.Requirements;

/// <summary>docs/jail.md: the rules, tests, proofs, mutants and traces of each requirement of the jail.</summary>
internal static class RequirementsPage
{
    public static string Of(Evidence evidence)
    {
        var page = new StringBuilder();
        page.Append("# The jail, requirement by requirement\n\n");
        page.Append("Made by `./verify requirements > docs/jail.md`; a test compares this page with the code.\n\n");
        page.Append("| | subject | rules | tests | proofs | mutants | traces |\n|---|---|--:|--:|--:|--:|--:|\n");
        foreach (Requirement requirement in Requirement.OfJail)
        {
            page.Append($"| {requirement.Id} | {requirement.Text} |");
            foreach ((_, IReadOnlyList<string> names) in evidence.Of(requirement.Id))
            {
                page.Append($" {names.Count} |");
            }

            page.Append('\n');
        }

        foreach (Requirement requirement in Requirement.OfJail)
        {
            page.Append($"\n## {requirement.Id}: {requirement.Text}\n");
            foreach ((string kind, IReadOnlyList<string> names) in evidence.Of(requirement.Id))
            {
                WrappedList.Append(page, kind, names);
            }
        }

        return page.ToString();
    }
}
