using Verify.Abi;
using Verify.Implementation.Jail;

namespace Verify.Proofs.Harnesses;

/// <summary>What a superuser may, in a prison and outside, for every user and every privilege.</summary>
internal static class PrisonPrivileges
{
    [Proof("J4", "Only user 0 has privileges: outside a prison all of them, inside those that the table allows.",
        Bound = "what Privileges.Allows says; the calls that ask it are proofs of their own, see PrisonCalls",
        Mutant = "mount-in-prison")]
    public static void TruthTable(int uid, bool inPrison, Privilege privilege) =>
        Proof.Assert(Privileges.Allows(uid, inPrison, privilege) == (uid == 0 && !(inPrison && IsDenied(privilege))));

    [Proof("J5", "A hostname has 0 to 255 characters.",
        Bound = "what Hostname.IsWithinBounds says of a length", Mutant = "hostname-256")]
    public static void HostnameBounds(int length) =>
        Proof.Assert(Hostname.IsWithinBounds(length) == (length >= 0 && length <= 255));

    private static bool IsDenied(Privilege privilege) => privilege
        is Privilege.MakeDevice or Privilege.Mount or Privilege.Unmount or Privilege.Quota or Privilege.RawSocket
        or Privilege.WriteSysctl or Privilege.Jail or Privilege.Reboot or Privilege.SetTime or Privilege.LoadModule
        or Privilege.Swap or Privilege.Account or Privilege.ConfigureInterface or Privilege.ChangeRoute
        or Privilege.OpenPacketFilter or < 0 or > Privilege.OpenPacketFilter;
}
