using System.Text;
using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Properties.Reference;

namespace Verify.Runner.Requirements;

/// <summary>docs/privileges.md: each privilege, and the places where FreeBSD 4.0 checks it (J4).</summary>
internal static class PrivilegesPage
{
    public static string Of(IReadOnlyList<PrivilegePlace> places)
    {
        ILookup<Privilege, PrivilegePlace> byPrivilege = places.ToLookup(place => place.Privilege);
        Privilege[] all = Enum.GetValues<Privilege>();
        int inPrisons = all.Count(Privileges.IsAllowedInPrisons);
        var page = new StringBuilder();
        page.Append("# The privileges of a superuser, in a prison and outside\n\n");
        page.Append("Made by `./verify privileges > docs/privileges.md`; a test compares this page with the code.\n\n");
        page.Append($"FreeBSD 4.0 checks {all.Length} privileges in {places.Count} places (`corpus/privileges.txt`). ");
        page.Append("A superuser\n");
        page.Append($"outside every prison has all of them, one in a prison {inPrisons}. In the examples the caller ");
        page.Append("is process 2, and process 3\nbelongs to another user. Without the privilege the call fails ");
        page.Append("with the error in the\nfourth column; `less` means that it succeeds with a reduced effect.\n\n");
        page.Append("| privilege | in a prison | in 4.0 | without it | exercised by | deviation |\n");
        page.Append("|---|---|---|---|---|---|\n");
        foreach (Privilege privilege in all)
        {
            AppendRow(page, privilege, [.. byPrivilege[privilege]]);
        }

        page.Append("\n## Where 4.0 checks\n\n");
        page.Append("Files are relative to sys/ of 4.0-RELEASE. ");
        page.Append("suser() refuses every prison; another check is in brackets:\n\n");
        page.Append("- prison-root: suser_xxx() with PRISON_ROOT, which allows a superuser in a prison;\n");
        page.Append("- credentials: suser_xxx() without a process, which ignores prisons;\n");
        page.Append("- uid: only the user id is compared with 0; prison: only the prison is checked;\n");
        page.Append("- inverted: the test of suser()'s result is the wrong way round, so a process without privilege ");
        page.Append("passes.\n\n");
        foreach (Privilege privilege in all)
        {
            WrappedList.Append(page, $"{privilege}", [.. byPrivilege[privilege].Select(Name)]);
        }

        return page.ToString();
    }

    private static void AppendRow(StringBuilder page, Privilege privilege, PrivilegePlace[] places)
    {
        PrivilegedCall[] calls = [.. PrivilegedCall.All.Where(call => call.Privilege == privilege)];
        bool isGranted = Array.TrueForAll(places, place => place.IsInPrison);
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
