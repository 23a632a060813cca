using System.Reflection;
using Shouldly;
using Verify.Properties;
using Verify.Properties.Mutants;
using Xunit;

namespace Verify.Proofs.Tests.Differential;

/// <summary>The comparison can fail: an executor with something wrong in it does not agree with the runtime.</summary>
public sealed class ExecutorMutantTests(GeneratedMethods generated, ExecutorSource executor)
    : IClassFixture<GeneratedMethods>, IClassFixture<ExecutorSource>
{
    private const int Calls = 100;

    public static IEnumerable<Mutant> All => MutantCatalogue.Load(Path.Combine(
        Repository.Around(AppContext.BaseDirectory).Root, "Proofs", "Tests", "Differential", "ExecutorMutants"));

    public static IEnumerable<object[]> Names => All.Select(mutant => new object[] { mutant.Name });

    [Theory]
    [MemberData(nameof(Names))]
    public void Wrong_executor_does_not_agree_with_the_runtime(string name)
    {
        Mutant mutant = All.Single(mutant => mutant.Name == name);
        using LoadedExecutor wrong = executor.Load(mutant.Edit);

        foreach (var methods in mutant.CaughtBy.Proofs)
        {
            Find(methods).Any(method => wrong.Compare(method, Calls) is not null).ShouldBeTrue(methods);
        }
    }

    [Fact]
    public void Executor_as_it_is_agrees_when_it_is_loaded_the_same_way()
    {
        using LoadedExecutor right = executor.Load(edit: null);

        right.Compare(generated[0], Calls).ShouldBeNull();
    }

    // One of the samples, or whichever generated method notices first.
    private IEnumerable<MethodInfo> Find(string name) => name == "Generated.Any"
        ? Enumerable.Range(0, GeneratedMethods.Count).Select(seed => generated[seed])
        : SampleTests.Methods.Where(sample => name == $"{sample.DeclaringType!.Name}.{sample.Name}");
}
