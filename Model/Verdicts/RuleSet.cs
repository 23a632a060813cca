using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Verify.Model.Verdicts;

/// <summary>A set of rules, kept as bits.</summary>
public struct RuleSet : IEquatable<RuleSet>
{
    private const uint WordSize = 64;
    private const int WordCount = 11;

    private Words _words;

    /// <summary>True if it contains a rule.</summary>
    public readonly bool Contains(Rule rule) => (_words[WordOf(rule.Number)] & BitOf(rule.Number)) != 0;

    /// <summary>The rules by number, without allocation.</summary>
    [UnscopedRef]
    public readonly Enumerator GetEnumerator() => new(in this);

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
    public void Add(Rule rule)
    {
        int number = rule.Number;
        _words[WordOf(number)] |= BitOf(number);
    }

    /// <summary>Adds the rules of another set.</summary>
    internal void Add(in RuleSet others)
    {
        for (int i = 0; i < WordCount; i++)
        {
            _words[i] |= others._words[i];
        }
    }

    private static int WordOf(int number) => (int)((uint)number / WordSize);

    private static ulong BitOf(int number) => 1UL << (int)((uint)number % WordSize);

    [InlineArray(WordCount)]
    private struct Words
    {
        private ulong _first;
    }

    /// <summary>Visits the bits from the lowest.</summary>
    public ref struct Enumerator
    {
        private readonly ref readonly RuleSet _set;
        private int _word;
        private ulong _left;
        private int _number;

        internal Enumerator(ref readonly RuleSet set)
        {
            _set = ref set;
            _left = set._words[0];
        }

        /// <summary>The current rule.</summary>
        public readonly Rule Current => RuleCatalogue.Of(_number);

        /// <summary>Moves to the next rule; false at the end.</summary>
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

            _number = _word * (int)WordSize + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
