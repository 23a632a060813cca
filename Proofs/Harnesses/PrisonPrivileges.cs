using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Proofs.Claims;

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

    // By kind: what a prison's superuser may is about the prison's own ids, processes, files, terminals, ports and name.
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
