using FsCheck;
using FsCheck.Fluent;
using static Verify.Abi.Tests.ValueGen;

namespace Verify.Abi.Tests;

/// <summary>Statements in every form that a call can have, whole and partial.</summary>
internal static class StatementGen
{
    public static readonly Gen<Statement> Nothing = Gen.Constant(new Statement());

    public static readonly Gen<Statement> Failure =
        Gen.OneOf(Gen.Elements(Enum.GetValues<Errno>()[1..]), Gen.Choose(200, 300).Select(number => (Errno)number))
            .Select(error => new Statement { Kind = ReplyKind.Failed, Error = error });

    private static readonly Gen<Statement> Asleep = Gen.Constant(new Statement { Kind = ReplyKind.Asleep });

    private static readonly Gen<int> AnyResult = AnyInt.Where(n => n != -1);

    private static readonly Gen<Statement> Address =
        AnyEndpoint.Select(end => new Statement { Kind = ReplyKind.Returned, Value = 0, Address = end });

    private static readonly Gen<Statement> Value =
        AnyResult.Select(value => new Statement { Kind = ReplyKind.Returned, Value = value });

    /// <summary>The number that a packet's sender gets, if anything: a packet does not sleep.</summary>
    public static readonly Gen<Statement> Arrival = Gen.OneOf(Value, Failure, Nothing);

    public static readonly Gen<Statement> Number = Gen.OneOf(Value, Value, Failure, Nothing, Asleep);

    public static readonly Gen<Statement> Owner =
        Gen.OneOf(Number, Gen.Constant(new Statement { Kind = ReplyKind.Returned, Value = -1 }));

    private static readonly Gen<Statement> Path =
        AnyText.Select(path => new Statement { Kind = ReplyKind.Returned, Value = 0, Text = path });

    private static readonly Gen<Statement> Numbers =
        Two().Select(pair =>
            new Statement { Kind = ReplyKind.Returned, Value = pair.First, Second = pair.Second });

    public static readonly Gen<Statement> Name =
        Gen.OneOf(Address, Path, Numbers, Value, Failure, Nothing, Asleep);

    public static readonly Gen<Statement> NumberFrom = Gen.OneOf(From(Value), From(Nothing), Failure, Nothing, Asleep);

    public static readonly Gen<Statement> DataFrom = Gen.OneOf(
        WithControl(From(Received())), WithControl(From(Value)), From(Nothing), Failure, Nothing, Asleep);

    public static readonly Gen<Statement> Text = Gen.OneOf(
        AnyText.Select(text => new Statement { Kind = ReplyKind.Returned, Value = text.Length, Text = text }),
        Failure,
        Nothing,
        Gen.Constant(new Statement { Kind = ReplyKind.Panic }),
        AnyText.Select(said => new Statement { Kind = ReplyKind.Panic, Text = said }));

    public static readonly Gen<Statement> Id =
        Gen.OneOf(AnyInt.Select(id => new Statement { Kind = ReplyKind.Returned, Value = id }), Failure);

    /// <summary>What poll may return; to find nothing is to state no list.</summary>
    public static readonly Gen<Statement> Polled = Gen.OneOf(
        from stated in Value
        from entries in AnyEntry.ArrayOf()
        select stated with
        {
            Ready = Readiness.Of(entries.Aggregate(default(Few<PollEntry>), (few, entry) => few.With(entry))),
        },
        Number);

    public static readonly Gen<Statement> Selected = Gen.OneOf(
        from stated in Value from sets in AnySets select stated with { Ready = Readiness.Of(sets) }, Number);

    /// <summary>What an ioctl may return: an owner, an address, or a text.</summary>
    public static readonly Gen<Statement> Control =
        Gen.OneOf(Owner, Address, Text.Where(stated => stated.Kind != ReplyKind.Panic));

    public static readonly Gen<Statement> Pair = Gen.OneOf(Numbers, Failure);

    public static readonly Gen<Statement> NumberOrText = Gen.OneOf(Number, Text);

    public static Gen<Statement> ReceivedBy(Gen<Statement> statements) =>
        from statement in statements
        from receivers in Several(Two().Select(pair => new Receiver(pair.First, pair.Second)))
        select statement with { Receivers = receivers };

    public static Gen<Statement> Sends(Protocol protocol) =>
        from statement in ReceivedBy(Number)
        from sent in Several(Gen.OneOf(
            from source in AnyEndpoint
            from destination in AnyEndpoint
            select new Packet(protocol, source, destination),
            from other in Gen.Choose(0, byte.MaxValue)
            from source in AnyAddress
            from destination in AnyAddress
            select Packet.Raw((Protocol)other, source, destination)))
        select statement with { Sent = sent };

    /// <summary>Resumptions of sleeping calls behind a statement.</summary>
    public static Gen<Statement> Resuming(Gen<Statement> statements) =>
        from statement in statements
        from resumed in Gen.OneOf(
            from pid in AnyInt from stated in Number select new StatedResumption(pid, "connect", stated),
            from pid in AnyInt from stated in DataFrom select new StatedResumption(pid, "recvfrom", stated),
            from pid in AnyInt from stated in NumberFrom select new StatedResumption(pid, "accept", stated),
            from pid in AnyInt from stated in Sends(Protocol.Udp) select new StatedResumption(pid, "sendto", stated))
            .ArrayOf()
        select resumed.Length == 0 ? statement : statement with { Resumed = [.. resumed] };

    private static Gen<(int First, int Second)> Two() =>
        from first in AnyInt from second in AnyInt select (first, second);

    private static Gen<Statement> Received() =>
        from data in AnyData
        from more in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 5000))
        select new Statement { Kind = ReplyKind.Returned, Value = data.Length + more, Data = data };

    private static Gen<Statement> From(Gen<Statement> statements) =>
        from statement in statements
        from end in Optional(AnyEndpoint)
        from path in AnyText
        from hasPath in Gen.Elements(false, true)
        select hasPath && end is null ? statement with { Text = path } : statement with { Address = end };

    private static Gen<Statement> WithControl(Gen<Statement> statements) =>
        from statement in statements
        from control in Optional(AnyControl)
        from flags in Optional(Gen.Choose(1, 0xfff).Select(bits => (MessageOptions)bits))
        select statement with { Control = control, Flags = flags };

    /// <summary>Not stated, none, one, or more.</summary>
    private static Gen<Few<T>?> Several<T>(Gen<T> items)
        where T : struct, IEquatable<T> => Gen.OneOf(
            Gen.Constant<Few<T>?>(null),
            items.ArrayOf().Select(all => (Few<T>?)all.Aggregate(default(Few<T>), (few, item) => few.With(item))));
}
