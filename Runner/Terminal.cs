using Spectre.Console;

namespace Verify.Runner;

/// <summary>
/// Where a command prints. Redirected output is plain text, 80 columns wide whatever the terminal, without progress that
/// is drawn over.
/// </summary>
internal sealed class Terminal
{
    private const int PlainWidth = 80;

    private readonly TextWriter _error;
    private readonly IAnsiConsole _console;
    private readonly bool _isLive;

    /// <summary>A terminal over two writers.</summary>
    /// <param name="output">Results.</param>
    /// <param name="error">Complaints, a line each.</param>
    /// <param name="isLive">True where a person watches: colours, and progress drawn in place.</param>
    public Terminal(TextWriter output, TextWriter error, bool isLive = false)
    {
        (Output, _error, _isLive) = (output, error, isLive);
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isLive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isLive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isLive ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        _console.Profile.Capabilities.Unicode = isLive;
        if (!isLive)
        {
            _console.Profile.Width = PlainWidth;
        }
    }

    /// <summary>Where results go.</summary>
    public TextWriter Output { get; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() => new(Console.Out, Console.Error, !Console.IsOutputRedirected);

    /// <summary>Prints a line as it is, however long.</summary>
    public void Line(string text = "") => Output.WriteLine(text);

    /// <summary>Prints a line to standard error.</summary>
    public void Complain(string text) => _error.WriteLine(text);

    /// <summary>Prints a table: the head, then the rows. Columns after the first may be set to the right.</summary>
    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows, params int[] right)
    {
        var table = new Table().Border(TableBorder.Simple);
        for (int i = 0; i < head.Count; i++)
        {
            var column = new TableColumn(new Text(head[i]));
            table.AddColumn(right.Contains(i) ? column.RightAligned().NoWrap() : column);
        }

        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        _console.Write(table);
    }

    /// <summary>
    /// Says what is being done while it is done. Drawn in place where a person watches; else one line at the start.
    /// </summary>
    public T Watch<T>(string title, Func<Action<string>, T> work)
    {
        if (!_isLive)
        {
            Line(title);
            return work(_ => { });
        }

        return _console.Status().Start(
            Markup.Escape(title),
            status => work(news => status.Status = Markup.Escape($"{title}: {news}")));
    }
}
