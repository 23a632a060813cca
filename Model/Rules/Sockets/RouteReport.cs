using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Rules.Sockets;

/// <summary>The answer to RTM_GET and RTM_DELETE: a route, written over the request (net/rtsock.c:rt_msg2).</summary>
internal static class RouteReport
{
    /// <summary>
    /// The answer. It shows interface and address if one of them was asked for, and keeps the length of the request if
    /// that is longer.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="route">The route.</param>
    /// <param name="request">The header of the request.</param>
    /// <param name="message">The request.</param>
    public static Data Of(Network network, Route route, RoutingHeader request, Data message)
    {
        Card card = network.CardOf(route.Interface);
        byte[] addresses = SocketAddresses.Of(route, card, out RouteParts parts);
        bool showsInterface = (request.Parts & (RouteParts.Interface | RouteParts.Local)) != 0;
        if (showsInterface)
        {
            parts |= RouteParts.Interface | RouteParts.Local;
            addresses = [.. addresses, .. LinkAddresses.Of(card), .. SocketAddresses.Of(route.Local)];
        }

        int length = RoutingHeader.Size + addresses.Length;
        byte[] answer = request.Bytes.PaddedTo(Math.Max(length, message.Length)).ToArray();
        addresses.CopyTo(answer, RoutingHeader.Size);
        return new RoutingHeader(answer)
        {
            Length = length,
            Index = showsInterface ? card.Index : request.Index,
            Flags = route.Flags | RouteOptions.RTF_DONE,
            Parts = parts,
            Metrics = route.Metrics,
        }.Bytes;
    }
}
