namespace Verify.Model.Verdicts;

/// <summary>One rule of the specification. The class that applies it declares it, as a static field.</summary>
/// <param name="id">Its requirement and short name, such as P5.reserved: unique.</param>
/// <param name="text">The rule in one sentence.</param>
/// <param name="source">Where it comes from, see <see cref="Source"/>.</param>
public sealed class Rule(string id, string text, string source)
{
    private const int Unnumbered = -1;

    private int _number = Unnumbered;

    /// <summary>The requirement and the short name, such as P5.reserved.</summary>
    public string Id => id;

    /// <summary>The requirement that it belongs to: P5, J2, H2, G1 ...</summary>
    public string Requirement => id[..id.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>The rule in one sentence.</summary>
    public string Text => text;

    /// <summary>
    /// FreeBSD 4.0's file, beneath sys, and function: kern/kern_jail.c:jail. If docs/deviations.md replaces what that
    /// function does, the deviation's id, such as D7, or the name of the simplification.
    /// </summary>
    public string Source => source;

    /// <summary>Its index in <see cref="RuleCatalogue.All"/>.</summary>
    /// <exception cref="InvalidOperationException">No class of the model declares it.</exception>
    public int Number
    {
        get => _number != Unnumbered ? _number : RuleCatalogue.NumberOf(this);
        internal set => _number = value;
    }

    /// <summary>True once the catalogue has given it a number.</summary>
    internal bool HasNumber => _number != Unnumbered;

    /// <summary>The id.</summary>
    public override string ToString() => id;
}
