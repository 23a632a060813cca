using Verify.Abi.Text;

namespace Verify.Runner.Input;

/// <summary>Picks by a name from the command line.</summary>
internal static class NameLookup
{
    /// <summary>All items, or those of that name, or of that name before a dot.</summary>
    /// <exception cref="InputException">There is none; the message names near ones.</exception>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> all, Func<T, string> nameOf, string? name, string what)
    {
        if (name is null)
        {
            return all;
        }

        T[] chosen = [.. all.Where(item => $"{nameOf(item)}.".StartsWith($"{name}.", StringComparison.Ordinal))];
        return chosen.Length > 0
            ? chosen
            : throw new InputException($"{name}: expected {what}: {NearNames.Of(name, all.Select(nameOf))}");
    }
}
