using System.Collections.Immutable;
using System.Text;
using Verify.Abi;

namespace Verify.Implementation.Inet;

/// <summary>net.route.iflist.</summary>
internal static class InterfaceListing
{
    /// <summary>
    /// Lists each interface with its addresses, or with the one visible address only (J9): sysctl_iflist.
    /// </summary>
    public static string Visible(ImmutableArray<Interface> interfaces, Ipv4? onlyAddress)
    {
        var text = new StringBuilder();
        foreach (Interface card in interfaces)
        {
            text.Append(text.Length == 0 ? "" : "; ").Append(card.Name);
            foreach (InterfaceAddress address in card.Addresses)
            {
                if (onlyAddress is null || address.Address == onlyAddress)
                {
                    text.Append(' ').Append(address.Address).Append('/').Append(address.PrefixLength);
                }
            }
        }

        return text.ToString();
    }
}
