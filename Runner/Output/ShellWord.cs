namespace Verify.Runner.Output;

/// <summary>Writes a word so that a shell reads it back as one argument.</summary>
internal static class ShellWord
{
    private const string Plain = "-_./+:@%=,";

    /// <summary>The word itself, or in single quotes if the shell would change it.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c))
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
