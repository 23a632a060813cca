using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>A solver that answers the queries of proofs. Callers check the values that it gives.</summary>
internal interface ISolver : IDisposable
{
    /// <summary>Decides whether some input satisfies all conditions.</summary>
    /// <param name="conditions">Truth values.</param>
    /// <param name="variables">The variables in them.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <exception cref="UndecidedException">The solver gave up.</exception>
    Answer Ask(IReadOnlyList<Term> conditions, IReadOnlyList<Term> variables);
}
