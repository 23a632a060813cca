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
                int start = scanner.Mark();
                Step step = StepLines.Parse(scanner, out int resultColumn);
                if (step.Call is Call.Resume resume && !world.WakesLater)
                {
                    AddResumed(scanner, start, steps, resume, step.Stated);
                }
                else
                {
                    steps.Add(step);
                    places.Add(new TextPlace(number, resultColumn));
                }
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

    /// <summary>Adds the resumption of a call to the step that caused it: the one before.</summary>
    private static void AddResumed(
        Scanner scanner, int start, ImmutableArray<Step>.Builder steps, Call.Resume resume, Statement? stated)
    {
        if (steps.Count == 0)
        {
            throw scanner.Expected("a call that wakes the process, before it is resumed", start);
        }

        Step cause = steps[^1];
        Statement known = cause.Stated ?? new Statement();
        ImmutableArray<StatedResumption> before = known.Resumed.IsDefault ? [] : known.Resumed;
        var resumption = new StatedResumption(resume.Pid, resume.Call, stated ?? new Statement());
        steps[^1] = cause with { Stated = known with { Resumed = before.Add(resumption) } };
    }
}
