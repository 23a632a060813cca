using System.Text;

namespace Verify.Abi.Text;

/// <summary>How a value is written in the trace text, for both directions: what one prints the other parses.</summary>
internal abstract class Syntax<T>
{
    public abstract void Print(StringBuilder text, T value);

    /// <exception cref="TraceFormatException">The next token is something else.</exception>
    public abstract T Parse(Scanner scanner);

    /// <summary>Prints the value as an argument that is not the first.</summary>
    public virtual void PrintNext(StringBuilder text, T value)
    {
        text.Append(", ");
        Print(text, value);
    }

    /// <summary>Parses the value as an argument that is not the first.</summary>
    public virtual T ParseNext(Scanner scanner)
    {
        scanner.Take(',');
        return Parse(scanner);
    }
}

/// <summary>Two arguments.</summary>
internal sealed class ArgumentPair<TFirst, TSecond>(Syntax<TFirst> first, Syntax<TSecond> second)
    : Syntax<(TFirst, TSecond)>
{
    public override void Print(StringBuilder text, (TFirst, TSecond) value)
    {
        first.Print(text, value.Item1);
        second.PrintNext(text, value.Item2);
    }

    public override (TFirst, TSecond) Parse(Scanner scanner) => (first.Parse(scanner), second.ParseNext(scanner));
}

/// <summary>A last argument that may be left out.</summary>
internal sealed class Optional<T>(Syntax<T> syntax) : Syntax<T?>
    where T : struct
{
    public override void Print(StringBuilder text, T? value) => syntax.Print(text, value!.Value);

    public override T? Parse(Scanner scanner) => syntax.Parse(scanner);

    public override void PrintNext(StringBuilder text, T? value)
    {
        if (value is { } present)
        {
            syntax.PrintNext(text, present);
        }
    }

    public override T? ParseNext(Scanner scanner) => scanner.At(',') ? syntax.ParseNext(scanner) : null;
}

/// <summary>No arguments.</summary>
internal sealed class Nothing : Syntax<ValueTuple>
{
    public override void Print(StringBuilder text, ValueTuple value)
    {
    }

    public override ValueTuple Parse(Scanner scanner) => default;
}
