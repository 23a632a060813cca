using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Credentials;

/// <summary>How a privilege is granted or denied (J4).</summary>
internal static class PrivilegeRules
{
    public static readonly Rule PrivilegeOnHost = new(
        "J4.privilege", "The superuser outside any prison has every privilege.", "kern/kern_prot.c:suser_xxx");
    public static readonly Rule PrivilegeInPrison = new(
        "J4.privilege-in-prison", "The superuser in a prison has the privileges that prisons allow.",
        "kern/kern_prot.c:suser_xxx");
    public static readonly Rule PrivilegeNotInPrison = new(
        "J4.privilege-not-in-prison", "The superuser in a prison lacks the privileges that prisons deny.",
        "kern/kern_prot.c:suser_xxx");
    public static readonly Rule PrivilegeNotUsers = new(
        "J4.privilege-not-users", "A user other than the superuser has no privilege.", "kern/kern_prot.c:suser_xxx");

    /// <summary>True if the caller has a privilege; records the rule that grants or denies it.</summary>
    public static bool Grants(this ref CallCheck check, Process caller, Privilege privilege)
    {
        bool granted = caller.Has(privilege);
        bool jailed = caller.Prison is not null;
        check.Use(granted ? jailed ? PrivilegeInPrison : PrivilegeOnHost
            : caller.IsSuperuser ? PrivilegeNotInPrison
            : PrivilegeNotUsers);
        return granted;
    }
}
