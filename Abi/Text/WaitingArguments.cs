using System.Text;

namespace Verify.Abi.Text;

/// <summary>A descriptor and events of poll(2): <c>3 POLLIN|POLLOUT</c>.</summary>
internal sealed class PollEntryArgument : Syntax<PollEntry>
{
    public override void Print(StringBuilder text, PollEntry value)
    {
        Terms.Fd.Print(text, value.Fd);
        text.Append(' ');
        Terms.PollEvents.Print(text, value.Events);
    }

    public override PollEntry Parse(Scanner scanner) =>
        new(Terms.Fd.Parse(scanner), Terms.PollEvents.Parse(scanner));
}

/// <summary>A set of descriptors in ascending order: <c>[3 4]</c>, or <c>NULL</c>.</summary>
internal sealed class DescriptorSetArgument : Syntax<DescriptorSet?>
{
    public const string Null = "NULL";

    private static readonly Number Fd = new("a descriptor", 0, DescriptorSet.Size - 1);

    public override void Print(StringBuilder text, DescriptorSet? value)
    {
        if (value is { } set)
        {
            text.Append('[').AppendJoin(' ', set.All).Append(']');
        }
        else
        {
            text.Append(Null);
        }
    }

    public override DescriptorSet? Parse(Scanner scanner)
    {
        if (scanner.TryTakeWord(Null))
        {
            return null;
        }

        DescriptorSet set = default;
        scanner.Take('[');
        while (!scanner.TryTake(']'))
        {
            set = set.With(Fd.Parse(scanner));
        }

        return set;
    }
}

/// <summary>The sets of select(2), for reading, writing and urgent data: <c>[3 4], [4], NULL</c>.</summary>
internal sealed class DescriptorSetsArgument : Syntax<DescriptorSets>
{
    private static readonly DescriptorSetArgument Set = new();

    public static bool IsAt(Scanner scanner) =>
        scanner.At('[') || scanner.Word.SequenceEqual(DescriptorSetArgument.Null);

    public override void Print(StringBuilder text, DescriptorSets value)
    {
        Set.Print(text, value.Read);
        Set.PrintNext(text, value.Write);
        Set.PrintNext(text, value.Except);
    }

    public override DescriptorSets Parse(Scanner scanner) =>
        new(Set.Parse(scanner), Set.ParseNext(scanner), Set.ParseNext(scanner));
}

/// <summary>Seconds and microseconds: <c>[1, 500000]</c>, or <c>NULL</c>.</summary>
internal sealed class TimeValueArgument : Syntax<TimeValue?>
{
    private static readonly Number Part = new("seconds or microseconds");

    public override void Print(StringBuilder text, TimeValue? value) => text.Append(
        value is { } time ? $"[{time.Seconds}, {time.Microseconds}]" : DescriptorSetArgument.Null);

    public override TimeValue? Parse(Scanner scanner)
    {
        if (scanner.TryTakeWord(DescriptorSetArgument.Null))
        {
            return null;
        }

        scanner.Take('[');
        var time = new TimeValue(Part.Parse(scanner), Part.ParseNext(scanner));
        scanner.Take(']');
        return time;
    }
}
