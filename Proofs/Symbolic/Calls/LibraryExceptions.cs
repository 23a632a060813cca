using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>What the runtime itself writes into exceptions, and the class library's texts about them.</summary>
internal static class LibraryExceptions
{
    private const string Exception = "System.Exception";

    // Where the class library's throw helpers get their messages from.
    private const string Texts = "System.SR";

    public static Dictionary<string, LibraryCall> Calls { get; } = new()
    {
        ["System.Void System.Object::.ctor()"] = static (_, _, _) => null,
    };

    /// <summary>What the runtime writes into an exception that is thrown: where it has passed.</summary>
    public static IReadOnlySet<string> Refused { get; } = new HashSet<string>
    {
        $"System.String {Exception}::get_StackTrace()",
        $"System.Reflection.MethodBase {Exception}::get_TargetSite()",
    };

    /// <summary>Gives a text that nobody may look at.</summary>
    public static LibraryCall Text { get; } = static (_, method, _) => new Opaque($"the text {method}");

    /// <summary>Whether a method gives one of the class library's texts.</summary>
    public static bool IsText(ClosedMethod method) => method.Owner.Name == Texts;
}
