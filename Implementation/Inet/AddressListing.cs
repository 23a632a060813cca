using Verify.Abi;
using Verify.Implementation.Inet.Routing;

namespace Verify.Implementation.Inet;

/// <summary>What SIOCGIFCONF lists: ifconf.</summary>
internal static class AddressListing
{
    /// <summary>sizeof(struct ifreq), of which the address takes a part: sizeof(struct sockaddr).</summary>
    private const int EntryLength = 32;
    private const int AddressLength = 16;

    /// <summary>IFNAMSIZ.</summary>
    private const int NameLength = 16;

    /// <summary>
    /// Lists the interfaces, each with its link-level address and then those of the Internet, as many as there is room
    /// for. Of the latter a prison sees only its own (J9). False for a name that has no room in an entry.
    /// </summary>
    public static bool TryList(Interfaces interfaces, Ipv4? onlyAddress, int room, out string text)
    {
        List<string> entries = [];
        foreach (Card card in interfaces.Cards)
        {
            if (room > EntryLength && card.Name.Length >= NameLength)
            {
                text = "";
                return false;
            }

            bool hasRoom = room > EntryLength && TryAddLink(entries, card, ref room);
            foreach (InetAddress own in interfaces.Addresses)
            {
                bool isSeen = onlyAddress is null || own.Address == onlyAddress;
                if (hasRoom && room > EntryLength && isSeen && ReferenceEquals(own.Card, card))
                {
                    entries.Add($"{card.Name} {own.Address}");
                    room -= EntryLength;
                }
            }
        }

        text = string.Join(", ", entries);
        return true;
    }

    /// <summary>Room for what an entry lacks of its address is taken even if the rest does not fit.</summary>
    private static bool TryAddLink(List<string> entries, Card card, ref int room)
    {
        int more = LinkAddress.LengthOf(card) - AddressLength;
        if (room < more)
        {
            return false;
        }

        room -= more;
        if (room < EntryLength)
        {
            return false;
        }

        room -= EntryLength;
        entries.Add($"{card.Name} link");
        return true;
    }
}
