using Shouldly;
using Verify.Model.Dialects;
using Verify.Model.Judging;
using Xunit;

namespace Verify.Model.Tests.Judging;

/// <summary>What a consistent history allows is never judged as not allowed, however little of it is stated.</summary>
public sealed class JudgeSoundnessTests
{
    private static readonly Dialect Both = Dialect.Find("any-order,any-port", out _)!;

    /// <summary>What may be left out of a statement, by name.</summary>
    private static readonly Dictionary<string, Func<Statement, int, Statement?>> Omissions = new()
    {
        ["nothing"] = (stated, _) => stated,
        ["effects"] = (stated, _) => stated with { Sent = null, Receivers = null, Resumed = default },
        ["addresses"] = (stated, _) => stated with { Address = null, Sent = null },
        ["values"] = (stated, _) => stated.Kind == ReplyKind.Returned ? stated with { Value = null } : stated,
        ["every second"] = (stated, index) => index % 2 == 0 ? null : stated,
        ["every other second"] = (stated, index) => index % 2 == 1 ? null : stated,
        ["two of three"] = (stated, index) => index % 3 != 0 ? null : stated,
        ["all"] = (_, _) => null,
    };

    public static TheoryData<string> Names => [.. Omissions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_corpus_is_allowed_with_less_stated(string omission)
    {
        Check(omission, null, Unknowns.None);
        Check(omission, null, Unknowns.Ports);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_looser_dialect_allows_it_too(string omission) => Check(omission, Both, Unknowns.None);

    private static void Check(string omission, Dialect? dialect, Unknowns unknowns) => JudgedCorpus.All
        .SelectMany(kept => JudgedCorpus.NotAllowed(
            kept.Name, JudgedCorpus.WithLess(kept.Trace, Omissions[omission]), dialect, unknowns))
        .ShouldBeEmpty();
}
