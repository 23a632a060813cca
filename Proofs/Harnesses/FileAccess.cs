using Verify.Implementation.Files;

namespace Verify.Proofs.Harnesses;

/// <summary>Who a mode lets do what.</summary>
internal static class FileAccess
{
    [Proof("J4", "One digit of a mode decides, whatever the others allow: the owner's for the owner, else the group's for "
        + "its group, else the last.",
        Mutant = "group-before-owner")]
    public static void OneClassDecides(int mode, int owner, int group, int uid, int gid, Rights wanted)
    {
        Proof.Assume(((int)wanted & ~7) == 0);
        int digit = (uid == owner ? mode / 64 : gid == group ? mode / 8 : mode) & 7;
        Proof.Assume(mode >= 0);
        Proof.Assert(Access.Allows(mode, uid == owner, gid == group, wanted) == ((digit | (int)wanted) == digit));
    }
}
