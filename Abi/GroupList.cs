using System.Collections;
using System.Runtime.CompilerServices;

namespace Verify.Abi;

/// <summary>
/// A list of groups as setgroups(2) takes it: the first is the effective group. A value, never shared with the kernel
/// (S7).
/// </summary>
[CollectionBuilder(typeof(GroupList), nameof(Create))]
public readonly struct GroupList : IEquatable<GroupList>, IEnumerable<int>
{
    /// <summary>NGROUPS: a longer list fails with EINVAL.</summary>
    public const int MaxCount = 16;

    private readonly int[]? _ids;

    private GroupList(int[] ids) => _ids = ids;

    /// <summary>How many groups there are.</summary>
    public int Count => _ids?.Length ?? 0;

    /// <summary>The group at an index from 0.</summary>
    public int this[int index] => _ids![index];

    /// <summary>A list of these groups.</summary>
    public static GroupList Create(ReadOnlySpan<int> ids) => ids.IsEmpty ? default : new GroupList(ids.ToArray());

    /// <summary>The list without its first group.</summary>
    public GroupList Rest => Create(_ids.AsSpan(1));

    /// <summary>True if the group is in the list.</summary>
    public bool Contains(int id)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_ids![i] == id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same groups in the same order.</summary>
    public bool Equals(GroupList other) => _ids.AsSpan().SequenceEqual(other._ids);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GroupList other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Count == 0 ? 0 : _ids![0]);

    /// <summary>The same groups in the same order.</summary>
    public static bool operator ==(GroupList left, GroupList right) => left.Equals(right);

    /// <summary>Not the same groups in the same order.</summary>
    public static bool operator !=(GroupList left, GroupList right) => !left.Equals(right);

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => (_ids ?? []).AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The groups as unsigned numbers, separated by blanks.</summary>
    public override string ToString() => string.Join(' ', this.Select(id => (uint)id));
}
