using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>A method for each instruction on each combination of operands, in a file, since the executor reads files.</summary>
public sealed class InstructionMethods : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("instructions").FullName;
    private readonly Type _type;

    public InstructionMethods()
    {
        var name = Path.GetFileName(_folder); // No two assemblies of one name are loaded.
        File = Path.Combine(_folder, name + ".dll");
        using (var assembly = AssemblyDefinition.CreateAssembly(
            new AssemblyNameDefinition(name, new Version(1, 0)), name, ModuleKind.Dll))
        {
            var cases = new CaseWriter(new InstructionTypes(assembly.MainModule));
            StackCases.AddTo(cases);
            MemoryCases.AddTo(cases);
            ArrayCases.AddTo(cases);
            ObjectCases.AddTo(cases);
            All = cases.All;
            assembly.Write(File);
        }

        _type = Assembly.LoadFrom(File).GetType("Instructions.Methods")!;
    }

    public string File { get; }

    public IReadOnlyList<InstructionCase> All { get; }

    public MethodInfo this[InstructionCase of] => _type.GetMethod(of.Method)!;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
