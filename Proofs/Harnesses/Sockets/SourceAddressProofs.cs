using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>The source address that a host chooses for a socket without one.</summary>
internal static class SourceAddressProofs
{
    [Proof("J2", "The source is the local address with the longest matching prefix, among equals the first, and "
        + "without a match the first that is not a loopback address. A local address is its own source.",
        Bound = "three interface addresses and one loopback address at any place among them; any addresses, equal "
        + "ones included, and any prefixes",
        Mutant = "source-of-last-equal")]
    public static void LongestPrefixMatch(
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
        bool isOwn = false;
        for (int i = 0; i < all.Length; i++)
        {
            bool isCloser = IsIn(destination, all[i]) & all[i].PrefixLength > longest;
            best = isCloser ? i : best;
            longest = isCloser ? all[i].PrefixLength : longest;
            isOwn |= all[i].Address == destination;
        }

        var interfaces = new Interfaces(world, new Clock());
        interfaces.Changes.AddRoutesOfAddresses();
        interfaces.Changes.AddDefaultRoute();
        Proof.Assert(interfaces.SourceFor(destination)
            == (isOwn ? destination : (best < 0 ? all[card] : all[best]).Address));
    }

    private static Interface Interface(int index, int loopback, InterfaceAddress[] all) => index == loopback
        ? new Interface("lo0", [all[index] with { PrefixLength = 8 }])
        : new Interface("fxp0", [all[index]]);

    private static bool IsIn(Ipv4 destination, InterfaceAddress own) =>
        ((ulong)(destination.Value ^ own.Address.Value) >> 32 - own.PrefixLength) == 0;
}
