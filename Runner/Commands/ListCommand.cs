using System.CommandLine;
using Verify.Runner.Catalogue;
using Verify.Runner.Input;
using Verify.Runner.Output;

namespace Verify.Runner.Commands;

/// <summary><c>list KIND [TEXT...]</c>: the items of a kind whose line has every text, one a line.</summary>
internal sealed class ListCommand : Command
{
    private readonly Argument<string> _kind =
        NamedSymbols.Choice("KIND", "what to list", [.. ItemKind.Listed.Select(kind => kind.Plural)]);

    private readonly Argument<string[]> _texts = new("TEXT")
    {
        Description = "list only items whose line has this text, in either case",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly CommandContext _context;

    public ListCommand(CommandContext context)
        : base("list", "Lists rules, small worlds, proofs, mutants, requirements or dialects, and what each is about.")
    {
        _context = context;
        Add(_kind);
        Add(_texts);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        ItemKind kind = ItemKind.Listed.First(kind => kind.Plural == arguments.GetRequiredValue(_kind));
        string[] texts = arguments.GetValue(_texts) ?? [];
        NamedItem[] all = [.. kind.Load(_context.Repository)];
        int width = all.Max(item => item.Name.Length);
        string[] lines =
        [
            .. all.Select(item => $"{item.Name.PadRight(width)}  {item.Text}")
                .Where(line => Array.TrueForAll(texts, t => line.Contains(t, StringComparison.OrdinalIgnoreCase))),
        ];
        if (lines.Length == 0)
        {
            throw new InputException(
                $"{string.Join(' ', texts)}: not in any of {all.Length} {kind.Plural}"
                + $" (./verify list {kind.Plural} lists them)");
        }

        foreach (string line in lines)
        {
            _context.Terminal.Line(line);
        }

        return ExitCode.Clean;
    }
}
