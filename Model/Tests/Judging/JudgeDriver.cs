using System.Collections.Immutable;
using Verify.Model.Dialects;
using Verify.Model.Judging;

namespace Verify.Model.Tests.Judging;

/// <summary>Judges trace texts, and writes what is said of each call as one sign.</summary>
internal static class JudgeDriver
{
    /// <summary>A host with one address, of whose default range every port but three is left out.</summary>
    public const string ThreePorts = Host + """
        sysctl net.inet.ip.portrange.first=2000
        sysctl net.inet.ip.portrange.last=2002

        """;

    /// <summary>A host with two addresses, and the usual ranges.</summary>
    public const string Host = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2

        """;

    /// <summary>
    /// A sign for each call: <c>+</c> allowed, <c>-</c> not allowed, <c>?</c> not known, <c>.</c> nothing stated.
    /// </summary>
    public static string Signs(string text, Unknowns unknowns = Unknowns.None, string dialect = "freebsd-4.0") =>
        string.Concat(All(text, unknowns, dialect).Select(judgement => judgement.Kind switch
        {
            JudgementKind.Allowed => '+',
            JudgementKind.NotAllowed => '-',
            JudgementKind.NotKnown => '?',
            _ => '.',
        }));

    /// <summary>The judgements of a trace text.</summary>
    public static ImmutableArray<Judgement> All(
        string text, Unknowns unknowns = Unknowns.None, string dialect = "freebsd-4.0") =>
        Judge.All(TraceReader.Read(text, "trace"), Dialect.Find(dialect, out _), unknowns);
}
