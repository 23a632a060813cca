namespace Verify.Proofs.Tests.Differential.Library;

/// <summary>Equal by its own Equals, which differs from that of a record.</summary>
internal sealed class Overriding(int key)
{
    private readonly int _key = key;

    public override bool Equals(object? obj) => obj is Overriding other && (other._key & 1) == (_key & 1);

    public override int GetHashCode() => 0;
}

/// <summary>Its typed Equals and its untyped Equals differ.</summary>
internal class Equatable(int key) : IEquatable<Equatable>
{
    private readonly int _key = key;

    public virtual bool Equals(Equatable? other) => other is not null && other._key == _key;

    public override bool Equals(object? obj) => obj is Equatable other && other._key != _key;

    public override int GetHashCode() => 0;
}

/// <summary>Equatable with its base class only.</summary>
internal sealed class DerivedEquatable(int key) : Equatable(key)
{
    public override bool Equals(Equatable? other) => other is DerivedEquatable && !base.Equals(other);
}

internal readonly struct Ranked(int rank) : IEquatable<Ranked>
{
    private readonly int _rank = rank;

    public bool Equals(Ranked other) => other._rank >= _rank;

    public override bool Equals(object? obj) => false;

    public override int GetHashCode() => 0;
}

internal readonly struct Overridden(int key)
{
    private readonly int _key = key;

    public override bool Equals(object? obj) => obj is Overridden other && other._key == -_key;

    public override int GetHashCode() => 0;
}

internal interface IMarked
{
    int Mark { get; }
}

internal class CodedException(int code, string? message = null) : Exception(message)
{
    public int Code { get; set; } = code;
}

internal sealed class MarkedException(int code) : CodedException(code + 1, "marked"), IMarked
{
    public int Mark => 3 * Code;
}

internal sealed class FailingException : Exception
{
    public FailingException(int divisor) => Quotient = 100 / divisor;

    public int Quotient { get; }
}

internal sealed class Seven
{
    public int Value { get; set; } = 7;
}

internal sealed class Failing
{
    public int Value { get; } = int.Parse("x", System.Globalization.CultureInfo.InvariantCulture);
}

internal readonly struct Eight
{
    public Eight() => Value = 8;

    public int Value { get; }
}
