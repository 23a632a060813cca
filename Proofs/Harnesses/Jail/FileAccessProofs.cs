using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Jail;

/// <summary>The accesses that a mode grants.</summary>
internal static class FileAccessProofs
{
    [Proof("J4", "One digit of a mode decides, whatever the others allow: the owner's for the owner, the group's for "
        + "members of the group, the last for others. The superuser has every access.",
        Bound = "a caller with one group, on the host", Mutant = "group-before-owner")]
    public static void OneClassDecides(int mode, int owner, int group, int uid, int gid, AccessModes wanted)
    {
        Proof.Assume(((int)wanted & ~7) == 0);
        int digit = (uid == owner ? mode / 64 : gid == group ? mode / 8 : mode) & 7;
        Proof.Assume(mode >= 0);
        var caller = new Credentials(uid, gid, prison: null);
        Proof.Assert(
            Access.Allows(caller, mode, owner, group, wanted) == (uid == 0 | (digit | (int)wanted) == digit));
    }
}
