using FsCheck;
using FsCheck.Fluent;
using static Verify.Abi.Tests.ValueGen;
using Outcome = Verify.Abi.Calls.Outcome;

namespace Verify.Abi.Tests;

/// <summary>Outcomes in every form that a call can have.</summary>
internal static class OutcomeGen
{
    public static readonly Gen<Outcome> Failure =
        Gen.Elements(Enum.GetValues<Errno>()[1..]).Select(Outcome.Failed);

    public static readonly Gen<Outcome> Number =
        Gen.OneOf(AnyInt.Where(n => n != -1).Select(Outcome.Returned), Failure);

    public static readonly Gen<Outcome> Name =
        Gen.OneOf(AnyEndpoint.Select(end => new Outcome { Address = end }), Failure);

    public static readonly Gen<Outcome> NumberFrom = Gen.OneOf(
        from number in AnyInt.Where(n => n != -1)
        from end in AnyEndpoint
        select new Outcome { Value = number, Address = end },
        Failure);

    public static readonly Gen<Outcome> DataFrom = Gen.OneOf(
        from data in AnyData
        from end in AnyEndpoint
        select new Outcome { Value = data.Length, Data = data, Address = end },
        Failure);

    public static readonly Gen<Outcome> Text =
        Gen.OneOf(AnyText.Select(Outcome.Read), Failure, Gen.Constant(Outcome.Panic));

    public static readonly Gen<Outcome> Id = Gen.OneOf(AnyInt.Select(Outcome.Returned), Failure);

    public static readonly Gen<Outcome> NumberOrText = Gen.OneOf(Number, Text);

    private static readonly Gen<Receiver> AnyReceiver =
        from pid in AnyInt
        from fd in AnyInt
        select new Receiver(pid, fd);

    public static Gen<Outcome> Received(Gen<Outcome> outcomes) =>
        from outcome in outcomes
        from receiver in Optional(AnyReceiver)
        select outcome with { Receiver = receiver };

    public static Gen<Outcome> Sends(Protocol protocol) =>
        from outcome in Received(Number)
        from source in AnyEndpoint
        from destination in AnyEndpoint
        from sent in Gen.Elements<Packet?>(null, new Packet(protocol, source, destination))
        select outcome with { Sent = sent };
}
