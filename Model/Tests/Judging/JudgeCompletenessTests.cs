using System.Collections.Immutable;
using Shouldly;
using Verify.Abi;
using Verify.Model.Judging;
using Xunit;

namespace Verify.Model.Tests.Judging;

/// <summary>A wrong outcome in a trace of the corpus is not allowed, and the rest of the trace is.</summary>
public sealed class JudgeCompletenessTests
{
    private const int MostSteps = 40;

    /// <summary>How an outcome is falsified, by name; null if it has nothing of the kind.</summary>
    private static readonly Dictionary<string, Func<Statement, Statement?>> Faults = new()
    {
        ["another error"] = stated => stated.Error is { } error
            ? stated with { Error = error == Errno.EINVAL ? Errno.EBADF : Errno.EINVAL }
            : null,
        ["an error"] = stated => stated.Kind == ReplyKind.Returned
            ? new Statement { Kind = ReplyKind.Failed, Error = Errno.EADDRINUSE }
            : null,
        ["no error"] = stated => stated.Kind == ReplyKind.Failed
            ? new Statement { Kind = ReplyKind.Returned, Value = 0 }
            : null,
        ["another port"] = stated => stated.Address is { } address
            ? stated with { Address = Above(address) }
            : null,
        ["another source"] = stated => stated.Sent is { IsEmpty: false } sent
            ? stated with { Sent = sent.Select(packet => packet with { Source = Above(packet.Source) }) }
            : null,
        ["no receiver"] = stated => stated.Receivers is { IsEmpty: false }
            ? stated with { Receivers = default(Few<Receiver>) }
            : null,
    };

    [Theory]
    [InlineData("another error", 700, 1.00)]
    [InlineData("an error", 2000, 0.99)]
    [InlineData("no error", 700, 0.99)]
    [InlineData("another port", 70, 1.00)]
    [InlineData("another source", 40, 0.80)]
    [InlineData("no receiver", 50, 1.00)]
    public void A_fault_is_found_where_it_is(string fault, int least, double share)
    {
        int tried = 0;
        int found = 0;
        int spoiled = 0;
        foreach ((Trace trace, int step) in Falsified(Faults[fault]))
        {
            ImmutableArray<Judgement> judged = Judge.All(trace);
            tried++;
            found += judged[step].Kind == JudgementKind.NotAllowed ? 1 : 0;
            judged[step].Kind.ShouldBeOneOf(JudgementKind.NotAllowed, JudgementKind.NotKnown);
            spoiled += judged.Skip(step + 1).Any(later => later.Kind == JudgementKind.NotAllowed) ? 1 : 0;
        }

        tried.ShouldBeGreaterThan(least);
        found.ShouldBeGreaterThanOrEqualTo((int)(share * tried));
        spoiled.ShouldBeLessThanOrEqualTo(tried / 1000 + 1);
    }

    private static IEnumerable<(Trace Trace, int Step)> Falsified(Func<Statement, Statement?> fault) =>
        from kept in JudgedCorpus.All
        where kept.Trace.Steps.Length <= MostSteps
        from step in Enumerable.Range(0, kept.Trace.Steps.Length)
        let stated = kept.Trace.Steps[step].Stated
        where stated is not null
        let wrong = fault(stated)
        where wrong is not null
        select (JudgedCorpus.WithLess(kept.Trace, (other, index) => index == step ? wrong : other), step);

    private static Endpoint Above(Endpoint endpoint) => endpoint with { Port = (ushort)(endpoint.Port + 1) };
}
