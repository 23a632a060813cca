using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Verify.Proofs.CrossChecking;

/// <summary>
/// cvc5, run as a program: a solver that shares no code with Z3 or with this suite's translation for Z3. One run reads
/// many scripts, with a reset between them. May be used by several threads.
/// </summary>
public sealed class SecondSolver
{
    /// <summary>
    /// Scripts for one run of the program: enough to amortize its start, few enough to hold in memory.
    /// </summary>
    internal const int BatchSize = 250;

    /// <summary>The name of the program on the PATH.</summary>
    public const string Program = "cvc5";

    // Printed after each answer, so that an extra message is not taken for the next answer.
    private const string EndOfAnswer = "end-of-answer";

    private readonly string _program;
    private readonly TimeSpan _limit;

    private SecondSolver(string program, string version, TimeSpan limit) =>
        (_program, Name, _limit) = (program, $"{Program} {version}", limit);

    /// <summary>Program and version, such as <c>cvc5 1.0.3</c>.</summary>
    public string Name { get; }

    /// <summary>Finds the program and gets its version.</summary>
    /// <param name="program">Its file, or its name on the PATH.</param>
    /// <param name="limit">Time limit for one query; a query that exceeds it stays open.</param>
    /// <exception cref="SolverMissingException">There is no such program, or it is not cvc5.</exception>
    public static SecondSolver Find(string program, TimeSpan limit)
    {
        try
        {
            using Process process = Start(program, "--version");
            process.StandardInput.Close();
            var words = (process.StandardOutput.ReadLine() ?? "").Split(' ');
            process.StandardOutput.ReadToEnd();
            return Array.IndexOf(words, "version") is > 0 and var at && at + 1 < words.Length
                ? new SecondSolver(program, words[at + 1], limit)
                : throw new SolverMissingException($"{program} does not print its version: it is not cvc5");
        }
        catch (Win32Exception error)
        {
            throw new SolverMissingException(program == Program
                ? $"{Program} is not installed: apt-get install {Program}"
                : $"{program}: {error.Message}", error);
        }
    }

    /// <summary>Asks for each script whether it is satisfiable, in order; null if the solver does not answer.</summary>
    /// <param name="scripts">In SMT-LIB 2, with one check-sat each.</param>
    /// <param name="cancellation">Ends it with <see cref="OperationCanceledException"/>.</param>
    internal IReadOnlyList<bool?> Ask(IReadOnlyList<string> scripts, CancellationToken cancellation)
    {
        var limit = ((long)_limit.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        using Process process = Start(_program, "--quiet", "--lang=smt2", $"--tlimit-per={limit}", "-");
        using CancellationTokenRegistration kill = cancellation.Register(process.Kill);
        var writing = Task.Run(() => Write(process.StandardInput, scripts), CancellationToken.None);
        bool?[] answers = [.. scripts.Select(_ => ReadAnswer(process.StandardOutput))];
        writing.Wait(CancellationToken.None);
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return answers;
    }

    private static void Write(StreamWriter input, IReadOnlyList<string> scripts)
    {
        try
        {
            using (input)
            {
                foreach (var script in scripts)
                {
                    input.Write($"{script}(echo \"{EndOfAnswer}\")\n(reset)\n");
                }
            }
        }
        catch (IOException)
        {
            // The program died: the remaining queries stay open.
        }
    }

    // One line is an answer. More lines, an error, or the end of a program that died are not.
    private static bool? ReadAnswer(StreamReader output)
    {
        var lines = new List<string>();
        while (output.ReadLine() is { } line && line.Trim('"') != EndOfAnswer)
        {
            lines.Add(line);
        }

        return lines switch { ["sat"] => true, ["unsat"] => false, _ => null };
    }

    private static Process Start(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.BeginErrorReadLine(); // Discard the output: the pipe must not fill up.
        return process;
    }
}
