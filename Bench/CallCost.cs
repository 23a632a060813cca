using System.Diagnostics;

namespace Verify.Bench;

/// <summary>What a call costs on average.</summary>
/// <param name="Time">Nanoseconds.</param>
/// <param name="Bytes">Bytes allocated by the process.</param>
internal readonly record struct CallCost(double Time, long Bytes)
{
    /// <summary>Measures.</summary>
    /// <param name="run">Makes calls, and returns how many.</param>
    public static CallCost Of(Func<long> run)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        long calls = run();
        double time = clock.Elapsed.TotalNanoseconds / calls;
        return new CallCost(time, (GC.GetTotalAllocatedBytes(precise: true) - before) / calls);
    }
}
