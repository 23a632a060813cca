using System.Reflection;
using Shouldly;
using Verify.Proofs.Tests.Differential.Instructions;
using Verify.Proofs.Tests.Differential.Library;
using Verify.Properties;
using Verify.Properties.Mutants;
using Xunit;

namespace Verify.Proofs.Tests.Differential;

/// <summary>The comparison can fail: a mutant of the executor disagrees with the runtime.</summary>
public sealed class ExecutorMutantTests(GeneratedMethods generated, InstructionMethods instructions)
    : IClassFixture<GeneratedMethods>, IClassFixture<InstructionMethods>
{
    private const int Calls = 100;

    public static IEnumerable<Mutant> All => MutantCatalogue.Load(Path.Combine(
        Repository.Around(AppContext.BaseDirectory).Root, "Proofs", "Tests", "Differential", "ExecutorMutants"));

    public static IEnumerable<object[]> Names => All.Select(mutant => new object[] { mutant.Name });

    [Theory]
    [MemberData(nameof(Names))]
    public void Wrong_executor_disagrees_with_the_runtime(string name)
    {
        Mutant mutant = All.Single(mutant => mutant.Name == name);
        using LoadedExecutor wrong = ExecutorSource.Load(mutant.Edit);

        foreach (var methods in mutant.CaughtBy.Proofs)
        {
            Find(methods).Any(method => wrong.Compare(method, CallsOf(method)) is not null).ShouldBeTrue(methods);
        }
    }

    [Fact]
    public void Unchanged_executor_agrees_if_loaded_in_the_same_way()
    {
        using LoadedExecutor right = ExecutorSource.Load(edit: null);

        right.Compare(generated[0], Calls).ShouldBeNull();
    }

    // Methods made for a small input space are compared on all of it.
    private static int? CallsOf(MethodInfo method) =>
        LibraryTests.Methods.Contains(method) || method.DeclaringType!.Namespace == "Instructions" ? null : Calls;

    // A sample, or the first generated method or instruction method that disagrees.
    private IEnumerable<MethodInfo> Find(string name) => name == "Generated.Any"
        ? Enumerable.Range(0, GeneratedMethods.Count).Select(seed => generated[seed])
        : name.Split('.') is ["Instructions", var code]
            ? instructions.All
                .Where(known => known.IsDefined && $"{known.Code}" == code)
                .Select(known => instructions[known])
        : SampleTests.Methods.Concat(LibraryTests.Methods).Where(
            sample => name == $"{sample.DeclaringType!.Name}.{sample.Name}");
}
