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

    /// <summary>
    /// The syntax that shows all of a statement, including what its call cannot have; a plain 0 has the form of the
    /// call's result.
    /// </summary>
    public static OutcomeSyntax For(Statement stated, ResultForm plain = ResultForm.Number)
    {
        ResultForm form = stated switch
        {
            { Text: not null } => ResultForm.Text,
            { Data: not null } => ResultForm.DataFrom,
            { Second: not null } => ResultForm.Pair,
            { Address: null } => stated.Value == 0 ? plain : ResultForm.Number,
            { Value: 0 } => ResultForm.Name,
            _ => ResultForm.NumberFrom,
        };
        return new OutcomeSyntax(form, stated.Sent?.First?.Protocol ?? Protocol.Udp, Delivers: true);
    }

    public void Print(StringBuilder text, Statement stated)
    {
        switch (stated.Kind)
        {
            case ReplyKind.Panic:
                text.Append(Panic);
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
            return new Statement { Kind = ReplyKind.Panic };
        }

        Statement reply = scanner.TryTakeWord("-1")
            ? new Statement { Kind = ReplyKind.Failed, Error = Terms.Error.Parse(scanner) }
            : ResultSyntax.Parse(scanner, Form);
        return ParseEffects(scanner, reply);
    }

    /// <summary>Parses what follows the result, and adds it to a statement.</summary>
    public Statement ParseEffects(Scanner scanner, Statement stated)
    {
        while (Sends is { } protocol && scanner.TryTakeWord("sent"))
        {
            stated = stated with { Sent = ParseSent(scanner, protocol, stated.Sent ?? default) };
        }

        while (Delivers && scanner.TryTakeWord("received"))
        {
            stated = stated with { Receivers = ParseReceiver(scanner, stated.Receivers ?? default) };
        }

        return stated;
    }

    private static Few<Packet> ParseSent(Scanner scanner, Protocol protocol, Few<Packet> before)
    {
        if (before.IsEmpty && scanner.TryTakeWord("nothing"))
        {
            return default;
        }

        Endpoint source = Terms.Endpoint.Parse(scanner);
        scanner.Take('>');
        return before.With(new Packet(protocol, source, Terms.Endpoint.Parse(scanner)));
    }

    private static Few<Receiver> ParseReceiver(Scanner scanner, Few<Receiver> before)
    {
        scanner.TakeWord("by");
        if (before.IsEmpty && scanner.TryTakeWord("nobody"))
        {
            return default;
        }

        scanner.Take('[');
        int pid = Terms.Pid.Parse(scanner);
        scanner.Take(']');
        return before.With(new Receiver(pid, Terms.Fd.Parse(scanner)));
    }

    private void PrintEffects(StringBuilder text, Statement stated)
    {
        if (Sends is not null && stated.Sent is { } sent)
        {
            text.Append(sent.IsEmpty ? " sent nothing" : "");
            for (int i = 0; i < sent.Count; i++)
            {
                text.Append($" sent {sent[i].Source} > {sent[i].Destination}");
            }
        }

        if (Delivers && stated.Receivers is { } receivers)
        {
            text.Append(receivers.IsEmpty ? " received by nobody" : "");
            for (int i = 0; i < receivers.Count; i++)
            {
                text.Append($" received by [{receivers[i].Pid}]{receivers[i].Fd}");
            }
        }
    }
}
