using System.Reflection;
using System.Runtime.Loader;
using Verify.Abi;
using Verify.Implementation;
using Verify.Model;
using Verify.Properties.Checking;
using Verify.Properties.Worlds;

namespace Verify.Properties.Mutants;

/// <summary>
/// A second copy of this library, which runs a mutant of both sides against the mutant's own model. It shares only Abi
/// and the runtime with this copy, so only their types are exchanged.
/// </summary>
internal sealed class IsolatedSuite : ISuite
{
    private static readonly AssemblyName OwnName = typeof(IsolatedSuite).Assembly.GetName();

    private readonly MutantLoadContext _context;
    private readonly CampaignOfCopy _inCampaign;
    private readonly WorldsOfCopy _inWorlds;

    /// <param name="name">The name of the mutant.</param>
    /// <param name="model">Its compiled model.</param>
    /// <param name="implementation">Its implementation, compiled with loop guards.</param>
    public IsolatedSuite(string name, byte[] model, byte[] implementation)
    {
        _context = new MutantLoadContext(name, model, implementation);
        Type copy = _context.LoadFromAssemblyName(OwnName)
            .GetType(typeof(IsolatedSuite).FullName!, throwOnError: true)!;
        _inCampaign = MethodOf<CampaignOfCopy>(copy, nameof(HuntInCampaign));
        _inWorlds = MethodOf<WorldsOfCopy>(copy, nameof(HuntInWorlds));
    }

    private delegate (string Engine, long Calls, int States, int Kind, string Headline, string Message, Trace Trace)?
        CampaignOfCopy(ulong seed, long calls, int threads, CancellationToken cancel);

    private delegate (string Engine, long Calls, int States, int Kind, string Headline, string Message, Trace Trace)?
        WorldsOfCopy(
            (string Name, int Depth, Trace Start, Call[] Alphabet)[] worlds, int threads, CancellationToken cancel);

    /// <inheritdoc/>
    public Detection? InCampaign(DetectionOptions options, CancellationToken cancel) =>
        Read(_inCampaign(options.Seed, options.Calls, options.Threads, cancel));

    /// <inheritdoc/>
    public Detection? InWorlds(IEnumerable<SmallWorld> worlds, DetectionOptions options, CancellationToken cancel) =>
        Read(_inWorlds(
            [.. worlds.Select(world => (world.Name, world.Depth, world.Start, world.Alphabet.ToArray()))],
            options.Threads,
            cancel));

    /// <summary>Of a suite with switches: runs the static constructors, while no change is made.</summary>
    public void Start()
    {
        foreach (Assembly assembly in _context.Sides.Append(_context.LoadFromAssemblyName(OwnName)))
        {
            SwitchedImage.Start(assembly);
        }
    }

    /// <summary>Of a suite with switches: makes a change on each side, in place of those before.</summary>
    public void Activate(int inModel, int inImplementation)
    {
        SwitchedImage.Activate(_context.Sides[0], inModel);
        SwitchedImage.Activate(_context.Sides[1], inImplementation);
    }

    /// <summary>Allows the copy to be unloaded when it is no longer used.</summary>
    public void Unload() => _context.Unload();

    private static (string, long, int, int, string, string, Trace)? HuntInCampaign(
        ulong seed, long calls, int threads, CancellationToken cancel) =>
        Write(MutantDetector.InCampaign(
            Boot, new DetectionOptions { Seed = seed, Calls = calls, Threads = threads }, cancel));

    private static (string, long, int, int, string, string, Trace)? HuntInWorlds(
        (string Name, int Depth, Trace Start, Call[] Alphabet)[] worlds, int threads, CancellationToken cancel) =>
        Write(MutantDetector.InWorlds(
            Boot,
            worlds.Select(world => new SmallWorld(
                world.Name, Description: "", Requirements: [], world.Depth, world.Start, [.. world.Alphabet])),
            new DetectionOptions { Threads = threads },
            cancel));

    /// <summary>In the copy, Machine is that of the mutant.</summary>
    private static GuardedSystem Boot(World world) => new(world, machine => new Machine(machine));

    private static (string, long, int, int, string, string, Trace)? Write(Detection? caught) => caught is null
        ? null
        : (caught.Engine, caught.Calls, caught.States, (int)caught.Finding.Kind, caught.Finding.Headline,
            caught.Finding.Message, caught.Finding.Trace);

    private static Detection? Read(
        (string Engine, long Calls, int States, int Kind, string Headline, string Message, Trace Trace)? caught) =>
        caught is { } it
            ? new Detection(
                it.Engine, it.Calls, it.States, new Finding((FindingKind)it.Kind, it.Headline, it.Message, it.Trace))
            : null;

    private static T MethodOf<T>(Type copy, string name)
        where T : Delegate =>
        copy.GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate<T>();

    /// <summary>All assemblies but the two sides and this library are shared with the program.</summary>
    private sealed class MutantLoadContext(string name, byte[] model, byte[] implementation)
        : AssemblyLoadContext(name, isCollectible: true)
    {
        /// <summary>The model and the implementation.</summary>
        public Assembly[] Sides =>
        [
            LoadFromAssemblyName(typeof(Spec).Assembly.GetName()),
            LoadFromAssemblyName(typeof(Machine).Assembly.GetName()),
        ];

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == typeof(Spec).Assembly.GetName().Name ? From(model)
            : assemblyName.Name == typeof(Machine).Assembly.GetName().Name ? From(implementation)
            : assemblyName.Name == OwnName.Name
                ? From(System.IO.File.ReadAllBytes(typeof(IsolatedSuite).Assembly.Location))
            : null;

        private Assembly From(byte[] image)
        {
            using var stream = new MemoryStream(image);
            return LoadFromStream(stream);
        }
    }
}
