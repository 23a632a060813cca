using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Content of exceptions that comes from the runtime, and messages of the class library.</summary>
internal static class LibraryExceptions
{
    private const string Exception = "System.Exception";

    // The source of messages for the throw helpers of the class library.
    private const string Texts = "System.SR";

    public static Dictionary<string, LibraryCall> Calls { get; } = new()
    {
        ["System.Void System.Object::.ctor()"] = static (_, _, _) => null,
    };

    /// <summary>Content that the runtime writes into a thrown exception: where it has passed.</summary>
    public static IReadOnlySet<string> Refused { get; } = new HashSet<string>
    {
        $"System.String {Exception}::get_StackTrace()",
        $"System.Reflection.MethodBase {Exception}::get_TargetSite()",
    };

    /// <summary>Returns a text of unknown content.</summary>
    public static LibraryCall Text { get; } = static (_, method, _) => new Opaque($"the text {method}");

    /// <summary>True if a method returns a message of the class library.</summary>
    public static bool IsText(ClosedMethod method) => method.Owner.Name == Texts;
}
