namespace Verify.Model;

/// <summary>Says what a rule is: put on each member of <see cref="Rule"/>.</summary>
/// <param name="requirement">The requirement it belongs to: P5, J2, H2, G1 ...</param>
/// <param name="name">Its short name; with the requirement it makes the id, such as P5.reserved.</param>
/// <param name="text">The rule in one sentence.</param>
/// <param name="source">Where it comes from: see <see cref="Source"/>.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class RuleInfoAttribute(string requirement, string name, string text, string source) : Attribute
{
    /// <summary>The requirement it belongs to.</summary>
    public string Requirement => requirement;

    /// <summary>Its short name.</summary>
    public string Name => name;

    /// <summary>The rule in one sentence.</summary>
    public string Text => text;

    /// <summary>
    /// FreeBSD 4.0's file, beneath sys, and function: kern/kern_jail.c:jail. Where docs/deviations.md says that the rule
    /// is another one here, the deviation's id, such as D7, or the name of what is simplified.
    /// </summary>
    public string Source => source;
}

/// <summary>One rule of the specification, as reports list it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Requirement">The requirement it belongs to.</param>
/// <param name="Id">Requirement and short name, such as P5.reserved: unique.</param>
/// <param name="Text">The rule in one sentence.</param>
/// <param name="Source">FreeBSD 4.0's file and function, or what of docs/deviations.md stands for them.</param>
public sealed record RuleInfo(Rule Rule, string Requirement, string Id, string Text, string Source);
