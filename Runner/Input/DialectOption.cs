using System.CommandLine;
using Verify.Model.Dialects;
using Verify.Runner.Catalogue;

namespace Verify.Runner.Input;

/// <summary><c>--dialect NAME</c>: allows outcomes that differ from those of FreeBSD 4.0.</summary>
internal sealed class DialectOption(CommandContext context)
{
    public Option<string?> Symbol { get; } = NamedSymbols.Single(
        "--dialect",
        $"judge by this dialect: {string.Join(" or ", Dialect.All.Select(dialect => dialect.Name))}",
        ItemKind.Dialects,
        context.Repository);

    /// <summary>The dialect that was named; FreeBSD 4.0 by default.</summary>
    public Dialect Of(ParseResult arguments) => arguments.GetValue(Symbol) is { } name
        ? Dialect.All.First(dialect => ItemKind.IsNamed(dialect.Name, name))
        : Dialect.FreeBsd40;
}
