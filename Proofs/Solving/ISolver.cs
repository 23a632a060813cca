using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>A solver that proofs put their questions to. Nobody believes its values before they are tried.</summary>
internal interface ISolver : IDisposable
{
    /// <summary>Whether some input satisfies all conditions.</summary>
    /// <param name="conditions">Truth values.</param>
    /// <param name="variables">The variables in them.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="UndecidedException">It gave up.</exception>
    Answer Ask(IReadOnlyList<Term> conditions, IReadOnlyList<Term> variables);
}
