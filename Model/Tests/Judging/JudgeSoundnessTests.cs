using Shouldly;
using Verify.Model.Dialects;
using Verify.Model.Judging;
using Xunit;

namespace Verify.Model.Tests.Judging;

/// <summary>What a consistent history allows is never judged as not allowed, however little of it is stated.</summary>
public sealed class JudgeSoundnessTests
{
    /// <summary>Longer traces fork hundreds of times; with nothing stated of that they only take long.</summary>
    private const int MostSteps = 60;

    private static readonly Unknowns[] Machines =
    [
        Unknowns.Ports, Unknowns.Descriptors, Unknowns.Hosts, Unknowns.Ports | Unknowns.Descriptors | Unknowns.Hosts,
    ];

    private static readonly string[] Looser = ["any-order", "any-port", "any-port,any-order"];

    /// <summary>What is left out of a statement, by name.</summary>
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
    public void The_corpus_is_allowed_with_less_stated(string omission) =>
        NotAllowed(omission, "freebsd-4.0", Unknowns.None).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_allowed_with_less_known_of_the_machine(string omission) =>
        Machines.SelectMany(unknowns => NotAllowed(omission, "freebsd-4.0", unknowns)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_allowed_by_looser_dialects(string omission) =>
        Looser.SelectMany(dialect => NotAllowed(omission, dialect, Unknowns.None)).ShouldBeEmpty();

    private static IEnumerable<string> NotAllowed(string omission, string dialect, Unknowns unknowns) =>
        from kept in JudgedCorpus.All
        where kept.Trace.Steps.Length <= MostSteps || omission is "nothing" or "effects" or "addresses"
        let less = JudgedCorpus.WithLess(kept.Trace, Omissions[omission])
        from line in JudgedCorpus.NotAllowed(kept.Name, less, Dialect.Find(dialect, out _), unknowns)
        select $"{unknowns} {line}";
}
