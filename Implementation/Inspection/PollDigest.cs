using Verify.Abi;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Inspection;

/// <summary>Hashes what a process that sleeps in poll(2) or select(2) asks for, and until when.</summary>
internal static class PollDigest
{
    public static void Add(ref StateHash hash, in SleepingCall sleeping)
    {
        hash.Add((ulong)sleeping.End);
        hash.Add(sleeping.Polled.Count);
        for (int i = 0; i < sleeping.Polled.Count; i++)
        {
            hash.Add(sleeping.Polled[i].Fd);
            hash.Add((int)sleeping.Polled[i].Events);
        }

        if (sleeping.Call is Call.Select select)
        {
            hash.Add(select.Count);
            Add(ref hash, select.Sets.Read);
            Add(ref hash, select.Sets.Write);
            Add(ref hash, select.Sets.Except);
        }
    }

    /// <summary>What is beyond the count comes back as it is.</summary>
    private static void Add(ref StateHash hash, DescriptorSet? set)
    {
        hash.Add(set is null ? 0 : 1);
        foreach (int fd in set?.All ?? [])
        {
            hash.Add(fd);
        }

        hash.Add(-1);
    }
}
