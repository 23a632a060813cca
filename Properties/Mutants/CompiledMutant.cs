using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Loader;
using Verify.Abi;
using Verify.Implementation;

namespace Verify.Properties.Mutants;

/// <summary>A mutant, loaded beside the implementation. Disposing it allows its code to be unloaded.</summary>
public sealed class CompiledMutant : IDisposable
{
    /// <summary>All assemblies but the implementation are shared with this one, in particular Abi.</summary>
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

    /// <summary>The mutant.</summary>
    public Mutant Mutant { get; }

    /// <summary>Boots the mutant, with a guard in every loop that detects an endless one.</summary>
    public SystemFactory Boot { get; }

    /// <summary>The compiled assembly without guards, for proofs about the implementation.</summary>
    public ReadOnlyMemory<byte> Image => _image.Value;

    /// <summary>Runs a mutant of both sides; null for a mutant of the implementation alone.</summary>
    internal IsolatedSuite? Suite => _suite?.Value;

    /// <summary>Allows the code to be unloaded when it is no longer used.</summary>
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
