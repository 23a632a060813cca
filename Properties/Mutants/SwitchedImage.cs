using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp;

namespace Verify.Properties.Mutants;

/// <summary>A project with many changes at once, compiled; see <see cref="SwitchedSource"/>.</summary>
public sealed class SwitchedImage
{
    private readonly Dictionary<SourceEdit, int> _numbers = [];

    /// <summary>Compiles changes together.</summary>
    /// <param name="source">The unchanged project.</param>
    /// <param name="edits">
    /// The changes. One that changes more than bodies of methods is left out, and one of a method that a static
    /// constructor calls: what that keeps would not change with the switch.
    /// </param>
    /// <param name="finish">The last step before the project is compiled.</param>
    public SwitchedImage(
        CSharpCompilation source, IEnumerable<SourceEdit> edits, Func<CSharpCompilation, CSharpCompilation> finish)
    {
        IReadOnlyList<(SourceEdit Edit, IReadOnlyList<ChangedBody> Bodies)> changes = BodyChanges.Of(edits, source);
        // A body that does not compile is an error of its own mutant: then each mutant is compiled alone.
        if (changes.Count > 0
            && ProjectSource.TryEmit(
                finish(SwitchedSource.Of(source, [.. changes.Select(change => change.Bodies)])), out _) is { } image)
        {
            Bytes = image;
            HashSet<int> atStart = AtStart(image);
            for (int i = 0; i < changes.Count; i++)
            {
                if (!atStart.Contains(i + 1))
                {
                    _numbers.Add(changes[i].Edit, i + 1);
                }
            }
        }
    }

    /// <summary>The assembly file; empty without changes that compile together.</summary>
    public byte[] Bytes { get; } = [];

    /// <summary>The number of a change; null for one that must be compiled alone.</summary>
    public int? NumberOf(SourceEdit edit) => _numbers.TryGetValue(edit, out int number) ? number : null;

    /// <summary>
    /// Runs the static constructors of a loaded assembly, so that what they keep belongs to no mutant.
    /// </summary>
    public static void Start(Assembly loaded)
    {
        foreach (Type type in loaded.GetTypes().Where(type => !type.ContainsGenericParameters))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }
    }

    /// <summary>Makes a change in a loaded assembly, in place of the one before.</summary>
    public static void Activate(Assembly loaded, int number) =>
        Field(loaded, SwitchedSource.ActiveField).SetValue(null, number);

    /// <summary>The changes of methods that static constructors call.</summary>
    private static HashSet<int> AtStart(byte[] image)
    {
        var context = new AssemblyLoadContext(nameof(AtStart), isCollectible: true);
        using var stream = new MemoryStream(image);
        Assembly loaded = context.LoadFromStream(stream);
        Activate(loaded, SwitchedSource.Watching);
        Start(loaded);
        HashSet<int> called = [.. (HashSet<int>)Field(loaded, SwitchedSource.WatchedField).GetValue(null)!];
        context.Unload();
        return called;
    }

    private static FieldInfo Field(Assembly loaded, string name) =>
        loaded.GetType(SwitchedSource.SwitchType, throwOnError: true)!.GetField(name)!;
}
