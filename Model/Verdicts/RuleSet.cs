namespace Verify.Model;

/// <summary>A set of rules, kept as bits.</summary>
public struct RuleSet : IEquatable<RuleSet>
{
    private UInt128 _bits;

    /// <summary>True where it has a rule.</summary>
    public readonly bool Contains(Rule rule) => (_bits >> (int)rule & 1) != 0;

    /// <summary>Its rules, in the order of <see cref="Rule"/>, without allocation.</summary>
    public readonly Enumerator GetEnumerator() => new(_bits);

    /// <inheritdoc/>
    public readonly bool Equals(RuleSet other) => _bits == other._bits;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is RuleSet other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => _bits.GetHashCode();

    /// <summary>Same rules.</summary>
    public static bool operator ==(RuleSet left, RuleSet right) => left.Equals(right);

    /// <summary>Not the same rules.</summary>
    public static bool operator !=(RuleSet left, RuleSet right) => !left.Equals(right);

    /// <summary>Adds a rule.</summary>
    public void Add(Rule rule) => _bits |= UInt128.One << (int)rule;

    /// <summary>Goes through the bits from the lowest.</summary>
    public struct Enumerator
    {
        private UInt128 _left;

        internal Enumerator(UInt128 bits)
        {
            _left = bits;
            Current = default;
        }

        /// <summary>The rule that it is at.</summary>
        public Rule Current { get; private set; }

        /// <summary>Goes to the next rule; false where there is none.</summary>
        public bool MoveNext()
        {
            if (_left == 0)
            {
                return false;
            }

            Current = (Rule)(int)UInt128.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
