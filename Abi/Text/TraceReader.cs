using System.Collections.Immutable;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>Reads the trace text: one item per line, <c>#</c> comments, blank lines ignored.</summary>
public static class TraceReader
{
    /// <summary>Reads a whole trace; a call without <c>= result</c> gets no expected outcome.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">The file name for messages.</param>
    /// <exception cref="TraceFormatException">
    /// A line is malformed; the message has the position and the reason.
    /// </exception>
    public static Trace Read(string text, string fileName) => Read(text, fileName, out _);

    /// <summary>Reads a whole trace and the position of each step's result, present or not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">The file name for messages.</param>
    /// <param name="results">The position for each step.</param>
    /// <exception cref="TraceFormatException">
    /// A line is malformed; the message has the position and the reason.
    /// </exception>
    public static Trace Read(string text, string fileName, out ImmutableArray<TextPlace> results) =>
        Read(text, fileName, new World(), out results);

    /// <summary>Reads the lines that follow some header lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">The file name for messages.</param>
    /// <param name="world">What those header lines state.</param>
    /// <param name="results">The position of each step's result, present or not.</param>
    /// <exception cref="TraceFormatException">
    /// A line is malformed; the message has the position and the reason.
    /// </exception>
    public static Trace Read(string text, string fileName, World world, out ImmutableArray<TextPlace> results)
    {
        var steps = new StepCollector();
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            var scanner = new Scanner(fileName, ++number, line.TrimEnd('\r'));
            if (scanner.AtEnd)
            {
                continue;
            }

            if (scanner.TryTake('['))
            {
                steps.Read(scanner, number, world);
            }
            else if (steps.IsEmpty)
            {
                world = HeaderLines.Parse(scanner, world);
            }
            else
            {
                throw scanner.Expected(HeaderLines.Starts(scanner)
                    ? "a call: the lines about the machine come before the first call"
                    : "a call such as [1] fork()");
            }

            scanner.TakeEnd();
        }

        return new Trace(world, steps.ToSteps(out results));
    }
}
