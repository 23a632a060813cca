using System.Reflection;
using System.Runtime.Loader;

namespace Verify.Proofs.Tests.Differential;

/// <summary>Another executor in place of the real one, and a comparison bound to it.</summary>
public sealed class LoadedExecutor(byte[] image) : IDisposable
{
    private readonly Context _context = new(image);

    /// <summary>Compares a method's runs by this executor with the runtime's.</summary>
    /// <returns>What is found wrong; null where nothing is.</returns>
    public string? Compare(MethodInfo method, int calls)
    {
        Type comparison = _context.LoadFromAssemblyPath(typeof(Comparison).Assembly.Location)
            .GetType(typeof(Comparison).FullName!)!;
        try
        {
            using var compared = (IDisposable)Activator.CreateInstance(comparison, method)!;
            comparison.GetMethod(nameof(Comparison.Check))!.Invoke(compared, [calls]);
            return null;
        }
        catch (TargetInvocationException found)
        {
            return found.InnerException!.Message;
        }
    }

    /// <summary>How many rewritings of this executor cvc5 disputes.</summary>
    public int Disputed(string folder) =>
        (int)_context.LoadFromAssemblyPath(typeof(RewritingProbe).Assembly.Location)
            .GetType(typeof(RewritingProbe).FullName!)!
            .GetMethod(nameof(RewritingProbe.Disputed))!.Invoke(null, [folder])!;

    public void Dispose() => _context.Unload();

    private sealed class Context(byte[] image) : AssemblyLoadContext("executor", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (assemblyName.Name != typeof(Prover).Assembly.GetName().Name)
            {
                return null; // Shared with everything else: it does not refer to the executor.
            }

            using var stream = new MemoryStream(image, writable: false);
            return LoadFromStream(stream);
        }
    }
}
