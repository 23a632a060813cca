using Verify.Implementation;
using Verify.Properties.Campaigns;

namespace Verify.Bench;

/// <summary>
/// Checks that a campaign's memory does not grow: ten million calls, with a sample after each million.
/// </summary>
internal static class MemoryGrowth
{
    private const int Millions = 10;

    /// <summary>In bytes: the running batches hold more or less at the moment of a sample.</summary>
    private const long Tolerance = 2 << 20;

    public static int Run()
    {
        var alive = new List<long>();
        long step = 1_000_000;
        var progress = new Sampler(calls =>
        {
            if (calls >= (alive.Count + 1) * step)
            {
                alive.Add(GC.GetTotalMemory(forceFullCollection: true));
                Console.WriteLine($"{alive.Count,3} million calls: {alive[^1] / 1024,8:N0} KiB alive");
            }
        });
        CampaignReport report = Campaign.Run(
            new CampaignOptions { Calls = Millions * step, Threads = 1 }, world => new Machine(world), progress);

        long early = alive.Take(Millions / 2).Max();
        long late = alive.Skip(Millions / 2).Max();
        bool flat = late - early < Tolerance;
        Console.WriteLine($"{report.Counts.Calls:N0} calls, {(flat ? "flat" : "growing")}");
        return flat ? 0 : 1;
    }

    private sealed class Sampler(Action<long> sample) : IProgress<CampaignProgress>
    {
        public void Report(CampaignProgress value) => sample(value.Calls);
    }
}
