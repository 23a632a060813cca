using System.CommandLine;
using Verify.Model.Dialects;
using Verify.Runner.Catalogue;

namespace Verify.Runner.Input;

/// <summary><c>--dialect NAME[,NAME]</c>: allows outcomes that differ from those of FreeBSD 4.0.</summary>
internal sealed class DialectOption(CommandContext context)
{
    public Option<string?> Symbol { get; } = NamedSymbols.List(
        "--dialect",
        $"judge by these dialects: {string.Join(", ", Dialect.All.Select(dialect => dialect.Name))}",
        ItemKind.Dialects,
        context.Repository);

    /// <summary>The dialect that was named; null if none was.</summary>
    public Dialect? Of(ParseResult arguments) =>
        arguments.GetValue(Symbol) is { } names ? Dialect.Find(names, out _) : null;

    /// <summary>A system, held to the dialect that was named; as it is if none was.</summary>
    public SystemUnderTest Of(ParseResult arguments, SystemUnderTest system) =>
        Of(arguments) is { } dialect ? system.HeldTo(dialect) : system;
}
