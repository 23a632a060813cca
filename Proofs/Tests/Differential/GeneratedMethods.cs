using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace Verify.Proofs.Tests.Differential;

/// <summary>Random methods, compiled to a file, since the executor reads IL from where the runtime has it.</summary>
public sealed class GeneratedMethods : IDisposable
{
    public const int Count = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("generated").FullName;
    private readonly Type _type;

    public GeneratedMethods()
    {
        var source = new StringBuilder("public static class Generated\n{\n");
        for (var seed = 0; seed < Count; seed++)
        {
            source.Append(new MethodGenerator(seed).Write());
        }

        var file = Path.Combine(_folder, "Generated.dll");
        var result = CSharpCompilation.Create(
            "Generated",
            [CSharpSyntaxTree.ParseText(source.Append('}').ToString())],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release))
            .Emit(file);
        result.Success.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        _type = Assembly.LoadFrom(file).GetType("Generated")!;
    }

    public MethodInfo this[int seed] => _type.GetMethod($"M{seed}")!;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
