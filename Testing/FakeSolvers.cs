using Verify.Properties;

namespace Verify.Testing;

/// <summary>Programs that behave like cvc5 up to a fault each, in Solvers/.</summary>
public static class FakeSolvers
{
    private static readonly string Root = Repository.Around(AppContext.BaseDirectory).Root;

    /// <summary>Finds every question satisfiable.</summary>
    public static string Lying => In("lying-cvc5");

    /// <summary>Never knows.</summary>
    public static string Unsure => In("unsure-cvc5");

    /// <summary>Ends at the first question.</summary>
    public static string Dying => In("dying-cvc5");

    /// <summary>Takes questions and never answers.</summary>
    public static string Hanging => In("hanging-cvc5");

    private static string In(string name) => Path.Combine(Root, "Proofs", "Tests", "Solvers", name);
}
