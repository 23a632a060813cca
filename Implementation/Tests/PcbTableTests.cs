using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Shouldly;
using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;
using Verify.Properties.Reference;
using Xunit;

namespace Verify.Implementation.Tests;

/// <summary>G5: the hash tables and a linear list give the same answer to every query after every change.</summary>
public sealed class PcbTableTests
{
    /// <summary>17 and 33 share a chain with 1 in a table of 16 buckets.</summary>
    private static readonly ushort[] Ports = [1, 2, 17, 33];
    private static readonly Ipv4[] Addresses = [Ipv4.Any, Ipv4.Of(10, 0, 0, 1), Ipv4.Of(10, 0, 0, 17)];

    private static readonly Endpoint[] LocalEnds =
        [.. from address in Addresses from port in Ports select new Endpoint(address, port)];

    private static readonly Endpoint[] ForeignEnds =
        [Endpoint.None, .. from address in Addresses[1..] from port in Ports select new Endpoint(address, port)];

    public static Arbitrary<Change[]> Changes() => Arb.From(
        from changes in (
            from kind in Gen.Frequency(
                (3, Gen.Constant(Kind.Insert)), (3, Gen.Constant(Kind.Rehash)), (1, Gen.Constant(Kind.Remove)))
            from which in Gen.Choose(0, 100)
            from local in Gen.Elements(LocalEnds)
            from foreign in Gen.Elements(ForeignEnds)
            select new Change(kind, which, local, foreign)).ListOf()
        select changes.ToArray());

    [Property(Replay = "1,1", Arbitrary = [typeof(PcbTableTests)], MaxTest = 200)]
    public void Hashed_and_linear_look_ups_agree_in_16_buckets(Change[] changes) => Agree(changes, buckets: 16);

    [Property(Replay = "1,1", Arbitrary = [typeof(PcbTableTests)], MaxTest = 100)]
    public void Hashed_and_linear_look_ups_agree_in_one_bucket(Change[] changes) => Agree(changes, buckets: 1);

    [Fact]
    public void Without_memory_for_a_port_head_nothing_is_inserted()
    {
        var table = new PcbTable("pcb", 16, maxPcbs: 10, new Zone<PortHead>("porthead", limit: 1));
        Pcb first = Bound(table, LocalEnds[0]);
        Pcb sharing = Bound(table, LocalEnds[0]);
        Pcb second = table.Allocate(new Socket())!;
        second.Local = LocalEnds[1];

        table.InsertHash(second).ShouldBeFalse();

        second.PortHead.ShouldBeNull();
        table.LookupLocal(LocalEnds[1].Address, LocalEnds[1].Port, wildcard: true).ShouldBeNull();
        table.LookupLocal(LocalEnds[1].Address, LocalEnds[1].Port, wildcard: false).ShouldBeNull();
        table.Statistics.ShouldBe(new PcbStatistics(Inserts: 2, Rehashes: 0, Removes: 0));

        table.Free(first);
        table.InsertHash(second).ShouldBeFalse();
        table.Free(sharing);
        table.InsertHash(second).ShouldBeTrue();
    }

    [Fact]
    public void A_rehash_that_changes_nothing_is_counted_as_redundant()
    {
        var table = new PcbTable("pcb", 16, maxPcbs: 10, new Zone<PortHead>("porthead"));
        Pcb pcb = Bound(table, LocalEnds[0]);

        table.Rehash(pcb, pcb.Local.Address, ForeignEnds[1]);
        table.Rehash(pcb, pcb.Local.Address, ForeignEnds[1]);

        table.Statistics.ShouldBe(new PcbStatistics(Inserts: 1, Rehashes: 2, Removes: 0, Redundant: 1));
    }

    private static void Agree(Change[] changes, int buckets)
    {
        var hashed = new PcbTable("pcb", buckets, int.MaxValue, new Zone<PortHead>("porthead"));
        var linear = new LinearPcbList();
        List<(Pcb Pcb, LinearPcb Linear)> live = [];
        foreach (Change change in changes)
        {
            Apply(change, hashed, linear, live);
            CompareAnswers(hashed, linear, live.ToDictionary(pair => pair.Pcb, pair => pair.Linear));
            live.All(pair => hashed.IsHashed(pair.Pcb) && hashed.IsListed(pair.Pcb)).ShouldBeTrue();
        }
    }

    private static void Apply(
        Change change, PcbTable hashed, LinearPcbList linear, List<(Pcb Pcb, LinearPcb Linear)> live)
    {
        if (change.Kind == Kind.Insert || live.Count == 0)
        {
            Pcb added = Bound(hashed, change.Local, change.Foreign);
            live.Add((added, linear.Add(change.Local, change.Foreign)));
            return;
        }

        int index = change.Which % live.Count;
        (Pcb pcb, LinearPcb entry) = live[index];
        if (change.Kind == Kind.Rehash)
        {
            hashed.Rehash(pcb, change.Local.Address, change.Foreign);
            linear.Change(entry, change.Local.Address, change.Foreign);
        }
        else
        {
            live.RemoveAt(index);
            hashed.Free(pcb);
            linear.Remove(entry);
        }
    }

    private static void CompareAnswers(PcbTable hashed, LinearPcbList linear, Dictionary<Pcb, LinearPcb> pairs)
    {
        foreach (Endpoint local in LocalEnds)
        {
            foreach (bool wildcard in (bool[])[false, true])
            {
                Same(
                    hashed.LookupLocal(local.Address, local.Port, wildcard),
                    linear.LookupLocal(local.Address, local.Port, wildcard));
                foreach (Endpoint foreign in ForeignEnds)
                {
                    Same(hashed.LookupHash(foreign, local, wildcard), linear.LookupHash(foreign, local, wildcard));
                }
            }
        }

        void Same(Pcb? pcb, LinearPcb? entry)
        {
            LinearPcb? found = pcb is null ? null : pairs[pcb];
            if (!ReferenceEquals(found, entry))
            {
                Assert.Fail($"hashed: {found?.Local} to {found?.Foreign}, linear: {entry?.Local} to {entry?.Foreign}");
            }
        }
    }

    private static Pcb Bound(PcbTable table, Endpoint local, Endpoint foreign = default)
    {
        Pcb pcb = table.Allocate(new Socket())!;
        pcb.Local = local;
        pcb.Foreign = foreign;
        table.InsertHash(pcb).ShouldBeTrue();
        return pcb;
    }

    public enum Kind
    {
        Insert,
        Rehash,
        Remove,
    }

    public sealed record Change(Kind Kind, int Which, Endpoint Local, Endpoint Foreign);
}
