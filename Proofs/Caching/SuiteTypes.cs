using Mono.Cecil;

namespace Verify.Proofs.Caching;

/// <summary>The types of this suite, in a module and in all that it refers to, by what they derive from.</summary>
internal sealed class SuiteTypes
{
    private const string Prefix = "Verify.";

    private readonly ILookup<string, TypeDefinition> _derived;

    public SuiteTypes(ModuleDefinition start) =>
        _derived = (
            from module in ModulesAround(start)
            from type in module.GetTypes()
            from parent in type.Interfaces.Select(i => i.InterfaceType).Append(type.BaseType).OfType<TypeReference>()
            select (Parent: parent.GetElementType().FullName, Type: type))
            .ToLookup(pair => pair.Parent, pair => pair.Type);

    public static bool Has(AssemblyNameReference name) => name.Name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The types that have this one as their base, or implement it.</summary>
    public IEnumerable<TypeDefinition> DerivedFrom(TypeDefinition type) => _derived[type.FullName];

    private static HashSet<ModuleDefinition> ModulesAround(ModuleDefinition start)
    {
        var modules = new HashSet<ModuleDefinition> { start };
        var open = new Queue<ModuleDefinition>(modules);
        while (open.TryDequeue(out ModuleDefinition? module))
        {
            foreach (AssemblyNameReference name in module.AssemblyReferences.Where(Has))
            {
                ModuleDefinition referred = module.AssemblyResolver.Resolve(name).MainModule;
                if (modules.Add(referred))
                {
                    open.Enqueue(referred);
                }
            }
        }

        return modules;
    }
}
