using System.CommandLine;
using Verify.Model.Judging;
using Verify.Runner.Catalogue;

namespace Verify.Runner.Input;

/// <summary><c>--unknown NAME[,NAME]</c>: what a log does not tell of the machine.</summary>
internal sealed class UnknownsOption(CommandContext context)
{
    public Option<string?> Symbol { get; } = NamedSymbols.List(
        "--unknown",
        "what the traces do not tell: ports chosen before, descriptors open at boot, what outside hosts do",
        ItemKind.Unknowns,
        context.Repository);

    /// <summary>What was named; nothing by default.</summary>
    public Unknowns Of(ParseResult arguments) => arguments.GetValue(Symbol) is { } names
        ? Enum.Parse<Unknowns>(names, ignoreCase: true)
        : Unknowns.None;
}
