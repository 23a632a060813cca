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

    /// <summary>The syntax of a call.</summary>
    public static CallSyntax Of(Call call) => ByCase[call.GetType()];

    /// <summary>Parses a call after its opening bracket, and its outcome if there is one.</summary>
    public static Step Parse(Scanner scanner, out int resultColumn)
    {
        bool isWire = scanner.TryTakeWord("wire");
        int pid = isWire ? 0 : scanner.Number(int.MinValue, int.MaxValue, "'wire' or a process id");
        scanner.Take(']');
        CallSyntax syntax = Find(scanner, isWire);
        Call call = syntax.Parse(scanner, pid);
        bool hasResult = scanner.TryTake('=');
        resultColumn = scanner.Mark() + 1;
        return new Step(call, hasResult ? syntax.Outcome.Parse(scanner) : null);
    }

    private static CallSyntax Find(Scanner scanner, bool isWire)
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
