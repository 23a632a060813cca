using Verify.Abi;

namespace Verify.Implementation.Calls.Processes;

/// <summary>The sets of select(2) as a list for poll(2), and back: the flags of selscan.</summary>
internal static class SelectSets
{
    private const PollEvents Read = PollEvents.POLLRDNORM;
    private const PollEvents Write = PollEvents.POLLOUT;
    private const PollEvents Except = PollEvents.POLLRDBAND;

    /// <summary>NFDBITS: the descriptors of one word, which is copied as a whole.</summary>
    private const int Word = 32;

    /// <summary>What the sets ask for below the count, set by set.</summary>
    public static Few<PollEntry> Asked(Call.Select call)
    {
        Few<PollEntry> asked = default;
        Add(ref asked, call.Sets.Read, Read, call.Count);
        Add(ref asked, call.Sets.Write, Write, call.Count);
        Add(ref asked, call.Sets.Except, Except, call.Count);
        return asked;
    }

    /// <summary>The sets with what is ready.</summary>
    public static DescriptorSets Ready(Call.Select call, Few<PollEntry> ready) => new(
        Replace(call.Sets.Read, Read, call.Count, ready),
        Replace(call.Sets.Write, Write, call.Count, ready),
        Replace(call.Sets.Except, Except, call.Count, ready));

    private static void Add(ref Few<PollEntry> asked, DescriptorSet? set, PollEvents events, int count)
    {
        for (int fd = 0; set is { } given && fd < count; fd++)
        {
            if (given.Has(fd))
            {
                asked = asked.With(new PollEntry(fd, events));
            }
        }
    }

    /// <summary>Words that the count does not reach stay as they are.</summary>
    private static DescriptorSet? Replace(DescriptorSet? set, PollEvents events, int count, Few<PollEntry> ready)
    {
        if (set is not { } given)
        {
            return null;
        }

        int copied = (count + Word - 1) / Word * Word;
        var replaced = new DescriptorSet(given.Bits >> copied << copied);
        for (int i = 0; i < ready.Count; i++)
        {
            replaced = ready[i].Events == events ? replaced.With(ready[i].Fd) : replaced;
        }

        return replaced;
    }
}
