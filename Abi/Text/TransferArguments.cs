using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>
/// What follows the data of sendto(2), each if there is one: flags and a destination. <c>MSG_OOB, 10.0.0.1:53</c>
/// </summary>
internal sealed class SendingArguments : Syntax<(MessageOptions Options, SocketAddress? Address)>
{
    private static readonly SocketAddressArgument Address = new();

    public override void Print(StringBuilder text, (MessageOptions Options, SocketAddress? Address) value) =>
        PrintNext(text, value);

    public override (MessageOptions Options, SocketAddress? Address) Parse(Scanner scanner) => ParseNext(scanner);

    public override void PrintNext(StringBuilder text, (MessageOptions Options, SocketAddress? Address) value)
    {
        if (value.Options != MessageOptions.None)
        {
            Terms.MessageOptions.PrintNext(text, value.Options);
        }

        if (value.Address is { } address)
        {
            Address.PrintNext(text, address);
        }
    }

    public override (MessageOptions Options, SocketAddress? Address) ParseNext(Scanner scanner)
    {
        return scanner.TryTake(',') ? ParseFirst(scanner) : default;
    }

    /// <summary>Parses what comes after the comma.</summary>
    public static (MessageOptions Options, SocketAddress? Address) ParseFirst(Scanner scanner)
    {
        if (!Terms.MessageOptions.IsAt(scanner))
        {
            return (MessageOptions.None, Address.Parse(scanner));
        }

        MessageOptions options = Terms.MessageOptions.Parse(scanner);
        return (options, scanner.At(',') ? Address.ParseNext(scanner) : null);
    }
}

/// <summary>Control data, flags and a destination of sendmsg(2), each if there is any.</summary>
internal sealed class MessageArguments : Syntax<(Data Control, MessageOptions Options, SocketAddress? Address)>
{
    private static readonly ControlArgument Control = new();
    private static readonly SendingArguments Others = new();

    public override void Print(
        StringBuilder text, (Data Control, MessageOptions Options, SocketAddress? Address) value) =>
        PrintNext(text, value);

    public override (Data Control, MessageOptions Options, SocketAddress? Address) Parse(Scanner scanner) =>
        ParseNext(scanner);

    public override void PrintNext(
        StringBuilder text, (Data Control, MessageOptions Options, SocketAddress? Address) value)
    {
        if (value.Control.Length > 0)
        {
            text.Append($", {ControlArgument.Word} ");
            Control.Print(text, value.Control);
        }

        Others.PrintNext(text, (value.Options, value.Address));
    }

    public override (Data Control, MessageOptions Options, SocketAddress? Address) ParseNext(Scanner scanner)
    {
        if (!scanner.TryTake(','))
        {
            return default;
        }

        bool hasControl = scanner.TryTakeWord(ControlArgument.Word);
        Data control = hasControl ? Control.Parse(scanner) : default;
        (MessageOptions options, SocketAddress? address) =
            hasControl ? Others.ParseNext(scanner) : SendingArguments.ParseFirst(scanner);
        return (control, options, address);
    }
}

/// <summary>
/// The size of a buffer, unless it is the usual one, and flags, if any: of recvfrom(2) and read(2), and of the control
/// data of recvmsg(2).
/// </summary>
/// <param name="hasOptions">True if the call has flags.</param>
/// <param name="usual">The size that is left out, in bytes.</param>
/// <param name="most">The largest size, in bytes.</param>
internal sealed class ReceivingArguments(
    bool hasOptions, int usual = Call.Receiving.UsualLength, int most = int.MaxValue)
    : Syntax<(int Length, MessageOptions Options)>
{
    private readonly Number _length = new("a length", least: 0, most);
    public override void Print(StringBuilder text, (int Length, MessageOptions Options) value) =>
        PrintNext(text, value);

    public override (int Length, MessageOptions Options) Parse(Scanner scanner) => ParseNext(scanner);

    public override void PrintNext(StringBuilder text, (int Length, MessageOptions Options) value)
    {
        if (value.Length != usual)
        {
            _length.PrintNext(text, value.Length);
        }

        if (value.Options != MessageOptions.None)
        {
            Terms.MessageOptions.PrintNext(text, value.Options);
        }
    }

    public override (int Length, MessageOptions Options) ParseNext(Scanner scanner)
    {
        int length = usual;
        if (!scanner.TryTake(','))
        {
            return (length, MessageOptions.None);
        }

        if (!hasOptions || !Terms.MessageOptions.IsAt(scanner))
        {
            length = _length.Parse(scanner);
            bool hasFlags = hasOptions && scanner.At(',');
            return (length, hasFlags ? Terms.MessageOptions.ParseNext(scanner) : MessageOptions.None);
        }

        return (length, Terms.MessageOptions.Parse(scanner));
    }
}

/// <summary>The parts of readv(2) and writev(2): <c>[2, 5]</c>, <c>["ab", "cde"]</c>.</summary>
internal sealed class PartsArgument<T>(Syntax<T> part) : Syntax<Few<T>>
    where T : struct, IEquatable<T>
{
    /// <summary>UIO_MAXIOV: more fail with EINVAL, which is not modelled.</summary>
    private const int Most = 1024;

    public override void Print(StringBuilder text, Few<T> value)
    {
        text.Append('[');
        for (int i = 0; i < value.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            part.Print(text, value[i]);
        }

        text.Append(']');
    }

    public override Few<T> Parse(Scanner scanner)
    {
        Few<T> parts = default;
        scanner.Take('[');
        if (scanner.TryTake(']'))
        {
            return parts;
        }

        do
        {
            if (parts.Count == Most)
            {
                throw scanner.Expected($"at most {Most} parts");
            }

            parts = parts.With(part.Parse(scanner));
        }
        while (scanner.TryTake(','));
        scanner.Take(']');
        return parts;
    }
}
