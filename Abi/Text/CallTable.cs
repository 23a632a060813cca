using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>
/// The syntax of every call, each described once: its name, its outcome, its arguments, and the conversions to and from
/// them. Printing and parsing both follow from the row.
/// </summary>
internal static class CallTable
{
    /// <summary>Every call.</summary>
    public static IReadOnlyList<CallSyntax> All { get; } = [.. ProcessRows.All, .. SocketRows.All, .. FileRows.All];

    private static readonly Dictionary<Type, CallSyntax> ByCase =
        All.SelectMany(syntax => syntax.Cases, (syntax, @case) => (syntax, @case))
            .ToDictionary(row => row.@case, row => row.syntax);

    private static readonly Dictionary<string, CallSyntax> ByName =
        All.Where(syntax => !syntax.IsWire).ToDictionary(syntax => syntax.Name);

    /// <summary>The syntax of a call.</summary>
    public static CallSyntax Of(Call call) => ByCase[call.GetType()];

    /// <summary>The syntax of the system call with a name.</summary>
    public static CallSyntax Of(string name) => ByName[name];

    /// <summary>Consumes the name of a call.</summary>
    public static CallSyntax Take(Scanner scanner, bool isWire)
    {
        IEnumerable<CallSyntax> known = All.Where(syntax => syntax.IsWire == isWire);
        foreach (CallSyntax syntax in known)
        {
            if (scanner.TryTakeWord(syntax.Name))
            {
                return syntax;
            }
        }

        throw scanner.Expected($"a call: {NearNames.Of(scanner.Word, known.Select(syntax => syntax.Name))}");
    }
}
