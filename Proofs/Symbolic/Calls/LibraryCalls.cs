using Verify.Proofs.Symbolic.Types;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Does a call of the class library; arguments and result in memory form, null for no result.</summary>
internal delegate Value? LibraryCall(Interpreter run, ClosedMethod method, Value[] arguments);

/// <summary>
/// Methods of the class library whose IL says nothing, or only the runtime understands. All others are run as they are.
/// </summary>
internal static class LibraryCalls
{
    // Where the class library's throw helpers get their messages from: what they say makes no difference.
    private const string Texts = "System.SR";

    private static readonly Dictionary<string, LibraryCall> Known =
        new[]
        {
            LibraryStrings.Calls, LibraryArrays.Calls, LibraryOctets.Calls, LibraryComparers.Calls, LibraryTypes.Calls,
        }
            .SelectMany(family => family)
            .Append(KeyValuePair.Create<string, LibraryCall>("System.Object::.ctor", static (_, _, _) => null))
            .ToDictionary();

    /// <summary>What does the call; null where the method itself is to be run.</summary>
    public static LibraryCall? Find(ClosedMethod method) =>
        method.Owner.Definition?.FullName == Texts ? static (_, _, _) => new Text("")
        : Known.GetValueOrDefault(method.PlainName);
}
