using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Jail;

/// <summary>The privileges of a superuser, in a prison and outside, for every user and every privilege.</summary>
internal static class PrisonPrivilegeProofs
{
    [Proof("J4", "Only user 0 has privileges: outside a prison all of them, inside those that the table permits.",
        Bound = "the result of Privileges.Allows; the calls that use it are proofs of their own, see "
        + "PrisonCallProofs",
        Mutant = "mount-in-prison")]
    public static void TruthTable(int uid, bool inPrison, Privilege privilege) =>
        Proof.Assert(Privileges.Allows(uid, inPrison, privilege) == (uid == 0 && !(inPrison && IsDenied(privilege))));

    [Proof("J5", "A host name has 0 to 255 characters.",
        Bound = "the result of Hostname.IsWithinBounds for a length", Mutant = "hostname-256")]
    public static void HostnameBounds(int length) =>
        Proof.Assert(Hostname.IsWithinBounds(length) == (length >= 0 && length <= 255));

    // A prison's superuser has privileges over the prison's ids, processes, files, terminals, ports and host name.
    private static bool IsDenied(Privilege privilege) => privilege
        is not (Privilege.SetUser or Privilege.SetGroup or Privilege.SetLogin or Privilege.SetHostname
        or Privilege.RaiseLimit or Privilege.RaisePriority or Privilege.SetOthersPriority or Privilege.SignalOthers
        or Privilege.KTraceOthers or Privilege.LastProcess or Privilege.ExceedProcessLimit
        or Privilege.OverrideModes or Privilege.OverrideSticky or Privilege.ChangeOthersMode or Privilege.ChangeOwner
        or Privilege.ChangeFlags or Privilege.SetTimes or Privilege.SetSpecialModes or Privilege.KeepSpecialModes
        or Privilege.SeeFileHandles or Privilege.ExceedQuota or Privilege.UseReservedSpace or Privilege.ChangeRoot
        or Privilege.MakeFifo or Privilege.RevokeOthers
        or Privilege.LowPort or Privilege.LowRange or Privilege.ShareOthersPorts);
}
