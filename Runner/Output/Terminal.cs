using System.Diagnostics;
using Spectre.Console;

namespace Verify.Runner.Output;

/// <summary>
/// Prints for a command: plain text, tables 80 columns wide on every terminal, and progress, which is drawn in place
/// only if a person watches.
/// </summary>
internal sealed class Terminal
{
    private const int Width = 80;

    private readonly TextWriter _error;
    private readonly bool _isLive;
    private readonly TimeSpan _newsInterval;
    private IAnsiConsole? _live;

    /// <summary>A terminal over two writers.</summary>
    /// <param name="output">Results.</param>
    /// <param name="error">Complaints, a line each.</param>
    /// <param name="isLive">True if a person watches.</param>
    /// <param name="newsInterval">The least time between two lines of progress in a log; 10 s by default.</param>
    public Terminal(TextWriter output, TextWriter error, bool isLive = false, TimeSpan? newsInterval = null)
    {
        (Output, _error, _isLive) = (output, error, isLive);
        _newsInterval = newsInterval ?? TimeSpan.FromSeconds(10);
    }

    /// <summary>Standard output.</summary>
    public TextWriter Output { get; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() => new(Console.Out, Console.Error, !Console.IsOutputRedirected);

    /// <summary>Prints a line of any length, above the progress if that is drawn in place.</summary>
    public void Line(string text = "")
    {
        if (_live is null)
        {
            Output.WriteLine(text);
        }
        else
        {
            int width = _live.Profile.Width;
            _live.Profile.Width = Math.Max(width, text.Length + 1); // Lest the console break the line in two.
            _live.WriteLine(text);
            _live.Profile.Width = width;
        }
    }

    /// <summary>Prints a line to standard error.</summary>
    public void Complain(string text) => _error.WriteLine(text);

    /// <summary>Prints what was not checked because the system has nothing to show for it, a line each.</summary>
    public void LeftOut(IEnumerable<string> phrases)
    {
        foreach (string phrase in phrases)
        {
            Line($"left out: {phrase}");
        }
    }

    /// <summary>Prints a table.</summary>
    /// <param name="head">The columns' names; empty for a table without a header.</param>
    /// <param name="rows">The cells, a row each.</param>
    /// <param name="right">The columns of numbers, which are aligned to the right.</param>
    public void Table(IReadOnlyList<string> head, IReadOnlyList<string[]> rows, params int[] right)
    {
        Table table = new Table().Border(TableBorder.None);
        table.ShowHeaders = head.Count > 0;
        for (int i = 0; i < rows[0].Length; i++)
        {
            var column = new TableColumn(new Text(table.ShowHeaders ? head[i] : ""));
            table.AddColumn(right.Contains(i) ? column.RightAligned().NoWrap() : column);
        }

        foreach (string[] row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        WritePlain(table);
    }

    /// <summary>
    /// Shows the progress of some work: drawn in place if a person watches, else a line now and then on standard error,
    /// because the times of these lines depend on the machine.
    /// </summary>
    public void Watch(string title, Action<Action<string>> work)
    {
        if (_isLive)
        {
            IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Output) });
            console.Status().Start(Markup.Escape(title), status =>
            {
                _live = console;
                work(news => status.Status = Markup.Escape($"{title}: {news}"));
            });
            _live = null;
        }
        else
        {
            Line(title);
            work(new Heartbeat(_newsInterval, news => Complain($"  {news}")).Beat);
        }
    }

    /// <summary>Prints a table without blanks at the ends of lines.</summary>
    private void WritePlain(Table table)
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Width;
        console.Write(table);
        foreach (string line in text.ToString().TrimEnd().Split('\n'))
        {
            Line(line.TrimEnd());
        }
    }

    /// <summary>Passes news on at intervals; several threads may report it.</summary>
    private sealed class Heartbeat(TimeSpan interval, Action<string> print)
    {
        private readonly Lock _lock = new();
        private long _last = Stopwatch.GetTimestamp();

        public void Beat(string news)
        {
            lock (_lock)
            {
                if (Stopwatch.GetElapsedTime(_last) >= interval)
                {
                    _last = Stopwatch.GetTimestamp();
                    print(news);
                }
            }
        }
    }
}
