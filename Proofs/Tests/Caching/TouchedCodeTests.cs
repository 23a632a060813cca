using Mono.Cecil;
using Shouldly;
using Verify.Proofs.Caching;
using Verify.Proofs.CompiledCode;
using Xunit;

namespace Verify.Proofs.Tests.Caching;

/// <summary>
/// A cached proof is valid only while the code that its harness touches has not changed. The touched code is traced in
/// the runtime, on random inputs.
/// </summary>
public sealed class TouchedCodeTests(ChangedCode code) : IClassFixture<ChangedCode>
{
    public static TheoryData<string> Names => [.. ProofCatalogue.All.Select(proof => proof.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_change_of_touched_code_is_a_miss(string name)
    {
        var proof = WorkingCopyProofs.Find(name);
        var cached = code.Cached(WorkingCopyProofs.Of(proof));
        code.Has(cached).ShouldBeTrue();

        var touched = TracedRuntime.TouchedBy(proof.Method);

        touched.ShouldNotBeEmpty();
        code.Unnoticed(touched, cached).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("HashBucketProofs.PortIsInTheTable")]
    [InlineData("ZoneProofs.AnyFourCalls")]
    public void Changes_of_other_code_are_no_miss(string name)
    {
        var result = WorkingCopyProofs.Of(WorkingCopyProofs.Find(name));
        var cached = code.Cached(result);
        var read = result.Reads.ToHashSet();

        cached.IsOf(Implementation(type => !read.Contains(type), method => !read.Contains(method)).Of).ShouldBeTrue();
        foreach (var one in read.Where(member => CodeName.AssemblyIn(member) == ImplementationImage.AssemblyName))
        {
            cached.IsOf(Implementation(type => type == one, method => method == one).Of)
                .ShouldBe(one == ImplementationImage.AssemblyName, one);
        }
    }

    // Implementation with these types and methods changed, written and read again.
    private static CodeDigests Implementation(Func<string, bool> changesType, Func<string, bool> changesMethod)
    {
        var file = typeof(ProofCatalogue).Module.FullyQualifiedName;
        using var original = new CodeBase(file, mutant: null);
        var assembly = original.Resolve(ImplementationImage.AssemblyName);
        var types = assembly.MainModule.GetTypes().ToList();
        foreach (var method in types.SelectMany(type => type.Methods)
            .Where(method => method.HasBody && changesMethod(CodeName.Of(method))).ToList())
        {
            MemberChanges.Start(method.Body).Make();
        }

        foreach (var type in types.Where(type => changesType(CodeName.Of(type))))
        {
            type.Fields.Add(new FieldDefinition("added", FieldAttributes.Static, assembly.MainModule.TypeSystem.Int32));
        }

        using var image = new MemoryStream();
        assembly.Write(image);
        return new CodeDigests(new CodeBase(file, new ImplementationImage(image.ToArray())));
    }
}
