using System.Text;

namespace Verify.Abi.Text;

/// <summary>A decimal number.</summary>
internal sealed class Number(string what, int least = int.MinValue, int most = int.MaxValue) : Syntax<int>
{
    public override void Print(StringBuilder text, int value) => text.Append(value);

    public override int Parse(Scanner scanner) => scanner.Number(least, most, what);
}

/// <summary>A text in quotes.</summary>
internal sealed class Quoted(string what) : Syntax<string>
{
    public override void Print(StringBuilder text, string value) => Quotation.Print(text, value);

    public override string Parse(Scanner scanner) => scanner.Quoted(what);
}

/// <summary>A text in quotes, or <c>NULL</c> for a null pointer.</summary>
internal sealed class QuotedOrNull(string what) : Syntax<string?>
{
    private const string Null = "NULL";

    public override void Print(StringBuilder text, string? value)
    {
        if (value is null)
        {
            text.Append(Null);
        }
        else
        {
            Quotation.Print(text, value);
        }
    }

    public override string? Parse(Scanner scanner) => scanner.TryTakeWord(Null) ? null : scanner.Quoted(what);
}

/// <summary>The bits of a mode, in octal.</summary>
internal sealed class OctalNumber(string what) : Syntax<int>
{
    public override void Print(StringBuilder text, int value) => text.Append('0').Append(Convert.ToString(value, 8));

    public override int Parse(Scanner scanner) => scanner.Octal(what);
}

/// <summary>A name of a fixed set, or a number outside it.</summary>
internal sealed class Named<T>(string what, params IReadOnlyList<(string Name, T Value)> names) : Syntax<T>
    where T : struct, Enum
{
    public override void Print(StringBuilder text, T value)
    {
        foreach ((string name, T named) in names)
        {
            if (EqualityComparer<T>.Default.Equals(named, value))
            {
                text.Append(name);
                return;
            }
        }

        text.Append(value.ToString("D"));
    }

    public override T Parse(Scanner scanner)
    {
        foreach ((string name, T named) in names)
        {
            if (scanner.TryTakeWord(name))
            {
                return named;
            }
        }

        ReadOnlySpan<char> word = scanner.Word;
        return word.IsEmpty || char.IsAsciiLetter(word[0])
            ? throw scanner.Expected($"{what}: {NearNames.Of(word, names.Select(n => n.Name))}, or a number")
            : (T)Enum.ToObject(typeof(T), scanner.Number(int.MinValue, int.MaxValue, "a number"));
    }
}

/// <summary>An address: 10.0.0.1.</summary>
internal sealed class Address : Syntax<Ipv4>
{
    public override void Print(StringBuilder text, Ipv4 value) => text.Append(value);

    public override Ipv4 Parse(Scanner scanner)
    {
        if (!Ipv4.TryParse(scanner.Word, out Ipv4 address))
        {
            throw scanner.Expected("an address such as 10.0.0.1");
        }

        scanner.TakeWord();
        return address;
    }
}

/// <summary>An address and a port: 10.0.0.1:53.</summary>
internal sealed class AddressAndPort : Syntax<Endpoint>
{
    public override void Print(StringBuilder text, Endpoint value) => text.Append(value);

    public override Endpoint Parse(Scanner scanner)
    {
        Ipv4 address = Terms.Address.Parse(scanner);
        scanner.Take(':');
        return new Endpoint(address, ParsePort(scanner));
    }

    public static ushort ParsePort(Scanner scanner) => (ushort)scanner.Number(0, ushort.MaxValue, "a port");
}

/// <summary>The terms that calls and outcomes share.</summary>
internal static class Terms
{
    public static readonly Number Fd = new("a descriptor");
    public static readonly Number Pid = new("a process id");
    public static readonly Address Address = new();
    public static readonly AddressAndPort Endpoint = new();
    public static readonly Payload Data = new();
    public static readonly BitsArgument<MessageOptions> MessageOptions = new("MSG_");
    public static readonly BitsArgument<PollEvents> PollEvents = new("POLL");
    public static readonly QuotedOrNull Path = new("a path");
    public static readonly OctalNumber Mode = new("a mode");
    public static readonly Number Uid = new("a user id");
    public static readonly Number Gid = new("a group id");
    public static readonly Number Device = new("a device");

    public static readonly Named<AddressFamily> Family = new("an address family", Names<AddressFamily>());
    public static readonly Named<AddressFamily> FamilyOrEndpoint =
        new("an address and port such as 10.0.0.1:53, or an address family", Names<AddressFamily>());
    public static readonly Named<SocketType> SocketType = new("a socket type", Names<SocketType>());
    public static readonly Named<Protocol> Protocol =
        new("a protocol", ("IPPROTO_TCP", Abi.Protocol.Tcp), ("IPPROTO_UDP", Abi.Protocol.Udp));
    public static readonly Named<ShutdownHow> How = new("a direction", Names<ShutdownHow>());
    public static readonly OpenNamed<SocketOption> Option = new("an option", Names<SocketOption>());
    public static readonly OpenNamed<Errno> Error =
        new("an error", [.. Names<Errno>().Where(error => error.Value != Errno.None)]);
    public static readonly Named<QuotaCommand> Quota = new("a quota command", Names<QuotaCommand>());
    public static readonly Named<Administration> Administration =
        new(
            "an administrative call",
            Enum.GetValues<Administration>().Select(a => (a.ToString().ToLowerInvariant(), a)).ToArray());
    public static readonly Named<PortRangeOption> Range = new("a port range", Names<PortRangeOption>());

    private static (string Name, T Value)[] Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (value.ToString(), value)).ToArray();
}
