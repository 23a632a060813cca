using System.Globalization;
using Verify.Proofs.Solving;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Results;

/// <summary>How far a proof is while it runs. Another thread may look at it.</summary>
public sealed class ProofProgress
{
    private volatile int _paths;
    private volatile int _queries;

    /// <summary>
    /// Told of each question to Z3, in order, as soon as it is answered; null where nobody wants to know.
    /// </summary>
    public Action<Obligation>? Answered { get; init; }

    /// <summary>Told of each rewriting of a term, as often as it is done; null where nobody wants to know.</summary>
    internal Action<Rewritten>? Rewritten { get; init; }

    /// <summary>Paths run so far.</summary>
    public int Paths
    {
        get => _paths;
        internal set => _paths = value;
    }

    /// <summary>Questions put to Z3 so far.</summary>
    public int Queries
    {
        get => _queries;
        internal set => _queries = value;
    }

    /// <summary>Both, in words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Paths:n0} paths, {Queries:n0} queries");
}
