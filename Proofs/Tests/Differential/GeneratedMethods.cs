using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Verify.Proofs.Tests.Differential.Generation;

namespace Verify.Proofs.Tests.Differential;

/// <summary>Random methods, compiled to a file, because the executor reads IL from files.</summary>
public sealed class GeneratedMethods : IDisposable
{
    public const int Count = 150;

    private readonly string _folder = Directory.CreateTempSubdirectory("generated").FullName;
    private readonly string[] _texts =
        [.. Enumerable.Range(0, Count).Select(seed => new MethodGenerator(seed).Write())];
    private readonly Type _type;

    public GeneratedMethods()
    {
        var name = Path.GetFileName(_folder); // Assemblies are not loaded twice under one name.
        var file = Path.Combine(_folder, name + ".dll");
        var source = $"{Prelude.Text}public static class Generated\n{{\n{string.Concat(_texts)}}}\n";
        var result = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [Library("System.Private.CoreLib"), Library("System.Runtime"), Library("System.Memory")],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable))
            .Emit(file);
        result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)
            .Select(found => $"{found}: {found.Location.SourceTree?.GetText().GetSubText(found.Location.SourceSpan)}")
            .ShouldBeEmpty();
        _type = Assembly.LoadFrom(file).GetType("Generated")!;
    }

    public MethodInfo this[int seed] => _type.GetMethod($"M{seed}")!;

    /// <summary>The source of a method, to investigate failures.</summary>
    public string TextOf(int seed) => _texts[seed];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static PortableExecutableReference Library(string name) =>
        MetadataReference.CreateFromFile(Assembly.Load(name).Location);
}
