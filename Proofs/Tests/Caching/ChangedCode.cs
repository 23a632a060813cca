using Verify.Proofs.Caching;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Results;

namespace Verify.Proofs.Tests.Caching;

/// <summary>The compiled code of the working copy, with one member changed in every possible way.</summary>
public sealed class ChangedCode : IDisposable
{
    private readonly CodeDigests _digests =
        new(new CodeBase(typeof(ProofCatalogue).Module.FullyQualifiedName, mutant: null));

    private readonly Dictionary<string, (string What, string Digest)[]> _changes = [];

    /// <summary>Makes the cache entry of a result.</summary>
    internal CachedProof Cached(ProofResult result) => CachedProof.Of(result, result.CrossCheck, _digests.Of);

    /// <summary>True if no code that the proof has read counts as changed.</summary>
    internal bool Has(CachedProof proof) => proof.IsOf(_digests.Of);

    /// <summary>
    /// Changes of members, one at a time, that do not invalidate an entry that the cache <see cref="Has"/>. All other
    /// code is unchanged, so the digest of the member alone decides.
    /// </summary>
    internal IEnumerable<string> Unnoticed(IEnumerable<string> members, CachedProof proof) =>
        from member in members
        let alone = proof with { Code = proof.Code.Where(read => read.Key == member).ToDictionary() }
        from change in ChangesOf(member)
        where alone.IsOf(name => name == member ? change.Digest : _digests.Of(name))
        select $"{member}: {change.What}";

    public void Dispose() => _digests.Dispose();

    private (string What, string Digest)[] ChangesOf(string member)
    {
        if (!_changes.TryGetValue(member, out var changes))
        {
            var definition = _digests.Find(member)!;
            changes = [.. MemberChanges.Of(definition).ToList().Select(change => (change.What, DigestWith(change)))];
            _changes.Add(member, changes);
        }

        return changes;

        string DigestWith(MemberChange change)
        {
            change.Make();
            var digest = CodeDigests.Of(_digests.Find(member)!);
            change.Undo();
            return digest;
        }
    }
}
