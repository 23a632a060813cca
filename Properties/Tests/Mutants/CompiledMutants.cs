using System.Collections.Concurrent;
using Verify.Properties.Mutants;

namespace Verify.Properties.Tests.Mutants;

/// <summary>The repository's mutants, compiled once for all tests.</summary>
internal static class CompiledMutants
{
    private static readonly Repository Repository = Repository.Around(AppContext.BaseDirectory);
    private static readonly ConcurrentDictionary<string, Lazy<CompiledMutant>> Compiled = [];

    public static IReadOnlyList<Mutant> All { get; } = MutantCatalogue.Load(Repository.Mutants);

    public static MutantCompiler Compiler { get; } = new(Repository, All);

    public static Mutant Of(string name) => All.Single(mutant => mutant.Name == name);

    public static CompiledMutant Compile(string name) =>
        Compiled.GetOrAdd(name, _ => new Lazy<CompiledMutant>(() => Compiler.Compile(Of(name)))).Value;
}
