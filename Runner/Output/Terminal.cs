using System.Diagnostics;
using Spectre.Console;

namespace Verify.Runner.Output;

/// <summary>
/// Where a command prints: plain text, tables 80 columns wide whatever the terminal, and progress that is drawn in
/// place only where a person watches.
/// </summary>
internal sealed class Terminal
{
    private const int Width = 80;

    private readonly TextWriter _error;
    private readonly bool _isLive;
    private IAnsiConsole? _live;

    /// <summary>A terminal over two writers.</summary>
    /// <param name="output">Results.</param>
    /// <param name="error">Complaints, a line each.</param>
    /// <param name="isLive">True where a person watches.</param>
    public Terminal(TextWriter output, TextWriter error, bool isLive = false) =>
        (Output, _error, _isLive) = (output, error, isLive);

    /// <summary>Where results go.</summary>
    public TextWriter Output { get; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() => new(Console.Out, Console.Error, !Console.IsOutputRedirected);

    /// <summary>Prints a line as it is, however long; above what is drawn in place, where something is.</summary>
    public void Line(string text = "")
    {
        if (_live is null)
        {
            Output.WriteLine(text);
        }
        else
        {
            int width = _live.Profile.Width;
            _live.Profile.Width = Math.Max(width, text.Length + 1); // Or it would be broken in two.
            _live.WriteLine(text);
            _live.Profile.Width = width;
        }
    }

    /// <summary>Prints a line to standard error.</summary>
    public void Complain(string text) => _error.WriteLine(text);

    /// <summary>Prints a table.</summary>
    /// <param name="head">The columns' names; none at all where the rows speak for themselves.</param>
    /// <param name="rows">As many cells in each as there are columns.</param>
    /// <param name="right">Columns of numbers, which are set to the right.</param>
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
    /// Says what is being done while it is done: drawn in place where a person watches, else a line now and then on
    /// standard error, since when it comes depends on the machine.
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
            work(new Heartbeat(news => Complain($"  {news}")).Beat);
        }
    }

    /// <summary>Prints without the blanks that fill each line up to the table's width.</summary>
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

    /// <summary>Lets news through at intervals; several threads may bring it.</summary>
    private sealed class Heartbeat(Action<string> print)
    {
        private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

        private readonly Lock _lock = new();
        private long _last = Stopwatch.GetTimestamp();

        public void Beat(string news)
        {
            lock (_lock)
            {
                if (Stopwatch.GetElapsedTime(_last) >= Interval)
                {
                    _last = Stopwatch.GetTimestamp();
                    print(news);
                }
            }
        }
    }
}
