namespace Verify.Proofs.Running;

/// <summary>A verdict with its reason, see <see cref="ProofResult"/>.</summary>
internal sealed record Finding(Verdict Verdict, string Message, IReadOnlyList<InputValue> Values)
{
    public static Finding Proved { get; } = new(Verdict.Proved, "", []);

    public static Finding Unknown(string reason) => new(Verdict.Unknown, reason, []);

    public static Finding Refuted(IReadOnlyList<InputValue> values, string failure) =>
        new(Verdict.Refuted, failure, values);
}
