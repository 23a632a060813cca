using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Verify.Proofs.Results;

namespace Verify.Proofs.Caching;

/// <summary>A proved claim in the cache, as a file: a line with the digest of the rest, then the rest.</summary>
/// <param name="Executor">See <see cref="ExecutorDigest"/>.</param>
/// <param name="Paths">As in <see cref="ProofResult"/>.</param>
/// <param name="Queries">As in <see cref="ProofResult"/>.</param>
/// <param name="Elapsed">As in <see cref="ProofResult"/>.</param>
/// <param name="CrossCheck">The cross-check, if it confirmed all answers; null for none.</param>
/// <param name="Code">The code that the proof has read: name and digest of each part.</param>
internal sealed record CachedProof(
    string Executor, int Paths, int Queries, TimeSpan Elapsed, CrossCheck? CrossCheck,
    IReadOnlyDictionary<string, string> Code)
{
    // One name a line, with angle brackets unescaped.
    private static readonly JsonSerializerOptions Format =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the entry for a result.</summary>
    public static CachedProof Of(ProofResult result, CrossCheck? check, Func<string, string> digestOf) => new(
        ExecutorDigest.Value, result.Paths, result.Queries, result.Elapsed, check,
        result.Reads.ToDictionary(name => name, digestOf));

    /// <summary>True if neither the executor nor the code that the proof has read has changed.</summary>
    /// <param name="digestOf">Current digests by name.</param>
    public bool IsOf(Func<string, string> digestOf) =>
        Executor == ExecutorDigest.Value && Code.All(read => digestOf(read.Key) == read.Value);

    /// <exception cref="FormatException">The text is not one that <see cref="Write"/> wrote.</exception>
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
