using System.Collections.Immutable;
using System.Text;
using Verify.Abi;

namespace Verify.Implementation.Inet;

/// <summary>net.route.iflist.</summary>
internal static class InterfaceListing
{
    /// <summary>
    /// Every interface with its addresses; where only one address is to be seen, the interfaces that have it, with
    /// nothing else of them (J9).
    /// </summary>
    public static string Visible(ImmutableArray<Interface> interfaces, Ipv4? onlyAddress)
    {
        var text = new StringBuilder();
        foreach (Interface card in interfaces)
        {
            int start = text.Length;
            text.Append(start == 0 ? "" : "; ").Append(card.Name);
            bool isSeen = onlyAddress is null;
            foreach (InterfaceAddress address in card.Addresses)
            {
                if (onlyAddress is null || address.Address == onlyAddress)
                {
                    text.Append(' ').Append(address.Address).Append('/').Append(address.PrefixLength);
                    isSeen = true;
                }
            }

            text.Length = isSeen ? text.Length : start;
        }

        return text.ToString();
    }
}
