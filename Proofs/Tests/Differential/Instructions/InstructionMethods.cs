using System.Reflection;
using Mono.Cecil;
using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>
/// A method for each instruction on each combination of operands, in a file, because the executor reads files.
/// </summary>
public sealed class InstructionMethods : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("instructions").FullName;
    private readonly Dictionary<string, MethodInfo> _methods;

    public InstructionMethods()
    {
        var name = Path.GetFileName(_folder); // No two assemblies of one name are loaded.
        var file = Path.Combine(_folder, name + ".dll");
        using (var assembly = AssemblyDefinition.CreateAssembly(
            new AssemblyNameDefinition(name, new Version(1, 0)), name, ModuleKind.Dll))
        {
            var cases = new CaseWriter(new InstructionTypes(assembly.MainModule));
            StackCases.AddTo(cases);
            MemoryCases.AddTo(cases);
            ArrayCases.AddTo(cases);
            ObjectCases.AddTo(cases);
            All = cases.All;
            assembly.Write(file);
        }

        _methods = Assembly.LoadFrom(file).GetType("Instructions.Methods")!
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(method => method.Name);
        Image = new CodeBase(file, mutant: null);
    }

    public IReadOnlyList<InstructionCase> All { get; }

    public MethodInfo this[InstructionCase of] => _methods[of.Method];

    /// <summary>The IL of the methods.</summary>
    internal CodeBase Image { get; }

    public void Dispose()
    {
        Image.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
