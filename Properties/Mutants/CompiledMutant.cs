using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Loader;
using Verify.Abi;
using Verify.Implementation;

namespace Verify.Properties.Mutants;

/// <summary>A mutant that runs beside the implementation as built; disposing lets its code be unloaded.</summary>
public sealed class CompiledMutant : IDisposable
{
    /// <summary>Everything but the implementation comes from where this assembly has it, Abi above all.</summary>
    private readonly AssemblyLoadContext _context;

    private readonly Lazy<byte[]> _image;
    private readonly Lazy<IsolatedSuite>? _suite;

    internal CompiledMutant(Mutant mutant, byte[] guardedImage, byte[]? modelImage, Func<byte[]> compilePlain)
    {
        Mutant = mutant;
        _suite = modelImage is null
            ? null
            : new Lazy<IsolatedSuite>(() => new IsolatedSuite(mutant.Name, modelImage, guardedImage));
        _image = new Lazy<byte[]>(compilePlain);
        _context = new AssemblyLoadContext(mutant.Name, isCollectible: true);
        using var stream = new MemoryStream(guardedImage);
        SystemFactory boot = BootOf(_context.LoadFromStream(stream));
        Boot = world => new GuardedSystem(world, boot);
    }

    /// <summary>What was compiled.</summary>
    public Mutant Mutant { get; }

    /// <summary>
    /// Boots the mutant's implementation, with a guard in every loop so that an endless one is found.
    /// </summary>
    public SystemFactory Boot { get; }

    /// <summary>The compiled assembly without guards: what a proof about the implementation is tried on.</summary>
    public ReadOnlyMemory<byte> Image => _image.Value;

    /// <summary>Runs a mutant of both sides; null for one of the implementation alone.</summary>
    internal IsolatedSuite? Suite => _suite?.Value;

    /// <summary>Lets the code be unloaded once nothing uses it any more.</summary>
    public void Dispose()
    {
        _context.Unload();
        if (_suite is { IsValueCreated: true, Value: var suite })
        {
            suite.Unload();
        }
    }

    private static SystemFactory BootOf(Assembly implementation)
    {
        Type machine = implementation.GetType(typeof(Machine).FullName!, throwOnError: true)!;
        ParameterExpression world = Expression.Parameter(typeof(World));
        NewExpression boot = Expression.New(machine.GetConstructor([typeof(World)])!, world);
        return Expression.Lambda<SystemFactory>(boot, world).Compile();
    }
}
