using Xunit;

namespace Verify.Proofs.Tests.Differential;

public sealed class GeneratedMethodTests(GeneratedMethods methods) : IClassFixture<GeneratedMethods>
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, GeneratedMethods.Count)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Executor_and_runtime_agree(int seed) => new Comparison(methods[seed]).Check(calls: 200);
}
