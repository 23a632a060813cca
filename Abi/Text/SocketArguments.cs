using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>
/// ioctl(2): a descriptor, a request, and for FIONBIO a number.
/// </summary>
internal sealed class IoctlArguments : Syntax<(int Fd, string Request, int Value)>
{
    private const string NonBlocking = "FIONBIO";
    private const string Readable = "FIONREAD";

    private static readonly string[] Requests = [NonBlocking, Readable];
    private static readonly Number Argument = new("a number");

    public static (int Fd, string Request, int Value) Take(Call.OnDescriptor call) =>
        call is Call.IoctlNonBlocking set ? (call.Fd, NonBlocking, set.Value) : (call.Fd, Readable, 0);

    public static Call.OnDescriptor Make(int pid, (int Fd, string Request, int Value) arguments) =>
        arguments.Request == NonBlocking
            ? new Call.IoctlNonBlocking(pid, arguments.Fd, arguments.Value)
            : new Call.IoctlReadable(pid, arguments.Fd);

    public override void Print(StringBuilder text, (int Fd, string Request, int Value) value)
    {
        Terms.Fd.Print(text, value.Fd);
        text.Append(", ").Append(value.Request);
        if (value.Request == NonBlocking)
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
        return (fd, request, request == NonBlocking ? Argument.ParseNext(scanner) : 0);
    }
}
