using System.Collections.Frozen;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>The kinds of call by number, so that counters can be arrays.</summary>
public static class CallKinds
{
    private static readonly (string Name, Type Case)[] Kinds =
        [.. CallTable.All.SelectMany(NamesOf), ("resume", typeof(Call.Resume))];

    private static readonly FrozenDictionary<Type, int> Numbers =
        Kinds.Select((kind, index) => (kind.Case, index)).ToFrozenDictionary(kind => kind.Case, kind => kind.index);

    /// <summary>
    /// Their names by number, as in the trace text, or <c>sysctl read</c> if one name has several kinds.
    /// </summary>
    public static IReadOnlyList<string> All { get; } = [.. Kinds.Select(kind => kind.Name)];

    /// <summary>Their cases of <see cref="Call"/> by number.</summary>
    public static IReadOnlyList<Type> Cases { get; } = [.. Kinds.Select(kind => kind.Case)];

    /// <summary>The number of a call's kind.</summary>
    public static int IndexOf(Call call) => Numbers[call.GetType()];

    /// <summary>The name of a kind.</summary>
    /// <param name="case">Its case of <see cref="Call"/>.</param>
    public static string NameOf(Type @case) => All[Numbers[@case]];

    /// <summary>The name of a call's kind.</summary>
    public static string NameOf(Call call) => All[IndexOf(call)];

    private static IEnumerable<(string, Type)> NamesOf(CallSyntax syntax) => syntax.Cases.Select(@case => (
        syntax.IsWire ? $"wire {syntax.Name}"
        : syntax.Cases.Count == 1 ? syntax.Name
        : $"{syntax.Name} {@case.Name[syntax.Name.Length..].ToLowerInvariant()}".TrimEnd(),
        @case));
}
