using System.Globalization;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Results;

/// <summary>The progress of a running proof. Another thread may read it.</summary>
public sealed class ProofProgress
{
    private volatile int _paths;
    private volatile int _queries;

    /// <summary>Receives each query to Z3, in order, as soon as it is answered; null for no receiver.</summary>
    public Action<Obligation>? Answered { get; init; }

    /// <summary>Receives each rewriting of a term, each time it is done; null for no receiver.</summary>
    internal Action<Rewritten>? Rewritten { get; init; }

    /// <summary>Paths explored so far.</summary>
    public int Paths
    {
        get => _paths;
        internal set => _paths = value;
    }

    /// <summary>Queries to Z3 so far.</summary>
    public int Queries
    {
        get => _queries;
        internal set => _queries = value;
    }

    /// <summary>Both numbers, in words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Paths:n0} paths, {Queries:n0} queries");
}
