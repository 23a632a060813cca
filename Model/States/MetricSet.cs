namespace Verify.Model.States;

/// <summary>The metrics of a route (net/route.h: rt_metrics); nothing but a message looks at most of them.</summary>
/// <param name="Locks">Which of them the kernel may not change.</param>
/// <param name="Mtu">The longest packet, in bytes.</param>
/// <param name="HopCount">The number of hops.</param>
/// <param name="Expires">When the route ends, in seconds.</param>
/// <param name="ReceivePipe">The delay-bandwidth product inwards.</param>
/// <param name="SendPipe">The delay-bandwidth product outwards.</param>
/// <param name="Threshold">The slow start threshold.</param>
/// <param name="RoundTrip">The round trip time.</param>
/// <param name="RoundTripVariance">Its variance.</param>
internal readonly record struct MetricSet(
    uint Locks,
    uint Mtu,
    uint HopCount,
    uint Expires,
    uint ReceivePipe,
    uint SendPipe,
    uint Threshold,
    uint RoundTrip,
    uint RoundTripVariance);
