using Verify.Implementation.Identity;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Jail;

/// <summary>The translation of addresses in a prison, for every prison and every address.</summary>
internal static class PrisonAddressProofs
{
    private const string Rules =
        "the result of PrisonAddress; the calls that use it are in PrisonIsolationProofs and BindProofs";
    private const uint Any = 0;
    private const uint Loopback = 0x7f00_0001;

    [Proof("G1", "A local address that a prison permits is always the prison's own.",
        Bound = Rules, Mutant = "bind-any-not-coerced")]
    public static void LocalIsPrisonAddress(uint prison, uint address)
    {
        Proof.Assume(PrisonAddress.TryCoerceLocal(prison, address, out uint coerced));
        Proof.Assert(coerced == prison);
    }

    [Proof("J2", "As a local address, INADDR_ANY and the prison's own are permitted, and no others.",
        Bound = Rules, Mutant = "bind-foreign-coerced")]
    public static void OtherLocalIsRefused(uint prison, uint address)
    {
        bool accepted = PrisonAddress.TryCoerceLocal(prison, address, out _);
        Proof.Assert(accepted == (address == Any || address == prison));
    }

    [Proof("J2", "As remote addresses, 127.0.0.1 and INADDR_ANY become the prison's own.",
        Bound = Rules, Mutant = "remote-loopback-not-coerced")]
    public static void RemoteLoopbackIsPrisonAddress(uint prison, bool any) =>
        Proof.Assert(PrisonAddress.CoerceRemote(prison, any ? Any : Loopback) == prison);

    [Proof("J2", "Every other remote address is kept.",
        Bound = Rules, Mutant = "remote-others-coerced")]
    public static void OtherRemoteIsKept(uint prison, uint address)
    {
        Proof.Assume(address is not (Loopback or Any));
        Proof.Assert(PrisonAddress.CoerceRemote(prison, address) == address);
    }
}
