using Verify.Abi;

namespace Verify.Properties.Reference;

/// <summary>A place in FreeBSD 4.0 that checks for the superuser (J4).</summary>
/// <param name="Place">The file below sys/ and the line: <c>kern/kern_acct.c:124</c>.</param>
/// <param name="Function">The function that checks.</param>
/// <param name="Privilege">The privilege that the place checks for.</param>
/// <param name="IsInPrison">True if a superuser in a prison passes the check.</param>
/// <param name="Form">
/// The form of the check: <c>suser</c>, <c>prison-root</c>, <c>credentials</c>, <c>inverted</c>, <c>uid</c> or
/// <c>prison</c>, as the head of the file explains.
/// </param>
public sealed record PrivilegePlace(
    string Place, string Function, Privilege Privilege, bool IsInPrison, string Form)
{
    private const string FileName = "privileges.txt";
    private const int Columns = 5;

    private static readonly string[] Forms = ["suser", "prison-root", "credentials", "inverted", "uid", "prison"];

    /// <summary>Reads the list of the corpus.</summary>
    /// <exception cref="TraceFormatException">A line is malformed.</exception>
    public static IReadOnlyList<PrivilegePlace> Load(string corpus) =>
        Read(File.ReadAllText(Path.Combine(corpus, FileName)), FileName);

    /// <summary>Reads a list: one place a line, with blanks between the columns, and comments.</summary>
    /// <exception cref="TraceFormatException">A line is malformed.</exception>
    public static IReadOnlyList<PrivilegePlace> Read(string text, string fileName) =>
        [.. ListLines.Of(text).Select(at => OfLine(at.Text, at.Number, fileName))];

    /// <summary>The place and the function: <c>kern/kern_acct.c:124 acct</c>.</summary>
    public override string ToString() => $"{Place} {Function}";

    private static PrivilegePlace OfLine(string line, int number, string fileName)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is not [string place, string function, string name, string answer, string form]
            ? throw Malformed($"{Columns} columns", $"{words.Length}")
            : place.Split(':') is not [[_, ..] file, string at] || !file.Contains('/') || !int.TryParse(at, out _)
            ? throw Malformed("a place such as kern/kern_acct.c:124", place)
            : !Enum.IsDefined(typeof(Privilege), name)
            ? throw Malformed($"a privilege: {NearNames.Of(name, Enum.GetNames<Privilege>())}", name)
            : answer is not ("allowed" or "denied") ? throw Malformed("allowed or denied", answer)
            : !Forms.Contains(form) ? throw Malformed(string.Join(", ", Forms), form)
            : new PrivilegePlace(place, function, Enum.Parse<Privilege>(name), answer == "allowed", form);

        TraceFormatException Malformed(string expected, string found) => new(fileName, number, 1, expected, found);
    }
}
