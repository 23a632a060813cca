using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// A name that FreeBSD 4.0 has, another name in upper case, or a number: what another system may return or accept.
/// </summary>
internal sealed class OpenNamed<T>(string what, params IReadOnlyList<(string Name, T Value)> names) : Syntax<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> _values = names.ToDictionary(name => name.Name, name => name.Value);
    private readonly Dictionary<T, string> _names = names.ToDictionary(name => name.Value, name => name.Name);

    public override void Print(StringBuilder text, T value) =>
        text.Append(_names.GetValueOrDefault(value)
            ?? ForeignNames.Find(Convert.ToInt32(value))
            ?? value.ToString("D"));

    public override T Parse(Scanner scanner)
    {
        string word = scanner.Word.ToString();
        if (_values.TryGetValue(word, out T value))
        {
            scanner.TakeWord();
            return value;
        }

        if (IsName(word))
        {
            scanner.TakeWord();
            return ToValue(ForeignNames.NumberOf(word));
        }

        if (word.Length > 0 && !char.IsAsciiLetter(word[0]))
        {
            return ToValue(scanner.Number(int.MinValue, int.MaxValue, $"{what}: a name in upper case, or a number"));
        }

        string near = NearNames.Of(word.ToUpperInvariant(), _values.Keys);
        throw scanner.Expected($"{what}: {near}, another name in upper case, or a number");
    }

    private static bool IsName(string word) =>
        word.Length > 0
        && char.IsAsciiLetterUpper(word[0])
        && word.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_');

    private static T ToValue(int number) => (T)Enum.ToObject(typeof(T), number);
}
