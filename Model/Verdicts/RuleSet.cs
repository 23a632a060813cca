using System.Numerics;
using System.Runtime.CompilerServices;

namespace Verify.Model;

/// <summary>A set of rules, kept as bits.</summary>
public struct RuleSet : IEquatable<RuleSet>
{
    private const uint WordSize = 64;
    private const int WordCount = 8;

    private Words _words;

    /// <summary>True where it has a rule.</summary>
    public readonly bool Contains(Rule rule) => (_words[WordOf(rule)] & BitOf(rule)) != 0;

    /// <summary>Its rules, in the order of <see cref="Rule"/>, without allocation.</summary>
    public readonly Enumerator GetEnumerator() => new(this);

    /// <inheritdoc/>
    public readonly bool Equals(RuleSet other) =>
        ((ReadOnlySpan<ulong>)_words).SequenceEqual((ReadOnlySpan<ulong>)other._words);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is RuleSet other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode()
    {
        var hash = new HashCode();
        foreach (ulong word in _words)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }

    /// <summary>Same rules.</summary>
    public static bool operator ==(RuleSet left, RuleSet right) => left.Equals(right);

    /// <summary>Not the same rules.</summary>
    public static bool operator !=(RuleSet left, RuleSet right) => !left.Equals(right);

    /// <summary>Adds a rule.</summary>
    public void Add(Rule rule) => _words[WordOf(rule)] |= BitOf(rule);

    private static int WordOf(Rule rule) => (int)((uint)rule / WordSize);

    private static ulong BitOf(Rule rule) => 1UL << (int)((uint)rule % WordSize);

    [InlineArray(WordCount)]
    private struct Words
    {
        private ulong _first;
    }

    /// <summary>Goes through the bits from the lowest.</summary>
    public struct Enumerator
    {
        private readonly RuleSet _set;
        private int _word;
        private ulong _left;

        internal Enumerator(RuleSet set)
        {
            _set = set;
            _left = set._words[0];
        }

        /// <summary>The rule that it is at.</summary>
        public Rule Current { get; private set; }

        /// <summary>Goes to the next rule; false where there is none.</summary>
        public bool MoveNext()
        {
            while (_left == 0)
            {
                if (++_word == WordCount)
                {
                    return false;
                }

                _left = _set._words[_word];
            }

            Current = (Rule)(_word * (int)WordSize + BitOperations.TrailingZeroCount(_left));
            _left &= _left - 1;
            return true;
        }
    }
}
