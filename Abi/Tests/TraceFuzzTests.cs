using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Verify.Abi.Tests;

/// <summary>Damaged text is either a valid trace or a format error at a position in it; nothing else happens.</summary>
public sealed class TraceFuzzTests
{
    private const string Marks = "[](),:=>/\"\\# \t\n\r\0-.019azAZ\u00e9\ud800";

    public static Arbitrary<Edit[]> Edits() => Arb.From(
        from edits in (
            from kind in Gen.Choose(0, 3)
            from at in Gen.Choose(0, int.MaxValue)
            from length in Gen.Choose(0, 12)
            from mark in Gen.Elements(Marks.ToCharArray())
            select new Edit(kind, at, length, mark)).NonEmptyListOf()
        select edits.ToArray());

    [Property(Replay = "1,1", Arbitrary = [typeof(TraceGen), typeof(TraceFuzzTests)], MaxTest = 2000)]
    public bool Damaged_text_never_throws_anything_but_the_format_error(Trace trace, Edit[] edits)
    {
        string text = edits.Aggregate(TraceWriter.Write(trace), (damaged, edit) => edit.Apply(damaged));
        try
        {
            Trace read = TraceReader.Read(text, "damaged");
            return TraceReader.Read(TraceWriter.Write(read), "again") == read;
        }
        catch (TraceFormatException error)
        {
            string[] lines = text.Split('\n');
            return error.Line <= lines.Length && error.Column >= 1 && error.Column <= lines[error.Line - 1].Length + 1;
        }
    }

    public sealed record Edit(int Kind, int At, int Length, char Mark)
    {
        public string Apply(string text)
        {
            int at = At % (text.Length + 1);
            int length = Math.Min(Length, text.Length - at);
            return Kind switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Mark.ToString()),
                2 => text.Insert(at, text.Substring(at, length)),
                _ => text[..at] + Mark + text[Math.Min(at + 1, text.Length)..],
            };
        }
    }
}
