using Verify.Implementation.Kernel;

namespace Verify.Proofs.Harnesses;

/// <summary>Who sees whom.</summary>
internal static class PrisonSight
{
    [Proof("J6", "The host sees everybody; a prison sees those in it, and nobody of another with the same address.",
        Mutant = "prisons-told-by-address")]
    public static void IsOfTheSamePrison(HostState state, byte prison, int uid, byte other, int otherUid)
    {
        var host = new Host(state);
        Credentials viewer = host.Caller(prison, uid).Credentials;
        Credentials seen = host.Caller(other, otherUid).Credentials;
        Proof.Cover(!viewer.Sees(seen) & prison is 1 & other is 2, "one prison does not see another");
        Proof.Assert(viewer.Sees(seen) == (prison is not (1 or 2) | prison == other));
    }
}
