using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using Verify.Properties;
using Verify.Runner.Catalogue;

namespace Verify.Runner.Input;

/// <summary>
/// Options and arguments whose value is a name: an unknown one is an error before anything runs, and a shell completes
/// it.
/// </summary>
internal static class NamedSymbols
{
    private const char Comma = ',';

    /// <summary>An option that may be given several times, each time with one name.</summary>
    public static Option<string[]> Option(string option, string description, ItemKind kind, Repository repository)
    {
        var symbol = new Option<string[]>(option) { Description = description, HelpName = "NAME" };
        symbol.Validators.Add(result => Check(result, kind, repository));
        symbol.CompletionSources.Add(_ => Names(kind, repository));
        return symbol;
    }

    /// <summary>An option with one name.</summary>
    public static Option<string?> Single(string option, string description, ItemKind kind, Repository repository)
    {
        var symbol = new Option<string?>(option) { Description = description, HelpName = "NAME" };
        symbol.Validators.Add(result => Check(result, kind, repository));
        symbol.CompletionSources.Add(_ => Names(kind, repository));
        return symbol;
    }

    /// <summary>An option with one name, or with several and commas between.</summary>
    public static Option<string?> List(string option, string description, ItemKind kind, Repository repository)
    {
        var symbol = new Option<string?>(option) { Description = description, HelpName = "NAME[,NAME]" };
        symbol.Validators.Add(result => Check(result, kind, repository, isList: true));
        symbol.CompletionSources.Add(context =>
        {
            string before = context.WordToComplete[..(context.WordToComplete.LastIndexOf(Comma) + 1)];
            return Names(kind, repository).Where(name => !before.Split(Comma).Contains(name))
                .Select(name => new CompletionItem(before + name));
        });
        return symbol;
    }

    /// <summary>An argument with one name, which may be left out.</summary>
    public static Argument<string?> Argument(string description, ItemKind kind, Repository repository)
    {
        var symbol = new Argument<string?>("NAME")
        {
            Description = description,
            Arity = ArgumentArity.ZeroOrOne,
        };
        symbol.Validators.Add(result => Check(result, kind, repository));
        symbol.CompletionSources.Add(_ => Names(kind, repository));
        return symbol;
    }

    /// <summary>An argument that is one of a few words.</summary>
    public static Argument<string> Choice(string name, string what, params string[] words)
    {
        var symbol = new Argument<string>(name) { Description = string.Join(", ", words) };
        symbol.CompletionSources.Add(words);
        symbol.Validators.Add(result =>
        {
            string word = result.Tokens[0].Value;
            if (!words.Contains(word))
            {
                result.AddError($"{word}: expected {what}: {NearNames.Of(word, words)}");
            }
        });
        return symbol;
    }

    private static void Check(SymbolResult result, ItemKind kind, Repository repository, bool isList = false)
    {
        foreach (string name in result.Tokens.SelectMany(token => isList ? token.Value.Split(Comma) : [token.Value]))
        {
            if (kind.Complaint(name, repository) is { } complaint)
            {
                result.AddError(complaint);
            }
        }
    }

    private static IEnumerable<string> Names(ItemKind kind, Repository repository) =>
        kind.Load(repository).Select(item => item.Name);
}
