using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>Which of its addresses a host sends from, where a socket has none.</summary>
internal static class SourceAddresses
{
    [Proof("J2", "The source is the own address whose network fits closest, the first of equals, or else the first of "
        + "a card; a loopback address fits itself alone.",
        Bound = "three addresses of cards and one of a loopback interface at any place among them; any addresses, "
            + "doubled ones too, and any prefixes", Mutant = "source-of-last-equal")]
    public static void FitsClosest(
        Ipv4 a, byte prefixA, Ipv4 b, byte prefixB, Ipv4 c, byte prefixC, Ipv4 loopback, byte place,
        Ipv4 destination)
    {
        Proof.Assume(place <= 3);
        InterfaceAddress[] all = new InterfaceAddress[4];
        int card = place == 0 ? 1 : 0;
        all[card] = new InterfaceAddress(a, HostState.PrefixOf(prefixA));
        all[place <= 1 ? 2 : 1] = new InterfaceAddress(b, HostState.PrefixOf(prefixB));
        all[place <= 2 ? 3 : 2] = new InterfaceAddress(c, HostState.PrefixOf(prefixC));
        all[place] = new InterfaceAddress(loopback, 32);
        var world = new World
        {
            Interfaces =
            [
                Interface(0, place, all), Interface(1, place, all), Interface(2, place, all), Interface(3, place, all),
            ],
        };

        int best = -1;
        int longest = -1;
        for (int i = 0; i < all.Length; i++)
        {
            bool isCloser = IsIn(destination, all[i]) & all[i].PrefixLength > longest;
            best = isCloser ? i : best;
            longest = isCloser ? all[i].PrefixLength : longest;
        }

        Ipv4 source = new Interfaces(world).SourceFor(destination);
        Proof.Assert(source == (best < 0 ? all[card] : all[best]).Address);
    }

    private static Interface Interface(int index, int loopback, InterfaceAddress[] all) => index == loopback
        ? new Interface("lo0", [all[index] with { PrefixLength = 8 }])
        : new Interface("fxp0", [all[index]]);

    private static bool IsIn(Ipv4 destination, InterfaceAddress own) =>
        ((ulong)(destination.Value ^ own.Address.Value) >> 32 - own.PrefixLength) == 0;
}
