using System.Reflection;
using Mono.Cecil;

namespace Verify.Proofs.CompiledCode;

/// <summary>
/// The compiled code under proof: the assembly of the harness and all assemblies it refers to, read as IL from the
/// files that the runtime loads. A mutant takes the place of Implementation.
/// </summary>
internal sealed class CodeBase : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition> _loaded = [];
    private readonly string[] _folders;

    public CodeBase(string harnessFile, ImplementationImage? mutant)
    {
        _folders = [Path.GetDirectoryName(harnessFile)!, Path.GetDirectoryName(typeof(object).Assembly.Location)!];
        if (mutant is not null)
        {
            _loaded.Add(
                ImplementationImage.AssemblyName, AssemblyDefinition.ReadAssembly(mutant.Open(), Parameters()));
        }
    }

    /// <summary>The parts of the code that were read so far.</summary>
    public CodeReads Reads { get; } = new();

    /// <summary>Finds the IL of a method that the runtime has loaded.</summary>
    public MethodDefinition Find(MethodInfo method) =>
        (MethodDefinition)Resolve(method.DeclaringType!.Assembly.GetName().Name!)
            .MainModule.LookupToken(method.MetadataToken);

    public AssemblyDefinition Resolve(AssemblyNameReference name) => Resolve(name.Name);

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name.Name);

    /// <summary>Finds an assembly by its simple name.</summary>
    /// <exception cref="UnsupportedCodeException">No assembly has that name.</exception>
    public AssemblyDefinition Resolve(string name)
    {
        Reads.AddAssembly(name);
        if (!_loaded.TryGetValue(name, out AssemblyDefinition? assembly))
        {
            var file = _folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists)
                ?? throw new UnsupportedCodeException($"assembly {name} is not found");
            assembly = AssemblyDefinition.ReadAssembly(file, Parameters());
            _loaded.Add(name, assembly);
        }

        return assembly;
    }

    public void Dispose()
    {
        foreach (AssemblyDefinition assembly in _loaded.Values)
        {
            assembly.Dispose();
        }
    }

    private ReaderParameters Parameters() =>
        new() { AssemblyResolver = this, MetadataResolver = new RecordingResolver(this, Reads) };
}
