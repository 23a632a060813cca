using Verify.Proofs;

namespace Verify.Runner;

/// <summary>Runs proofs side by side.</summary>
internal static class ProofRuns
{
    /// <summary>
    /// Results in the order of the proofs, each as soon as it and those before it are there; fewer when cancelled.
    /// </summary>
    public static IEnumerable<ProofResult> Run(
        IReadOnlyList<ProofCase> proofs, ImplementationImage? mutant, int threads, CancellationToken cancellation) =>
        proofs
            .AsParallel().AsOrdered()
            .WithDegreeOfParallelism(Math.Max(1, Math.Min(threads, proofs.Count)))
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(proof => RunUnlessCancelled(proof, mutant, cancellation))
            .AsSequential()
            .TakeWhile(result => result is not null)
            .Select(result => result!);

    /// <summary>One line: verdict, requirement, name, paths and time; then what refutes it.</summary>
    public static string Line(ProofResult result, int nameWidth)
    {
        string name = result.Case.Name.PadRight(nameWidth);
        string line = $"{Word(result.Verdict),-8} {result.Case.Requirement,-3} {name} {result.Paths,5} paths"
            + $" {Duration.Print(result.Elapsed),8}";
        return result.Verdict == Verdict.Proved ? line : $"{line}\n         {Reason(result)}";
    }

    /// <summary>The values that refute a proof, and why; or why it is unknown.</summary>
    public static string Reason(ProofResult result) => result.Values.Count == 0
        ? result.Message
        : $"with {string.Join(", ", result.Values.Select(value => $"{value.Name} = {value.Text}"))}: {result.Message}";

    private static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    private static ProofResult? RunUnlessCancelled(
        ProofCase proof, ImplementationImage? mutant, CancellationToken cancellation)
    {
        try
        {
            return Prover.Run(proof, mutant, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
