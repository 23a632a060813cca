using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Does a call of the class library; arguments and result in memory form, null for no result.</summary>
internal delegate Value? LibraryCall(SymbolicRun run, ClosedMethod method, Value[] arguments);

/// <summary>
/// Methods of the class library whose IL says nothing, or only the runtime understands, each by its full signature: an
/// overload is another method. All others are run as they are.
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

    /// <summary>The methods that are answered, by <see cref="ClosedMethod.Signature"/>.</summary>
    public static IEnumerable<string> Signatures => Known.Keys;

    /// <summary>What does the call; null where the method itself is to be run.</summary>
    public static LibraryCall? Find(ClosedMethod method) =>
        method.Definition.Module.Name != Library ? null
        : LibraryExceptions.IsText(method) ? LibraryExceptions.Text
        : LibraryExceptions.Refused.Contains(method.Signature)
            ? throw new UnsupportedCodeException($"{method}, which only the runtime knows")
        : Known.GetValueOrDefault(method.Signature);
}
