using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Loader;
using Verify.Abi;
using Verify.Implementation;

namespace Verify.Properties.Mutants;

/// <summary>A mutant, loaded beside the implementation. Disposing it allows its code to be unloaded.</summary>
public sealed class CompiledMutant : IDisposable
{
    /// <summary>
    /// All assemblies but the implementation are shared with this one, in particular Abi. Null for a mutant whose code
    /// is that of others too.
    /// </summary>
    private readonly AssemblyLoadContext? _context;

    private readonly Lazy<byte[]> _image;
    private readonly Lazy<ISuite>? _suite;

    /// <summary>A mutant whose code is that of others too.</summary>
    internal CompiledMutant(Mutant mutant, SystemFactory boot, ISuite? suite, Func<byte[]> compilePlain)
    {
        Mutant = mutant;
        _suite = suite is null ? null : new Lazy<ISuite>(suite);
        _image = new Lazy<byte[]>(compilePlain);
        Boot = boot;
    }

    /// <summary>A mutant that is compiled alone.</summary>
    internal CompiledMutant(Mutant mutant, byte[] guardedImage, byte[]? modelImage, Func<byte[]> compilePlain)
    {
        Mutant = mutant;
        _suite = modelImage is null
            ? null
            : new Lazy<ISuite>(() => new IsolatedSuite(mutant.Name, modelImage, guardedImage));
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
    internal ISuite? Suite => _suite?.Value;

    /// <summary>Allows the code to be unloaded when it is no longer used.</summary>
    public void Dispose()
    {
        _context?.Unload();
        if (_suite is { IsValueCreated: true, Value: IsolatedSuite suite })
        {
            suite.Unload();
        }
    }

    /// <summary>Boots the machine of a compiled implementation.</summary>
    internal static SystemFactory BootOf(Assembly implementation)
    {
        Type machine = implementation.GetType(typeof(Machine).FullName!, throwOnError: true)!;
        ParameterExpression world = Expression.Parameter(typeof(World));
        NewExpression boot = Expression.New(machine.GetConstructor([typeof(World)])!, world);
        return Expression.Lambda<SystemFactory>(boot, world).Compile();
    }
}
