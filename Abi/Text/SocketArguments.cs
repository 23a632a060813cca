using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>ioctl(2): a descriptor, a request, and for those that set something a number.</summary>
internal sealed class IoctlArguments : Syntax<(int Fd, string Request, int Value)>
{
    private const string NonBlocking = "FIONBIO";
    private const string Asynchronous = "FIOASYNC";
    private const string Readable = "FIONREAD";
    private const string SetOwner = "SIOCSPGRP";
    private const string GetOwner = "SIOCGPGRP";
    private const string AtMark = "SIOCATMARK";

    private static readonly string[] Requests = [NonBlocking, Asynchronous, Readable, SetOwner, GetOwner, AtMark];
    private static readonly Number Argument = new("a number");

    public static (int Fd, string Request, int Value) Take(Call.OnDescriptor call) => call switch
    {
        Call.IoctlNonBlocking set => (call.Fd, NonBlocking, set.Value),
        Call.IoctlAsync set => (call.Fd, Asynchronous, set.Value),
        Call.IoctlSetOwn set => (call.Fd, SetOwner, set.Owner),
        Call.IoctlGetOwn => (call.Fd, GetOwner, 0),
        Call.IoctlAtMark => (call.Fd, AtMark, 0),
        _ => (call.Fd, Readable, 0),
    };

    public static Call.OnDescriptor Make(int pid, (int Fd, string Request, int Value) arguments) =>
        arguments.Request switch
        {
            NonBlocking => new Call.IoctlNonBlocking(pid, arguments.Fd, arguments.Value),
            Asynchronous => new Call.IoctlAsync(pid, arguments.Fd, arguments.Value),
            SetOwner => new Call.IoctlSetOwn(pid, arguments.Fd, arguments.Value),
            GetOwner => new Call.IoctlGetOwn(pid, arguments.Fd),
            AtMark => new Call.IoctlAtMark(pid, arguments.Fd),
            _ => new Call.IoctlReadable(pid, arguments.Fd),
        };

    public override void Print(StringBuilder text, (int Fd, string Request, int Value) value)
    {
        Terms.Fd.Print(text, value.Fd);
        text.Append(", ").Append(value.Request);
        if (Sets(value.Request))
        {
            Argument.PrintNext(text, value.Value);
        }
    }

    public override (int Fd, string Request, int Value) Parse(Scanner scanner)
    {
        int fd = Terms.Fd.Parse(scanner);
        scanner.Take(',');
        string request = Array.Find(Requests, scanner.TryTakeWord)
            ?? throw scanner.Expected($"a request: {NearNames.Of(scanner.Word, Requests)}");
        return (fd, request, Sets(request) ? Argument.ParseNext(scanner) : 0);
    }

    private static bool Sets(string request) => request is NonBlocking or Asynchronous or SetOwner;
}
