using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Verify.Proofs.CrossChecking;

namespace Verify.Proofs.Caching;

/// <summary>A claim that was proved, as the cache keeps it: a line with the digest of what follows it.</summary>
/// <param name="Key">Digest of the code that it was proved of.</param>
/// <param name="Paths">As in <see cref="ProofResult"/>.</param>
/// <param name="Queries">As in <see cref="ProofResult"/>.</param>
/// <param name="Elapsed">As in <see cref="ProofResult"/>.</param>
/// <param name="CrossCheck">A second solver's, where it confirms all; null where there was none.</param>
internal sealed record CachedProof(string Key, int Paths, int Queries, TimeSpan Elapsed, CrossCheck? CrossCheck)
{
    /// <exception cref="FormatException">It is not what <see cref="Write"/> wrote.</exception>
    public static CachedProof Read(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var body = text[(end + 1)..];
        return end >= 0 && text[..end] == Digest(body) && JsonSerializer.Deserialize<CachedProof>(body) is { } proof
            ? proof
            : throw new FormatException("it is damaged");
    }

    public string Write()
    {
        var body = JsonSerializer.Serialize(this) + "\n";
        return $"{Digest(body)}\n{body}";
    }

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
