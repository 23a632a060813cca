using System.Globalization;
using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>How the result of a successful call is written. A part that is not stated is left out.</summary>
internal static class ResultSyntax
{
    /// <summary>In place of a value that is not stated.</summary>
    private const char Unknown = '?';

    private const string From = "from";
    private const string FlagsWord = "flags";
    private const string Start = "-1 and an error, ?, or ";

    private static readonly Quoted Content = new("a text");
    private static readonly ControlArgument Control = new();
    private static readonly PartsArgument<PollEntry> Entries = new(new PollEntryArgument());
    private static readonly DescriptorSetsArgument Sets = new();

    public static void Print(StringBuilder text, Statement stated, ResultForm form)
    {
        PrintValue(text, stated, form);
        if (form is ResultForm.NumberFrom or ResultForm.DataFrom)
        {
            PrintSender(text, stated);
        }

        if (stated.Ready is { } ready)
        {
            PrintReady(text, ready, form);
        }

        if (form != ResultForm.DataFrom)
        {
            return;
        }

        if (stated.Control is { } control)
        {
            text.Append($" {ControlArgument.Word} ");
            Control.Print(text, control);
        }

        if (stated.Flags is { } flags)
        {
            text.Append($" {FlagsWord} ");
            Terms.MessageOptions.Print(text, flags);
        }
    }

    public static Statement Parse(Scanner scanner, ResultForm form)
    {
        Statement stated = scanner.TryTake(Unknown) ? new Statement() : ParseValue(scanner, form);
        if (form is ResultForm.NumberFrom or ResultForm.DataFrom && scanner.TryTakeWord(From))
        {
            stated = scanner.At('"')
                ? stated with { Text = Content.Parse(scanner) }
                : stated with { Address = Terms.Endpoint.Parse(scanner) };
        }

        if (form == ResultForm.Entries && scanner.At('['))
        {
            stated = stated with { Ready = Readiness.Of(Entries.Parse(scanner)) };
        }
        else if (form == ResultForm.Sets && DescriptorSetsArgument.IsAt(scanner))
        {
            stated = stated with { Ready = Readiness.Of(Sets.Parse(scanner)) };
        }

        if (form == ResultForm.DataFrom && scanner.TryTakeWord(ControlArgument.Word))
        {
            stated = stated with { Control = Control.Parse(scanner) };
        }

        return form == ResultForm.DataFrom && scanner.TryTakeWord(FlagsWord)
            ? stated with { Flags = Terms.MessageOptions.Parse(scanner) }
            : stated;
    }

    private static void PrintReady(StringBuilder text, Readiness ready, ResultForm form)
    {
        if (form == ResultForm.Entries)
        {
            text.Append(' ');
            Entries.Print(text, ready.Ready);
        }
        else if (form == ResultForm.Sets && ready.Sets is { } sets)
        {
            text.Append(' ');
            Sets.Print(text, sets);
        }
    }

    private static void PrintSender(StringBuilder text, Statement stated)
    {
        if (stated.Address is { } end)
        {
            text.Append($" {From} {end}");
        }
        else if (stated.Text is { } path)
        {
            text.Append($" {From} ");
            Content.Print(text, path);
        }
    }

    private static void PrintValue(StringBuilder text, Statement stated, ResultForm form)
    {
        switch (form)
        {
            case ResultForm.Text or ResultForm.NumberOrText or ResultForm.Control when stated.Text is { } content:
                Content.Print(text, content);
                break;
            case ResultForm.Name or ResultForm.Control when stated.Address is { } name:
                text.Append(name);
                break;
            case ResultForm.Name when stated.Text is { } path:
                Content.Print(text, path);
                break;
            case ResultForm.DataFrom when stated.Data is { } data:
                Payload.PrintFirst(text, data, stated.Value ?? data.Length);
                break;
            case ResultForm.Pair or ResultForm.Name
                when stated.Value is { } first && (form == ResultForm.Pair || stated.Second is not null):
                text.Append($"[{first}, {stated.Second ?? 0}]");
                break;
            case ResultForm.Id when stated.Value is { } id:
                text.Append((uint)id);
                break;
            default:
                text.Append(stated.Value is { } value ? $"{value}" : $"{Unknown}");
                break;
        }
    }

    private static Statement ParseValue(Scanner scanner, ResultForm form)
    {
        switch (form)
        {
            case ResultForm.Text or ResultForm.NumberOrText or ResultForm.Control when scanner.At('"'):
                string content = Content.Parse(scanner);
                return Returned(content.Length) with { Text = content };
            case ResultForm.Id when TryTakeId(scanner, out int id):
                return Returned(id);
            case ResultForm.Name when scanner.At('"'):
                return Returned(0) with { Text = Content.Parse(scanner) };
            case ResultForm.Pair or ResultForm.Name when scanner.TryTake('['):
                return ParsePair(scanner);
            case ResultForm.Name or ResultForm.Control when scanner.Word.Contains('.'):
                return Returned(0) with { Address = Terms.Endpoint.Parse(scanner) };
            case ResultForm.DataFrom when Payload.IsAt(scanner):
                Data data = Payload.ParseFirst(scanner, out int length);
                return Returned(length) with { Data = data };
            case ResultForm.Text or ResultForm.Id or ResultForm.Pair:
                throw scanner.Expected(Start + Described(form));
            default:
                return Returned(scanner.Number(int.MinValue, int.MaxValue, Start + Described(form)));
        }
    }

    private static string Described(ResultForm form) => form switch
    {
        ResultForm.Id => "an id from 0 to 4294967295",
        ResultForm.Pair => "two descriptors such as [3, 4]",
        ResultForm.Name => "an address and port such as 10.0.0.1:53, a path in quotes, or a number",
        ResultForm.DataFrom => "data in quotes, or a length",
        ResultForm.Text => "a text in quotes",
        ResultForm.NumberOrText => "a text in quotes, or a number",
        _ => "a number",
    };

    private static Statement ParsePair(Scanner scanner)
    {
        int first = Terms.Fd.Parse(scanner);
        int second = Terms.Fd.ParseNext(scanner);
        scanner.Take(']');
        return Returned(first) with { Second = second };
    }

    private static Statement Returned(int value) => new() { Kind = ReplyKind.Returned, Value = value };

    private static bool TryTakeId(Scanner scanner, out int id)
    {
        bool isId = uint.TryParse(scanner.Word, NumberStyles.None, CultureInfo.InvariantCulture, out uint number);
        id = (int)number;
        if (isId)
        {
            scanner.TakeWord();
        }

        return isId;
    }
}
