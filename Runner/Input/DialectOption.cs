using System.CommandLine;
using Verify.Model.Dialects;

namespace Verify.Runner.Input;

/// <summary><c>--dialect NAME</c>: what a system may do otherwise than FreeBSD 4.0.</summary>
internal sealed class DialectOption : Option<string?>
{
    public DialectOption()
        : base("--dialect")
    {
        Description = $"judge by this dialect: {string.Join(" or ", Dialect.All.Select(dialect => dialect.Name))}";
        HelpName = "NAME";
    }

    /// <summary>The dialect asked for; FreeBSD 4.0 where none is.</summary>
    /// <exception cref="InputException">There is none of that name.</exception>
    public Dialect Of(ParseResult arguments) => arguments.GetValue(this) is { } name
        ? NameLookup.Of(Dialect.All, dialect => dialect.Name, name, "a dialect")[0]
        : Dialect.FreeBsd40;
}
