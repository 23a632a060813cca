using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>The size of recvfrom's buffer; the usual one is left out.</summary>
internal sealed class BufferLength : Syntax<int>
{
    private static readonly Number Length = new("a length", least: 0);

    public override void Print(StringBuilder text, int value) => Length.Print(text, value);

    public override int Parse(Scanner scanner) => Length.Parse(scanner);

    public override void PrintNext(StringBuilder text, int value)
    {
        if (value != Call.RecvFrom.UsualLength)
        {
            base.PrintNext(text, value);
        }
    }

    public override int ParseNext(Scanner scanner) =>
        scanner.At(',') ? base.ParseNext(scanner) : Call.RecvFrom.UsualLength;
}

/// <summary>The request FIONBIO and its argument.</summary>
internal sealed class NonBlockingRequest : Syntax<int>
{
    private const string Request = "FIONBIO";

    private static readonly Number Argument = new("a number");

    public override void Print(StringBuilder text, int value)
    {
        text.Append(Request);
        Argument.PrintNext(text, value);
    }

    public override int Parse(Scanner scanner) =>
        scanner.TryTakeWord(Request) ? Argument.ParseNext(scanner) : throw scanner.Expected(Request);
}
