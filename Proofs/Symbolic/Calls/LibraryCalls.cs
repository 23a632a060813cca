using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Performs a call of the class library; arguments and result in memory form, null for no result.</summary>
internal delegate Value? LibraryCall(SymbolicRun run, ClosedMethod method, Value[] arguments);

/// <summary>
/// Methods of the class library without IL, or with IL that only the runtime understands, by full signature: overloads
/// are different methods. The executor runs the IL of all others.
/// </summary>
internal static class LibraryCalls
{
    private static readonly string Library = typeof(object).Module.Name;

    private static readonly Dictionary<string, LibraryCall> Known =
        new[]
        {
            LibraryStrings.Calls, LibraryArrays.Calls, LibraryBytes.Calls, LibraryComparers.Calls, LibraryTypes.Calls,
            LibraryExceptions.Calls,
        }
            .SelectMany(family => family)
            .ToDictionary();

    /// <summary>The methods that the executor answers itself, by <see cref="ClosedMethod.Signature"/>.</summary>
    public static IEnumerable<string> Signatures => Known.Keys;

    /// <summary>Finds the implementation of a call; null if the method itself is to be run.</summary>
    public static LibraryCall? Find(ClosedMethod method) =>
        method.Definition.Module.Name != Library ? null
        : LibraryExceptions.IsText(method) ? LibraryExceptions.Text
        : LibraryExceptions.Refused.Contains(method.Signature)
            ? throw new UnsupportedCodeException($"{method}, which only the runtime knows")
        : Known.GetValueOrDefault(method.Signature);
}
