using System.Collections.Immutable;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>Reads the trace text: one item a line, <c>#</c> comments, blank lines mean nothing.</summary>
public static class TraceReader
{
    /// <summary>Reads a whole trace; a call without <c>= result</c> gets no expected outcome.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">What messages call it.</param>
    /// <exception cref="TraceFormatException">A line is not in the format; the message says where and why.</exception>
    public static Trace Read(string text, string fileName) => Read(text, fileName, out _);

    /// <summary>Reads a whole trace and says where in the text each step's result stands, or would stand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">What messages call it.</param>
    /// <param name="results">A place for each step.</param>
    /// <exception cref="TraceFormatException">A line is not in the format; the message says where and why.</exception>
    public static Trace Read(string text, string fileName, out ImmutableArray<TextPlace> results)
    {
        var world = new World();
        ImmutableArray<Step>.Builder steps = ImmutableArray.CreateBuilder<Step>();
        ImmutableArray<TextPlace>.Builder places = ImmutableArray.CreateBuilder<TextPlace>();
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            var scanner = new Scanner(fileName, ++number, line);
            if (scanner.AtEnd)
            {
                continue;
            }

            if (scanner.TryTake('['))
            {
                steps.Add(CallTable.Parse(scanner, out int resultColumn));
                places.Add(new TextPlace(number, resultColumn));
            }
            else if (steps.Count > 0)
            {
                throw scanner.Expected(HeaderLines.Starts(scanner)
                    ? "a call: interfaces, tunables and sysctls come before the first call"
                    : "a call such as [1] fork()");
            }
            else
            {
                world = HeaderLines.Parse(scanner, world);
            }

            scanner.TakeEnd();
        }

        results = places.ToImmutable();
        return new Trace(world, steps.ToImmutable());
    }
}
