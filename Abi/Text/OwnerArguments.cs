using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// A descriptor, then <c>F_GETOWN</c>, or <c>F_SETOWN</c> and the owner: a pid, a negative process group id, or 0 for
/// none.
/// </summary>
internal sealed class OwnerArguments : Syntax<(int Fd, int? Owner)>
{
    private const string Get = "F_GETOWN";
    private const string Set = "F_SETOWN";

    private static readonly Number Owner = new("a process id, or a negative process group id");

    public override void Print(StringBuilder text, (int Fd, int? Owner) value)
    {
        Terms.Fd.Print(text, value.Fd);
        text.Append(", ").Append(value.Owner is null ? Get : Set);
        if (value.Owner is { } owner)
        {
            Owner.PrintNext(text, owner);
        }
    }

    public override (int Fd, int? Owner) Parse(Scanner scanner)
    {
        int fd = Terms.Fd.Parse(scanner);
        scanner.Take(',');
        int start = scanner.Mark();
        if (scanner.TryTakeWord(Get))
        {
            return (fd, null);
        }

        if (!scanner.TryTakeWord(Set))
        {
            throw scanner.Expected($"{Get} or {Set}", start);
        }

        scanner.Take(',');
        return (fd, Owner.Parse(scanner));
    }
}
