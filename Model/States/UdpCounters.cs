namespace Verify.Model.States;

/// <summary>
/// What UDP has counted since boot, modulo 2 to the power of 32: the fields of struct udpstat that change (S11), in its
/// order.
/// </summary>
/// <param name="Arrived">ipackets: datagrams that reached UDP.</param>
/// <param name="Damaged">badsum: those with a wrong checksum.</param>
/// <param name="Unmatched">noport: those to one address that no socket matched.</param>
/// <param name="UnmatchedToMany">noportbcast: those to many that no socket matched.</param>
/// <param name="WithoutRoom">fullsock: sockets that matched a datagram and had no room for it.</param>
/// <param name="Left">opackets: datagrams that UDP handed to IP.</param>
public readonly record struct UdpCounters(
    uint Arrived, uint Damaged, uint Unmatched, uint UnmatchedToMany, uint WithoutRoom, uint Left)
{
    /// <summary>The two together.</summary>
    public UdpCounters Plus(in UdpCounters other) => unchecked(new(
        Arrived + other.Arrived,
        Damaged + other.Damaged,
        Unmatched + other.Unmatched,
        UnmatchedToMany + other.UnmatchedToMany,
        WithoutRoom + other.WithoutRoom,
        Left + other.Left));

    /// <summary>What has been counted since other counters.</summary>
    public UdpCounters Since(in UdpCounters before) => unchecked(new(
        Arrived - before.Arrived,
        Damaged - before.Damaged,
        Unmatched - before.Unmatched,
        UnmatchedToMany - before.UnmatchedToMany,
        WithoutRoom - before.WithoutRoom,
        Left - before.Left));

    /// <summary>Adds them to the hash of a state.</summary>
    public void AddTo(ref StateHash hash)
    {
        hash.Add((ulong)Arrived << 32 | Damaged);
        hash.Add((ulong)Unmatched << 32 | UnmatchedToMany);
        hash.Add((ulong)WithoutRoom << 32 | Left);
    }

    /// <summary>As sysctl shows them: those that are not 0, by the names of FreeBSD.</summary>
    public override string ToString()
    {
        ReadOnlySpan<(string Name, uint Count)> all =
        [
            ("ipackets", Arrived), ("badsum", Damaged), ("noport", Unmatched), ("noportbcast", UnmatchedToMany),
            ("fullsock", WithoutRoom), ("opackets", Left),
        ];
        List<string> shown = [];
        foreach ((string name, uint count) in all)
        {
            if (count != 0)
            {
                shown.Add($"{name} {count}");
            }
        }

        return string.Join(", ", shown);
    }
}
