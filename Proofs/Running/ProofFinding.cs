using Verify.Proofs.Results;

namespace Verify.Proofs.Running;

/// <summary>A verdict with its reason, see <see cref="ProofResult"/>.</summary>
internal sealed record ProofFinding(ProofVerdict Verdict, string Message, IReadOnlyList<InputValue> Values)
{
    public static ProofFinding Proved { get; } = new(ProofVerdict.Proved, "", []);

    public static ProofFinding Unknown(string reason) => new(ProofVerdict.Unknown, reason, []);

    public static ProofFinding Refuted(IReadOnlyList<InputValue> values, string failure) =>
        new(ProofVerdict.Refuted, failure, values);
}
