using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Verify.Proofs.Results;

namespace Verify.Proofs.Caching;

/// <summary>A claim that was proved, as the cache keeps it: a line with the digest of what follows it.</summary>
/// <param name="Executor">See <see cref="ExecutorDigest"/>.</param>
/// <param name="Paths">As in <see cref="ProofResult"/>.</param>
/// <param name="Queries">As in <see cref="ProofResult"/>.</param>
/// <param name="Elapsed">As in <see cref="ProofResult"/>.</param>
/// <param name="CrossCheck">A second solver's, where it confirms all; null where there was none.</param>
/// <param name="Code">What the proof has read, by name, each with its digest.</param>
internal sealed record CachedProof(
    string Executor, int Paths, int Queries, TimeSpan Elapsed, CrossCheck? CrossCheck,
    IReadOnlyDictionary<string, string> Code)
{
    // A name on each line, and as it is: angle brackets need no escape here.
    private static readonly JsonSerializerOptions Format =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is kept of a result.</summary>
    public static CachedProof Of(ProofResult result, CrossCheck? check, Func<string, string> digestOf) => new(
        ExecutorDigest.Value, result.Paths, result.Queries, result.Elapsed, check,
        result.Reads.ToDictionary(name => name, digestOf));

    /// <summary>Whether a run of today's executor would read today what this proof has read, and so prove the same.
    /// </summary>
    /// <param name="digestOf">Today's digests by name.</param>
    public bool IsOf(Func<string, string> digestOf) =>
        Executor == ExecutorDigest.Value && Code.All(read => digestOf(read.Key) == read.Value);

    /// <exception cref="FormatException">It is not what <see cref="Write"/> wrote.</exception>
    public static CachedProof Read(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var body = text[(end + 1)..];
        return end >= 0 && text[..end] == Digest(body)
            && JsonSerializer.Deserialize<CachedProof>(body, Format) is { Code: not null } proof
            ? proof
            : throw new FormatException("it is damaged");
    }

    public string Write()
    {
        var body = JsonSerializer.Serialize(this, Format) + "\n";
        return $"{Digest(body)}\n{body}";
    }

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
