using System.Globalization;
using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>The form of the result of a successful call.</summary>
internal enum ResultForm
{
    /// <summary>A number: <c>3</c>.</summary>
    Number,

    /// <summary>A user or group id, unsigned: <c>4294967295</c>.</summary>
    Id,

    /// <summary>An endpoint: <c>10.0.0.1:53</c>.</summary>
    Name,

    /// <summary>A number and an endpoint: <c>5 from 10.0.0.1:53</c>.</summary>
    NumberFrom,

    /// <summary>Data and an endpoint: <c>"q" from 10.0.0.1:53</c>.</summary>
    DataFrom,

    /// <summary>A text: <c>"a.example"</c>.</summary>
    Text,

    /// <summary>A number or a text.</summary>
    NumberOrText,
}

/// <summary>
/// The syntax of an outcome: a result, or <c>-1</c> and the error; then for some calls the packet sent and its
/// receiver. What the call cannot have is neither printed nor parsed.
/// </summary>
/// <param name="Form">The form of the result.</param>
/// <param name="Sends">The protocol of the packet that the call may send, if any.</param>
/// <param name="Delivers">True if the packet may have a receiver on this host.</param>
internal sealed record OutcomeSyntax(ResultForm Form, Protocol? Sends = null, bool Delivers = false)
{
    private static readonly Quoted Content = new("a text");

    /// <summary>The outcome of a call that causes a panic, or comes after one.</summary>
    private const string Panic = "panic";

    private const string OrError = "-1 and an error, or ";

    private static readonly Dictionary<string, Errno> Errors =
        Enum.GetValues<Errno>().Where(e => e != Errno.None).ToDictionary(e => e.ToString());

    /// <summary>
    /// The syntax that shows all of an outcome, including what its call cannot have; a plain 0 has the form of the
    /// call's result.
    /// </summary>
    public static OutcomeSyntax For(in Outcome outcome, ResultForm plain = ResultForm.Number)
    {
        ResultForm form = outcome switch
        {
            { Text: not null } => ResultForm.Text,
            { Data.Length: > 0 } => ResultForm.DataFrom,
            { Address.IsNone: true } => outcome.Value == 0 ? plain : ResultForm.Number,
            { Value: 0 } => ResultForm.Name,
            _ => ResultForm.NumberFrom,
        };
        return new OutcomeSyntax(form, outcome.Sent?.Protocol, Delivers: true);
    }

    public void Print(StringBuilder text, in Outcome outcome)
    {
        if (outcome.HasPanicked)
        {
            text.Append(Panic);
        }
        else if (outcome.Succeeded)
        {
            PrintResult(text, outcome);
        }
        else
        {
            text.Append("-1 ").Append(outcome.Error);
        }

        if (Sends is not null && outcome.Sent is { } sent)
        {
            text.Append($" sent {sent.Source} > {sent.Destination}");
        }

        if (Delivers && outcome.Receiver is { } receiver)
        {
            text.Append($" received by [{receiver.Pid}]{receiver.Fd}");
        }
    }

    public Outcome Parse(Scanner scanner)
    {
        if (scanner.TryTakeWord(Panic))
        {
            return Outcome.Panic;
        }

        Outcome outcome = scanner.TryTakeWord("-1") ? ParseError(scanner) : ParseResult(scanner);
        if (Sends is { } protocol && scanner.TryTakeWord("sent"))
        {
            Endpoint source = Terms.Endpoint.Parse(scanner);
            scanner.Take('>');
            outcome = outcome with { Sent = new Packet(protocol, source, Terms.Endpoint.Parse(scanner)) };
        }

        if (Delivers && scanner.TryTakeWord("received"))
        {
            TakeWord(scanner, "by");
            scanner.Take('[');
            int pid = Terms.Pid.Parse(scanner);
            scanner.Take(']');
            outcome = outcome with { Receiver = new Receiver(pid, Terms.Fd.Parse(scanner)) };
        }

        return outcome;
    }

    private static Outcome ParseError(Scanner scanner)
    {
        if (!Errors.TryGetValue(scanner.Word.ToString(), out Errno error))
        {
            throw scanner.Expected($"an error: {NearNames.Of(scanner.Word, Errors.Keys)}");
        }

        scanner.TakeWord();
        return Outcome.Failed(error);
    }

    private static int ParseNumber(Scanner scanner) =>
        scanner.Number(int.MinValue, int.MaxValue, $"{OrError}a number");

    private static void TakeWord(Scanner scanner, string word)
    {
        if (!scanner.TryTakeWord(word))
        {
            throw scanner.Expected($"'{word}'");
        }
    }

    private static Endpoint ParseFrom(Scanner scanner)
    {
        TakeWord(scanner, "from");
        return Terms.Endpoint.Parse(scanner);
    }

    private void PrintResult(StringBuilder text, in Outcome outcome)
    {
        switch (Form)
        {
            case ResultForm.Number:
            case ResultForm.NumberOrText when outcome.Text is null:
                text.Append(outcome.Value);
                break;
            case ResultForm.Id:
                text.Append((uint)outcome.Value);
                break;
            case ResultForm.Text:
            case ResultForm.NumberOrText:
                Content.Print(text, outcome.Text ?? "");
                break;
            case ResultForm.Name:
                text.Append(outcome.Address);
                break;
            case ResultForm.NumberFrom:
                text.Append($"{outcome.Value} from {outcome.Address}");
                break;
            case ResultForm.DataFrom:
                Terms.Data.Print(text, outcome.Data);
                text.Append($" from {outcome.Address}");
                break;
        }
    }

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

    private Outcome ParseResult(Scanner scanner)
    {
        switch (Form)
        {
            case ResultForm.Text or ResultForm.NumberOrText when scanner.At('"'):
                return Outcome.Read(Content.Parse(scanner));
            case ResultForm.Number or ResultForm.NumberOrText:
                return Outcome.Returned(ParseNumber(scanner));
            case ResultForm.Id when TryTakeId(scanner, out int id):
                return Outcome.Returned(id);
            case ResultForm.Name when scanner.Word.Contains('.'):
                return new Outcome { Address = Terms.Endpoint.Parse(scanner) };
            case ResultForm.NumberFrom:
                int value = ParseNumber(scanner);
                return new Outcome { Value = value, Address = ParseFrom(scanner) };
            case ResultForm.DataFrom when scanner.At('"'):
                Data data = Terms.Data.Parse(scanner);
                return new Outcome { Value = data.Length, Data = data, Address = ParseFrom(scanner) };
            default:
                string result = Form switch
                {
                    ResultForm.Name => "an address and port such as 10.0.0.1:53",
                    ResultForm.Id => "an id",
                    ResultForm.Text => "a text in quotes",
                    _ => "data in quotes",
                };
                throw scanner.Expected($"{OrError}{result}");
        }
    }
}
