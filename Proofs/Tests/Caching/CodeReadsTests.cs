using Mono.Cecil;
using Shouldly;
using Verify.Proofs.Caching;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Running;
using Verify.Proofs.Symbolic;
using Xunit;

namespace Verify.Proofs.Tests.Caching;

/// <summary>All access to compiled code is recorded.</summary>
public sealed class CodeReadsTests
{
    private static readonly string[] Executor =
        [typeof(CodeReads).Namespace!, typeof(Interpreter).Namespace!, typeof(ProofRun).Namespace!];

    [Theory]
    [InlineData("get_Body", nameof(CodeReads))]
    [InlineData("Resolve", nameof(ClosedTypes), nameof(HarnessClaims))]
    [InlineData("LookupToken", nameof(CodeBase))]
    [InlineData("ReadAssembly", nameof(CodeBase))]
    [InlineData("GetType", nameof(ClosedTypes))]
    [InlineData("GetTypes")]
    [InlineData("get_Types")]
    [InlineData("get_NestedTypes")]
    [InlineData("get_EntryPoint")]
    public void Only_recording_types_access_code_through(string member, params string[] allowed) =>
        CallersOf(member).ShouldBe(allowed);

    [Fact]
    public void A_missing_type_counts_as_read()
    {
        using var code = new CodeBase(typeof(ProofCatalogue).Module.FullyQualifiedName, mutant: null);
        var module = code.Resolve("Verify.Proofs").MainModule;
        var gone = new TypeReference(
            "Verify.Abi", "Gone", module, module.AssemblyReferences.Single(name => name.Name == "Verify.Abi"));

        gone.Resolve().ShouldBeNull();

        code.Reads.Names.ShouldContain("[Verify.Abi]Verify.Abi.Gone");
        using var digests = new CodeDigests(code);
        digests.Of("[Verify.Abi]Verify.Abi.Gone").ShouldBe(CodeDigests.Missing);
        digests.Of("[Verify.Abi]Verify.Abi.Ipv4").ShouldNotBe(CodeDigests.Missing);
    }

    [Fact]
    public void A_missing_assembly_counts_as_read()
    {
        using var code = new CodeBase(typeof(ProofCatalogue).Module.FullyQualifiedName, mutant: null);

        Should.Throw<UnsupportedCodeException>(() => code.Resolve("Gone"));

        code.Reads.Names.ShouldBe(["Gone"]);
    }

    private static List<string> CallersOf(string member)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(CodeReads).Module.FullyQualifiedName);
        var callers =
            from type in assembly.MainModule.GetTypes()
            let outer = Outermost(type)
            where Executor.Any(part => outer.Namespace.StartsWith(part, StringComparison.Ordinal))
            from method in type.Methods
            where method.HasBody
            from at in method.Body.Instructions
            where at.Operand is MethodReference called && called.Name == member
                && called.DeclaringType.FullName.StartsWith("Mono.Cecil", StringComparison.Ordinal)
            select outer.Name;
        return [.. callers.Distinct().Except([nameof(RecordingResolver)]).Order(StringComparer.Ordinal)];
    }

    private static TypeDefinition Outermost(TypeDefinition type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type;
}
