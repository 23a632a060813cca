namespace Verify.Model.States;

/// <content>The hash of a network, which seldom changes: it is made once.</content>
public sealed partial class Network
{
    /// <summary>Equal for equal networks.</summary>
    internal ulong Digest => _digest.Value;

    private ulong Hashed()
    {
        var hash = new StateHash();
        foreach (Card card in Cards)
        {
            hash.Add((int)card.Flags);
            hash.Add(card.HasHadAddress ? 1 : 0);
        }

        hash.Add(Sites.Length);
        foreach (Site site in Sites)
        {
            hash.Add(CardOf(site.Interface).Index);
            hash.Add((ulong)site.Address.Value);
            hash.Add(site.NetworkPrefix);
            hash.Add(site.HasRoute ? 1 : 0);
        }

        foreach (Route route in Routes)
        {
            hash.Add((ulong)route.Destination.Value);
            hash.Add(route.Closeness);
            hash.Add((int)route.Flags);
            hash.Add(route.Gateway is { } gateway ? (ulong)gateway.Value : ulong.MaxValue);
            hash.Add(CardOf(route.Interface).Index);
            hash.Add((ulong)route.Local.Value);
            hash.Add(route.IsLocalGone ? 1 : 0);
            Add(ref hash, route.Metrics);
        }

        return (ulong)hash.Digest;
    }

    private static void Add(ref StateHash hash, MetricSet metrics)
    {
        hash.Add((ulong)metrics.Locks << 32 | metrics.Mtu);
        hash.Add((ulong)metrics.HopCount << 32 | metrics.Expires);
        hash.Add((ulong)metrics.ReceivePipe << 32 | metrics.SendPipe);
        hash.Add((ulong)metrics.Threshold << 32 | metrics.RoundTrip);
        hash.Add((ulong)metrics.RoundTripVariance);
    }
}
