using Verify.Abi;
using Verify.Abi.Text;

namespace Verify.Properties.Reference;

/// <summary>A place where FreeBSD 4.0 asks whether a process is the superuser's (J4).</summary>
/// <param name="Place">File below sys/ and line: <c>kern/kern_acct.c:124</c>.</param>
/// <param name="Function">Who asks.</param>
/// <param name="Privilege">What is asked for.</param>
/// <param name="IsInPrison">True where a prison's superuser gets through.</param>
/// <param name="Question">How it asks: <c>suser</c>, <c>prison-root</c>, <c>credentials</c>, <c>inverted</c>, <c>uid</c> or
/// <c>prison</c>, as the file's head explains.</param>
public sealed record PrivilegePlace(
    string Place, string Function, Privilege Privilege, bool IsInPrison, string Question)
{
    private const string FileName = "privileges.txt";
    private const int Columns = 5;

    private static readonly string[] Questions = ["suser", "prison-root", "credentials", "inverted", "uid", "prison"];

    /// <summary>Reads the corpus's list.</summary>
    /// <exception cref="TraceFormatException">A line of it is malformed.</exception>
    public static IReadOnlyList<PrivilegePlace> Load(string corpus) =>
        Read(File.ReadAllText(Path.Combine(corpus, FileName)), FileName);

    /// <summary>Reads a list: a place a line, blanks between the columns, and comments.</summary>
    /// <exception cref="TraceFormatException">A line is malformed.</exception>
    public static IReadOnlyList<PrivilegePlace> Read(string text, string fileName) =>
    [
        .. text.Split('\n')
            .Select((line, i) => (Line: line, Number: i + 1))
            .Where(at => at.Line.Length > 0 && at.Line[0] != '#')
            .Select(at => OfLine(at.Line, at.Number, fileName)),
    ];

    /// <summary>The place and the function: <c>kern/kern_acct.c:124 acct</c>.</summary>
    public override string ToString() => $"{Place} {Function}";

    private static PrivilegePlace OfLine(string line, int number, string fileName)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is not [string place, string function, string name, string answer, string question]
            ? throw Malformed($"{Columns} columns", $"{words.Length}")
            : place.Split(':') is not [[_, ..] file, string at] || !file.Contains('/') || !int.TryParse(at, out _)
            ? throw Malformed("a place such as kern/kern_acct.c:124", place)
            : !Enum.IsDefined(typeof(Privilege), name)
            ? throw Malformed($"a privilege: {NearNames.Of(name, Enum.GetNames<Privilege>())}", name)
            : answer is not ("allowed" or "denied") ? throw Malformed("allowed or denied", answer)
            : !Questions.Contains(question) ? throw Malformed(string.Join(", ", Questions), question)
            : new PrivilegePlace(place, function, Enum.Parse<Privilege>(name), answer == "allowed", question);

        TraceFormatException Malformed(string expected, string found) => new(fileName, number, 1, expected, found);
    }
}
