using System.Reflection;
using System.Runtime.Loader;

namespace Verify.Proofs.Tests.Differential;

/// <summary>A mutant of the executor, and tests bound to it.</summary>
public sealed class LoadedExecutor(byte[] image) : IDisposable
{
    private readonly Context _context = new(image);

    /// <summary>Compares this executor with the runtime on a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="calls">Number of random inputs; null for all of a small space instead.</param>
    /// <returns>The first difference; null if there is none.</returns>
    public string? Compare(MethodInfo method, int? calls)
    {
        Type comparison = _context.LoadFromAssemblyPath(typeof(Comparison).Assembly.Location)
            .GetType(typeof(Comparison).FullName!)!;
        try
        {
            using var compared = (IDisposable)Activator.CreateInstance(comparison, method, false, null)!;
            (string check, object[] arguments) = calls is { } count
                ? (nameof(Comparison.Check), [count])
                : (nameof(Comparison.CheckWhole), (object[])[]);
            comparison.GetMethod(check)!.Invoke(compared, arguments);
            return null;
        }
        catch (TargetInvocationException found)
        {
            return found.InnerException!.Message;
        }
    }

    /// <summary>Calls a static method of the tests, bound to it.</summary>
    public T Call<T>(Func<T> method) => (T)Invoke(method.Method);

    /// <summary>Calls a static method of the tests, bound to it.</summary>
    public T Call<TArgument, T>(Func<TArgument, T> method, TArgument argument) =>
        (T)Invoke(method.Method, argument);

    public void Dispose() => _context.Unload();

    private object Invoke(MethodInfo method, params object?[] arguments) =>
        _context.LoadFromAssemblyPath(method.Module.FullyQualifiedName)
            .ManifestModule.ResolveMethod(method.MetadataToken)!.Invoke(null, arguments)!;

    private sealed class Context(byte[] image) : AssemblyLoadContext("executor", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (assemblyName.Name != typeof(Prover).Assembly.GetName().Name)
            {
                return null; // Shared with the default context: it does not refer to the executor.
            }

            using var stream = new MemoryStream(image, writable: false);
            return LoadFromStream(stream);
        }
    }
}
