using System.Collections.Concurrent;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Results;

namespace Verify.Proofs.Caching;

/// <summary>
/// A folder of proved claims, one file for each harness. A file is valid while the code that the proof has read is
/// unchanged. An unreadable file or a read-only folder costs time and nothing else. Results on mutants are never kept.
/// May be used by several threads and several processes.
/// </summary>
/// <param name="directory">The folder, created on first use.</param>
public sealed class ProofCache(string directory) : IDisposable
{
    private const string Extension = ".proof";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, CodeDigests> _digests = [];
    private readonly ConcurrentDictionary<string, bool> _notes = [];

    /// <summary>Problems with the folder, one line each.</summary>
    public IReadOnlyList<string> Notes => [.. _notes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Finds the result of an earlier run of the same code; null if there is none.</summary>
    /// <param name="proof">The harness.</param>
    /// <param name="confirmedBy">The second solver that must have confirmed the result; null for none.</param>
    public ProofResult? TryFind(ProofCase proof, string? confirmedBy = null)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return ReadCurrent(proof) is { } entry && (confirmedBy is null || entry.CrossCheck?.Solver == confirmedBy)
            ? new ProofResult(
                proof, ProofVerdict.Proved, "", [], entry.Paths, entry.Queries, proof.Claim.Unwind, entry.Elapsed)
            {
                CrossCheck = confirmedBy is null ? null : entry.CrossCheck,
                IsCached = true,
                Reads = [.. entry.Code.Keys],
            }
            : null;
    }

    /// <summary>Keeps a result for later runs if it holds.</summary>
    public void Store(ProofResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Holds)
        {
            return;
        }

        CrossCheck? check = result.CrossCheck is { Confirms: true } ? result.CrossCheck
            : ReadCurrent(result.Case)?.CrossCheck; // Still valid.
        CachedProof entry = EntryOf(result, check);
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
    public void Dispose()
    {
        foreach (CodeDigests digests in _digests.Values)
        {
            digests.Dispose();
        }
    }

    // The harness itself must be among the code that was read: another harness of the same name may have left the file.
    private CachedProof? ReadCurrent(ProofCase proof)
    {
        if (Read(proof) is not { } entry)
        {
            return null;
        }

        lock (_lock)
        {
            CodeDigests digests = DigestsAround(proof);
            return entry.Code.ContainsKey(CodeName.Of(digests.Code.Find(proof.Method))) && entry.IsOf(digests.Of)
                ? entry
                : null;
        }
    }

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

    private CachedProof EntryOf(ProofResult result, CrossCheck? check)
    {
        lock (_lock)
        {
            return CachedProof.Of(result, check, DigestsAround(result.Case).Of);
        }
    }

    private CodeDigests DigestsAround(ProofCase proof)
    {
        var file = proof.Method.Module.FullyQualifiedName;
        if (!_digests.TryGetValue(file, out CodeDigests? digests))
        {
            digests = new CodeDigests(new CodeBase(file, mutant: null));
            _digests.Add(file, digests);
        }

        return digests;
    }

    private string FileOf(ProofCase proof) => Path.Combine(directory, proof.Name + Extension);
}
