using System.Text;
using Verify.Abi;
using Verify.Implementation.Inet.Routing;

namespace Verify.Implementation.Inet;

/// <summary>net.route.iflist.</summary>
internal static class InterfaceListing
{
    /// <summary>
    /// Lists each interface with its addresses, or with the one visible address only (J9): sysctl_iflist.
    /// </summary>
    public static string Visible(Interfaces interfaces, Ipv4? onlyAddress)
    {
        var text = new StringBuilder();
        foreach (Card card in interfaces.Cards)
        {
            text.Append(text.Length == 0 ? "" : "; ").Append(card.Name);
            foreach (InetAddress address in interfaces.Addresses)
            {
                if (ReferenceEquals(address.Card, card) && (onlyAddress is null || address.Address == onlyAddress))
                {
                    text.Append(' ').Append(address.Address).Append('/').Append(address.NetworkLength);
                }
            }
        }

        return text.ToString();
    }
}
