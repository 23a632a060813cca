namespace Verify.Implementation.Inet.Routing;

/// <summary>What is known of the path of a route: struct rt_metrics. Nothing here acts on it.</summary>
internal struct RouteMetrics
{
    /// <summary>RTV_MTU and those after it: the bits of rtm_inits and rmx_locks.</summary>
    private const int MtuBit = 0x1;
    private const int HopCountBit = 0x2;
    private const int ExpireBit = 0x4;
    private const int ReceivePipeBit = 0x8;
    private const int SendPipeBit = 0x10;
    private const int ThresholdBit = 0x20;
    private const int RoundTripBit = 0x40;
    private const int VarianceBit = 0x80;

    /// <summary>Which of them may not change: rmx_locks.</summary>
    public int Locks;

    public int Mtu;
    public int HopCount;
    public int Expire;
    public int ReceivePipe;
    public int SendPipe;
    public int Threshold;
    public int RoundTrip;
    public int Variance;

    /// <summary>Takes over the chosen values: rt_setmetrics.</summary>
    public void Set(int which, in RouteMetrics from)
    {
        Mtu = (which & MtuBit) != 0 ? from.Mtu : Mtu;
        HopCount = (which & HopCountBit) != 0 ? from.HopCount : HopCount;
        Expire = (which & ExpireBit) != 0 ? from.Expire : Expire;
        ReceivePipe = (which & ReceivePipeBit) != 0 ? from.ReceivePipe : ReceivePipe;
        SendPipe = (which & SendPipeBit) != 0 ? from.SendPipe : SendPipe;
        Threshold = (which & ThresholdBit) != 0 ? from.Threshold : Threshold;
        RoundTrip = (which & RoundTripBit) != 0 ? from.RoundTrip : RoundTrip;
        Variance = (which & VarianceBit) != 0 ? from.Variance : Variance;
    }

    /// <summary>Locks the chosen values, or lets go of them.</summary>
    public void Lock(int which, int locks) => Locks = (Locks & ~which) | (which & locks);
}
