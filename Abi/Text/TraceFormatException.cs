namespace Verify.Abi.Text;

/// <summary>A trace text that cannot be read. The message is <c>file:line:column: what was expected</c>.</summary>
public sealed class TraceFormatException : FormatException
{
    /// <summary>Creates the error with its position, what was expected and what was found.</summary>
    public TraceFormatException(string file, int line, int column, string expected, string found)
        : base($"{file}:{line}:{column}: expected {expected}, found {found}")
    {
        File = file;
        Line = line;
        Column = column;
        Expected = expected;
        Found = found;
    }

    /// <summary>The file name given to the reader.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column of the first unexpected character, from 1, in UTF-16 code units.</summary>
    public int Column { get; }

    /// <summary>What was expected there.</summary>
    public string Expected { get; }

    /// <summary>What stands there, with its quotes if it is quoted.</summary>
    public string Found { get; }
}
