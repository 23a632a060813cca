using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Verify.Implementation;

namespace Verify.Properties.Mutants;

/// <summary>Compiles the implementation with a mutant's change in memory, from source.</summary>
public sealed class MutantCompiler
{
    private static readonly string AssemblyName = typeof(Machine).Assembly.GetName().Name!;

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable);

    private readonly ImplementationSource _source;
    private readonly MetadataReference[] _references;

    /// <summary>Reads the source once, for any number of mutants.</summary>
    /// <param name="implementationDirectory">The folder that has the implementation's project file.</param>
    public MutantCompiler(string implementationDirectory)
    {
        _source = ImplementationSource.Read(implementationDirectory);
        _references = [.. PlatformAssemblies().Select(path => MetadataReference.CreateFromFile(path))];
    }

    /// <summary>Compiles one mutant.</summary>
    /// <exception cref="MutantException">Its change does not fit the source, or does not compile.</exception>
    public CompiledMutant Compile(Mutant mutant)
    {
        ImplementationSource changed = _source.With(mutant);
        return new CompiledMutant(mutant, Emit(mutant, changed), Emit(mutant, changed.WithLoopGuards()));
    }

    /// <summary>Says whether a mutant's change still fits the source, without compiling it.</summary>
    /// <exception cref="MutantException">It does not.</exception>
    public void RequireMatch(Mutant mutant) => _source.With(mutant);

    private byte[] Emit(Mutant mutant, ImplementationSource source)
    {
        using var image = new MemoryStream();
        EmitResult result = CSharpCompilation.Create(AssemblyName, source.Trees, _references, Options).Emit(image);
        Diagnostic? error = result.Diagnostics.FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error);
        return error is null
            ? image.ToArray()
            : throw new MutantException($"mutant {mutant.Name} does not compile: {error}");
    }

    /// <summary>The class library, Abi, and this assembly for the loop guards; not the implementation as built.</summary>
    private static IEnumerable<string> PlatformAssemblies()
    {
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path =>
        {
            string name = Path.GetFileNameWithoutExtension(path);
            return name.StartsWith("System.", StringComparison.Ordinal) || name is "Verify.Abi" or "Verify.Properties";
        });
    }
}
