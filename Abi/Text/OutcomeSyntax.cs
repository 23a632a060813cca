using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>
/// The syntax of an outcome: a result, or <c>-1</c> and the error; then for some calls the packets sent and their
/// receivers. What the call cannot have is neither printed nor parsed, and what is not stated is left out.
/// </summary>
/// <param name="Form">The form of the result.</param>
/// <param name="Sends">The protocol of the packets that the call may send, if any.</param>
/// <param name="Delivers">True if something may have a receiver on this host.</param>
internal sealed record OutcomeSyntax(ResultForm Form, Protocol? Sends = null, bool Delivers = false)
{
    /// <summary>The outcome of a call that causes a panic, or comes after one.</summary>
    private const string Panic = "panic";

    private const string Sent = "sent";
    private const string Nothing = "nothing";
    private const string Received = "received";
    private const string By = "by";
    private const string Nobody = "nobody";

    /// <summary>The syntax that shows all of a statement, including what its call cannot have.</summary>
    /// <param name="stated">The statement.</param>
    /// <param name="form">The form of the call's result.</param>
    public static OutcomeSyntax For(Statement stated, ResultForm form)
    {
        bool hasFrom = form is ResultForm.NumberFrom or ResultForm.DataFrom;
        ResultForm shown = stated switch
        {
            { Data: not null } or { Control: not null } or { Flags: not null } => ResultForm.DataFrom,
            { Ready.Sets: not null } => ResultForm.Sets,
            { Ready: not null } => ResultForm.Entries,
            { Text: not null } => hasFrom || (form == ResultForm.Name && stated.Value == 0) ? form : ResultForm.Text,
            { Second: not null } => ResultForm.Pair,
            { Address: not null } => stated.Value == 0 && !hasFrom ? ResultForm.Name : ResultForm.NumberFrom,
            _ => form == ResultForm.Id ? ResultForm.Id : ResultForm.Number,
        };
        return new OutcomeSyntax(shown, stated.Sent?.First?.Protocol ?? Protocol.Udp, Delivers: true);
    }

    public void Print(StringBuilder text, Statement stated)
    {
        switch (stated.Kind)
        {
            case ReplyKind.Panic:
                PrintPanic(text, stated.Text);
                break;
            case ReplyKind.Failed:
                text.Append("-1 ");
                Terms.Error.Print(text, stated.Error ?? Errno.None);
                break;
            case ReplyKind.Asleep:
                break;
            default:
                ResultSyntax.Print(text, stated, Form);
                break;
        }

        PrintEffects(text, stated);
    }

    public Statement Parse(Scanner scanner)
    {
        if (scanner.TryTakeWord(Panic))
        {
            return new Statement { Kind = ReplyKind.Panic, Text = ParsePanic(scanner) };
        }

        Statement reply = !scanner.TryTakeWord("-1") ? ResultSyntax.Parse(scanner, Form)
            : Form == ResultForm.Control && (scanner.AtEnd || scanner.Word.SequenceEqual(Received))
                ? new Statement { Kind = ReplyKind.Returned, Value = -1 }
            : new Statement { Kind = ReplyKind.Failed, Error = Terms.Error.Parse(scanner) };
        return ParseEffects(scanner, reply);
    }

    /// <summary>Parses what follows the result, and adds it to a statement.</summary>
    public Statement ParseEffects(Scanner scanner, Statement stated)
    {
        if (Sends is { } protocol && scanner.TryTakeWord(Sent))
        {
            stated = stated with { Sent = ParseSent(scanner, protocol) };
        }

        return Delivers && scanner.TryTakeWord(Received)
            ? stated with { Receivers = ParseReceivers(scanner) }
            : stated;
    }

    /// <summary>A panic may be stated without its text.</summary>
    private static void PrintPanic(StringBuilder text, string? said)
    {
        text.Append(Panic);
        if (said is not null)
        {
            text.Append('(');
            Quotation.Print(text, said);
            text.Append(')');
        }
    }

    private static string? ParsePanic(Scanner scanner)
    {
        if (!scanner.TryTake('('))
        {
            return null;
        }

        string said = scanner.Quoted("what the kernel says");
        scanner.Take(')');
        return said;
    }

    private static Few<Packet> ParseSent(Scanner scanner, Protocol protocol)
    {
        Few<Packet> sent = default;
        if (scanner.TryTakeWord(Nothing))
        {
            return sent;
        }

        do
        {
            sent = sent.With(PacketSyntax.Parse(scanner, protocol));
        }
        while (scanner.TryTakeWord(Sent));
        return sent;
    }

    private static Few<Receiver> ParseReceivers(Scanner scanner)
    {
        Few<Receiver> receivers = default;
        scanner.TakeWord(By);
        if (scanner.TryTakeWord(Nobody))
        {
            return receivers;
        }

        receivers = receivers.With(ParseReceiver(scanner));
        while (scanner.TryTakeWord(Received))
        {
            scanner.TakeWord(By);
            receivers = receivers.With(ParseReceiver(scanner));
        }

        return receivers;
    }

    private static Receiver ParseReceiver(Scanner scanner)
    {
        scanner.Take('[');
        int pid = Terms.Pid.Parse(scanner);
        scanner.Take(']');
        return new Receiver(pid, Terms.Fd.Parse(scanner));
    }

    private void PrintEffects(StringBuilder text, Statement stated)
    {
        if (Sends is not null && stated.Sent is { } sent)
        {
            text.Append(sent.IsEmpty ? $" {Sent} {Nothing}" : "");
            for (int i = 0; i < sent.Count; i++)
            {
                text.Append($" {Sent} ");
                PacketSyntax.Print(text, sent[i]);
            }
        }

        if (Delivers && stated.Receivers is { } receivers)
        {
            text.Append(receivers.IsEmpty ? $" {Received} {By} {Nobody}" : "");
            for (int i = 0; i < receivers.Count; i++)
            {
                text.Append($" {Received} {By} [{receivers[i].Pid}]{receivers[i].Fd}");
            }
        }
    }
}
