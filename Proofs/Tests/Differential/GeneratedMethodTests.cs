using Xunit;
using Xunit.Abstractions;

namespace Verify.Proofs.Tests.Differential;

public sealed class GeneratedMethodTests(GeneratedMethods methods, ITestOutputHelper output)
    : IClassFixture<GeneratedMethods>
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, GeneratedMethods.Count)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Executor_and_runtime_agree(int seed)
    {
        output.WriteLine(methods.TextOf(seed));
        using var comparison = new Comparison(methods[seed]);
        output.WriteLine($"{comparison.Paths} paths");
        comparison.Check(calls: 100);
    }
}
