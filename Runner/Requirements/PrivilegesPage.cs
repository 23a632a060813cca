using System.Text;
using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Properties.Reference;

namespace Verify.Runner.Requirements;

/// <summary>The page that holds the table of privileges against the places where FreeBSD 4.0 asks (J4).</summary>
internal static class PrivilegesPage
{
    public static string Of(IReadOnlyList<PrivilegePlace> places)
    {
        ILookup<Privilege, PrivilegePlace> asked = places.ToLookup(place => place.Privilege);
        Privilege[] all = Enum.GetValues<Privilege>();
        int inPrisons = all.Count(Privileges.IsAllowedInPrisons);
        var page = new StringBuilder();
        page.Append("# What a superuser may, in a prison and outside\n\n");
        page.Append("Made by `./verify privileges > docs/privileges.md`; a test holds this page against what there is.\n\n");
        page.Append($"FreeBSD 4.0 asks in {places.Count} places (`corpus/privileges.txt`), for {all.Length} things. ");
        page.Append("Outside every prison a superuser has them\n");
        page.Append($"all; inside, {inPrisons}. Process 2 in the examples is in a prison or not, and process 3 is ");
        page.Append("another user's beside it. Who lacks the\nprivilege gets what the fourth column says.\n\n");
        page.Append("| privilege | in a prison | in 4.0 | without it | exercised by | deviation |\n");
        page.Append("|---|---|---|---|---|---|\n");
        foreach (Privilege privilege in all)
        {
            AppendRow(page, privilege, [.. asked[privilege]]);
        }

        page.Append("\n## Where 4.0 asks\n\n");
        page.Append("Below sys/ of 4.0-RELEASE. In brackets how, where it is not suser(), which denies every prison:\n\n");
        page.Append("- prison-root: suser_xxx() with PRISON_ROOT, which lets a prison's superuser through;\n");
        page.Append("- credentials: suser_xxx() without a process, which does not notice prisons;\n");
        page.Append("- uid: the user id is compared with 0; prison: only the prison is looked at;\n");
        page.Append("- inverted: suser(), and whom it refuses gets through.\n\n");
        foreach (Privilege privilege in all)
        {
            WrappedList.Append(page, $"{privilege}", [.. asked[privilege].Select(Name)]);
        }

        return page.ToString();
    }

    private static void AppendRow(StringBuilder page, Privilege privilege, PrivilegePlace[] asked)
    {
        PrivilegedCall[] calls = [.. PrivilegedCall.All.Where(call => call.Privilege == privilege)];
        bool isGranted = Array.TrueForAll(asked, place => place.IsInPrison);
        page.Append($"| {privilege} | {Word(Privileges.IsAllowedInPrisons(privilege))} | {Word(isGranted)} | ");
        page.Append(string.Join(", ", calls.Select(Refusal).Distinct())).Append(" | ");
        page.Append(string.Join(", ", calls.Select(call => $"`{call.Call}`"))).Append(" | ");
        page.Append(PrivilegeDeviations.All.GetValueOrDefault(privilege, "")).Append(" |\n");
    }

    private static string Name(PrivilegePlace place) =>
        place.Form == "suser" ? $"{place}" : $"{place} ({place.Form})";

    private static string Refusal(PrivilegedCall call) => call.Denied == Errno.None ? "less" : $"{call.Denied}";

    private static string Word(bool isAllowed) => isAllowed ? "allowed" : "denied";
}
