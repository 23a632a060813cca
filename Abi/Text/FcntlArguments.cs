using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>
/// fcntl(2): a descriptor, a command, and for F_SETOWN the owner, for F_SETFL the flags, for F_DUPFD the least
/// descriptor. An owner is a pid, a negative process group id, or 0 for none.
/// </summary>
internal sealed class FcntlArguments : Syntax<(int Fd, string Command, int Value)>
{
    private const string GetOwner = "F_GETOWN";
    private const string SetOwner = "F_SETOWN";
    private const string GetFlags = "F_GETFL";
    private const string SetFlags = "F_SETFL";
    private const string Duplicate = "F_DUPFD";

    private static readonly string[] Commands = [GetOwner, SetOwner, GetFlags, SetFlags, Duplicate];
    private static readonly Number Owner = new("a process id, or a negative process group id");
    private static readonly OpenOptionsArgument Flags = new(hasAccess: false);

    public static (int Fd, string Command, int Value) Take(Call.OnDescriptor call) => call switch
    {
        Call.FcntlSetOwn set => (call.Fd, SetOwner, set.Owner),
        Call.FcntlGetFlags => (call.Fd, GetFlags, 0),
        Call.FcntlSetFlags set => (call.Fd, SetFlags, (int)set.Flags),
        Call.FcntlDup duplicate => (call.Fd, Duplicate, duplicate.Least),
        _ => (call.Fd, GetOwner, 0),
    };

    public static Call.OnDescriptor Make(int pid, (int Fd, string Command, int Value) arguments) =>
        arguments.Command switch
        {
            SetOwner => new Call.FcntlSetOwn(pid, arguments.Fd, arguments.Value),
            GetFlags => new Call.FcntlGetFlags(pid, arguments.Fd),
            SetFlags => new Call.FcntlSetFlags(pid, arguments.Fd, (OpenOptions)arguments.Value),
            Duplicate => new Call.FcntlDup(pid, arguments.Fd, arguments.Value),
            _ => new Call.FcntlGetOwn(pid, arguments.Fd),
        };

    public override void Print(StringBuilder text, (int Fd, string Command, int Value) value)
    {
        Terms.Fd.Print(text, value.Fd);
        text.Append(", ").Append(value.Command);
        switch (value.Command)
        {
            case SetOwner:
                Owner.PrintNext(text, value.Value);
                break;
            case SetFlags:
                Flags.PrintNext(text, (OpenOptions)value.Value);
                break;
            case Duplicate:
                Terms.Fd.PrintNext(text, value.Value);
                break;
        }
    }

    public override (int Fd, string Command, int Value) Parse(Scanner scanner)
    {
        int fd = Terms.Fd.Parse(scanner);
        scanner.Take(',');
        string command = Array.Find(Commands, scanner.TryTakeWord)
            ?? throw scanner.Expected($"a command: {NearNames.Of(scanner.Word, Commands)}");
        return (fd, command, command switch
        {
            SetOwner => Owner.ParseNext(scanner),
            SetFlags => (int)Flags.ParseNext(scanner),
            Duplicate => Terms.Fd.ParseNext(scanner),
            _ => 0,
        });
    }
}
