using System.Reflection;
using Shouldly;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;
using Verify.Proofs.Symbolic.Calls;
using Xunit;

namespace Verify.Proofs.Tests.Differential.Library;

/// <summary>
/// Methods of the class library that the executor answers itself, and its treatment of library types, compared with the
/// runtime on whole small input spaces.
/// </summary>
public sealed class LibraryTests
{
    public static TheoryData<string, bool> Names
    {
        get
        {
            var names = new TheoryData<string, bool>();
            foreach (MethodInfo method in Methods)
            {
                names.Add(NameOf(method), false);
                names.Add(NameOf(method), true);
            }

            return names;
        }
    }

    public static TheoryData<string> RefusedNames =>
        [.. Declared(typeof(RefusedSamples)).Select(method => method.Name)];

    internal static IEnumerable<MethodInfo> Methods =>
        new[]
        {
            typeof(StringSamples), typeof(ComparerSamples), typeof(SpanSamples), typeof(CovarianceSamples),
            typeof(TypeSamples), typeof(NullableSamples), typeof(ThrownSamples),
        }
            .SelectMany(Declared);

    [Theory]
    [MemberData(nameof(Names))]
    public void Executor_and_runtime_agree(string name, bool isMerged)
    {
        using var comparison = new Comparison(Methods.Single(method => NameOf(method) == name), isMerged);
        comparison.CheckWhole();
    }

    [Fact]
    public void Every_method_that_the_executor_answers_itself_is_called_by_a_sample() =>
        LibraryCalls.Signatures.Except(SampleCoverage.Calls).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public void Code_that_depends_on_the_runtime_is_rejected(string name)
    {
        ProofResult result = Prover.Run(ProofCase.In(typeof(RefusedSamples).Assembly)
            .Single(proof => proof.Name == $"{nameof(RefusedSamples)}.{name}"));
        result.ToString().ShouldMatch(
            @"^RefusedSamples\.\w+: unknown: [^\n]*( at IL_....\)|a harness parameter of type .*)$");
    }

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static IEnumerable<MethodInfo> Declared(Type type) =>
        type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly);
}
