using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>
/// ioctl(2): a descriptor, a request, and what it takes: a number, or the name of an interface and more. The process is
/// not part of it.
/// </summary>
internal sealed class IoctlArguments : Syntax<Call.OnDescriptor>
{
    private const int HostPrefix = 32;

    private static readonly Number Argument = new("a number");
    private static readonly Quoted Name = new("the name of an interface");
    private static readonly Number Room = new("a length", least: 0);
    private static readonly BitsArgument<InterfaceOptions> Flags = new("IFF_");

    /// <summary>Each request, its call, and how that is parsed behind the request.</summary>
    private static readonly (string Request, Type Case, Func<int, Scanner, Call.OnDescriptor> Parse)[] Requests =
    [
        Of("FIONBIO", (fd, scanner) => new Call.IoctlNonBlocking(0, fd, Argument.ParseNext(scanner))),
        Of("FIOASYNC", (fd, scanner) => new Call.IoctlAsync(0, fd, Argument.ParseNext(scanner))),
        Of("FIONREAD", (fd, _) => new Call.IoctlReadable(0, fd)),
        Of("SIOCSPGRP", (fd, scanner) => new Call.IoctlSetOwn(0, fd, Argument.ParseNext(scanner))),
        Of("SIOCGPGRP", (fd, _) => new Call.IoctlGetOwn(0, fd)),
        Of("SIOCATMARK", (fd, _) => new Call.IoctlAtMark(0, fd)),
        Of("SIOCGIFCONF", (fd, scanner) => new Call.IoctlInterfaces(0, fd, Room.ParseNext(scanner))),
        Of("SIOCGIFADDR", (fd, scanner) => new Call.IoctlGetAddress(0, fd, Name.ParseNext(scanner))),
        Of("SIOCGIFFLAGS", (fd, scanner) => new Call.IoctlGetInterfaceFlags(0, fd, Name.ParseNext(scanner))),
        Of("SIOCSIFFLAGS", (fd, scanner) =>
            new Call.IoctlSetInterfaceFlags(0, fd, Name.ParseNext(scanner), Flags.ParseNext(scanner))),
        Of("SIOCAIFADDR", (fd, scanner) =>
            new Call.IoctlAddAddress(0, fd, Name.ParseNext(scanner), ParseAddress(scanner))),
        Of("SIOCDIFADDR", (fd, scanner) =>
            new Call.IoctlDeleteAddress(0, fd, Name.ParseNext(scanner), Terms.Address.ParseNext(scanner))),
    ];

    /// <summary>The calls with this syntax.</summary>
    public static IReadOnlyList<Type> Cases { get; } = [.. Requests.Select(one => one.Case)];

    public override void Print(StringBuilder text, Call.OnDescriptor value)
    {
        Terms.Fd.Print(text, value.Fd);
        text.Append(", ").Append(Array.Find(Requests, one => one.Case == value.GetType()).Request);
        switch (value)
        {
            case Call.IoctlNonBlocking set:
                Argument.PrintNext(text, set.Value);
                break;
            case Call.IoctlAsync set:
                Argument.PrintNext(text, set.Value);
                break;
            case Call.IoctlSetOwn set:
                Argument.PrintNext(text, set.Owner);
                break;
            case Call.IoctlInterfaces list:
                Room.PrintNext(text, list.Length);
                break;
            case Call.OnInterface call:
                PrintInterface(text, call);
                break;
        }
    }

    public override Call.OnDescriptor Parse(Scanner scanner)
    {
        int fd = Terms.Fd.Parse(scanner);
        scanner.Take(',');
        foreach ((string request, _, Func<int, Scanner, Call.OnDescriptor> parse) in Requests)
        {
            if (scanner.TryTakeWord(request))
            {
                return parse(fd, scanner);
            }
        }

        throw scanner.Expected($"a request: {NearNames.Of(scanner.Word, Requests.Select(one => one.Request))}");
    }

    private static (string Request, Type Case, Func<int, Scanner, Call.OnDescriptor> Parse) Of<T>(
        string request, Func<int, Scanner, T> parse)
        where T : Call.OnDescriptor => (request, typeof(T), parse);

    private static void PrintInterface(StringBuilder text, Call.OnInterface call)
    {
        Name.PrintNext(text, call.Name);
        switch (call)
        {
            case Call.IoctlSetInterfaceFlags set:
                Flags.PrintNext(text, set.Flags);
                break;
            case Call.IoctlAddAddress add:
                text.Append($", {add.Address.Address}/{add.Address.PrefixLength}");
                break;
            case Call.IoctlDeleteAddress delete:
                Terms.Address.PrintNext(text, delete.Address);
                break;
        }
    }

    private static InterfaceAddress ParseAddress(Scanner scanner)
    {
        Ipv4 address = Terms.Address.ParseNext(scanner);
        scanner.Take('/');
        return new InterfaceAddress(address, scanner.Number(0, HostPrefix, "a prefix length"));
    }
}
