using System.Collections.Concurrent;
using Verify.Proofs.CrossChecking;
using Verify.Proofs.Symbolic;

namespace Verify.Proofs.Caching;

/// <summary>
/// A folder of what was proved, a file for each harness. A file counts only for exactly the code that it was written
/// for; one that cannot be read, or a folder that cannot be written, costs time and nothing else. Proofs on mutants
/// never come here. May be used by several threads, and by several processes.
/// </summary>
/// <param name="directory">The folder; it is made when it is first needed.</param>
public sealed class ProofCache(string directory) : IDisposable
{
    private const string Extension = ".proof";

    private readonly Lock _lock = new();
    private readonly ProofKeys _keys = new();
    private readonly Dictionary<ProofCase, string?> _known = [];
    private readonly ConcurrentDictionary<string, bool> _notes = [];

    /// <summary>What was wrong with the folder, a line each.</summary>
    public IReadOnlyList<string> Notes => [.. _notes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The result of an earlier run of the same code; null where there is none.</summary>
    /// <param name="proof">The harness.</param>
    /// <param name="confirmedBy">The second solver that must have confirmed it; null for none.</param>
    public ProofResult? TryFind(ProofCase proof, string? confirmedBy = null)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return Read(proof) is { } entry
            && entry.Key == KeyOf(proof)
            && (confirmedBy is null || entry.CrossCheck?.Solver == confirmedBy)
            ? new ProofResult(
                proof, Verdict.Proved, "", [], entry.Paths, entry.Queries, proof.Claim.Unwind, entry.Elapsed)
            {
                CrossCheck = confirmedBy is null ? null : entry.CrossCheck,
                IsCached = true,
            }
            : null;
    }

    /// <summary>Keeps a result for runs to come, where it is a proof that nobody contradicts.</summary>
    public void Store(ProofResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Holds || KeyOf(result.Case) is not { } key)
        {
            return;
        }

        CrossCheck? check = result.CrossCheck is { Confirms: true } ? result.CrossCheck
            : Read(result.Case) is { } known && known.Key == key ? known.CrossCheck // Still true.
            : null;
        var entry = new CachedProof(key, result.Paths, result.Queries, result.Elapsed, check);
        try
        {
            Directory.CreateDirectory(directory);
            var unfinished = $"{FileOf(result.Case)}.{Environment.ProcessId}.tmp";
            File.WriteAllText(unfinished, entry.Write());
            File.Move(unfinished, FileOf(result.Case), overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _notes.TryAdd($"the proof cache cannot be written: {error.Message}", true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _keys.Dispose();

    private CachedProof? Read(ProofCase proof)
    {
        try
        {
            var file = FileOf(proof);
            return File.Exists(file) ? CachedProof.Read(File.ReadAllText(file)) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            _notes.TryAdd($"the proof cache's {proof.Name}{Extension} is not used: {error.Message}", true);
            return null;
        }
    }

    private string? KeyOf(ProofCase proof)
    {
        lock (_lock)
        {
            if (!_known.TryGetValue(proof, out var key))
            {
                try
                {
                    key = _keys.Of(proof);
                }
                catch (UnsupportedCodeException)
                {
                    key = null; // Code that is not to be found: nothing is known of it.
                }

                _known.Add(proof, key);
            }

            return key;
        }
    }

    private string FileOf(ProofCase proof) => Path.Combine(directory, proof.Name + Extension);
}
