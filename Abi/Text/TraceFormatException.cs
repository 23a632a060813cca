namespace Verify.Abi.Text;

/// <summary>A trace text that cannot be read. The message is <c>file:line:column: what was expected</c>.</summary>
public sealed class TraceFormatException : FormatException
{
    /// <summary>Says where a text cannot be read, what would have been right there and what stands there.</summary>
    public TraceFormatException(string file, int line, int column, string expected, string found)
        : base($"{file}:{line}:{column}: expected {expected}, found {found}")
    {
        File = file;
        Line = line;
        Column = column;
        Expected = expected;
        Found = found;
    }

    /// <summary>The file's name as the reader was told it.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column of the first character that does not fit, from 1, counted in UTF-16 code units.</summary>
    public int Column { get; }

    /// <summary>What would have been right there.</summary>
    public string Expected { get; }

    /// <summary>What stands there, with its quotes if it is quoted.</summary>
    public string Found { get; }
}
