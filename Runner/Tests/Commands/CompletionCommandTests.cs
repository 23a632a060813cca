using System.Diagnostics;
using Shouldly;
using Xunit;

namespace Verify.Runner.Tests.Commands;

public sealed class CompletionCommandTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    [Theory]
    [InlineData("ch", "check")]
    [InlineData("check --w", "--world")]
    [InlineData("check --world prison-u", "prison-udp")]
    [InlineData("check --theme net", "network")]
    [InlineData("mutants sendto-r", "sendto-restores-any")]
    [InlineData("prove ReservedP", "ReservedPortProofs.Boundary")]
    [InlineData("list wor", "worlds")]
    [InlineData("completion z", "zsh")]
    [InlineData("ju", "judge")]
    [InlineData("list dia", "dialects")]
    [InlineData("check --dialect any-p", "any-port")]
    [InlineData("check --dialect any-order,any-", "any-order,any-port")]
    [InlineData("judge x --unknown po", "ports")]
    public void The_suggest_directive_completes_commands_options_and_names(string line, string expected)
    {
        Ran ran = runner.Run($"[suggest:{line.Length}]", line);
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe([expected]);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _verify verify ./verify\n")]
    [InlineData("zsh", "compdef _verify verify ./verify\n")]
    [InlineData("fish", "complete -c verify -a '(__verify_names)'\n")]
    public void The_script_of_a_shell_asks_the_program(string shell, string last)
    {
        Ran ran = runner.Run("completion", shell);
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        ran.Output.ShouldContain("[suggest:");
        ran.Output.ShouldEndWith(last);
    }

    [Theory]
    [InlineData("check --world prison-", "prison-life prison-rights prison-tcp prison-udp")]
    [InlineData("pro", "prove")]
    [InlineData("completion ", "bash fish zsh")]
    [InlineData("replay --d", "--dialect")]
    [InlineData("replay ", "")]
    public void Bash_completes_the_word_at_the_cursor(string line, string expected)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Verify.Runner.dll");
        string typed = $"verify {line}";
        string script = runner.Run("completion", "bash").Output
            + $"verify() {{ dotnet '{program}' \"$@\"; }}\n"
            + $"COMP_LINE='{typed}' COMP_POINT={typed.Length} COMP_WORDS=(verify)\n"
            + $"_verify verify '{line.Split(' ')[^1]}'\necho \"${{COMPREPLY[*]}}\"\n";

        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true };
        using Process bash = Process.Start(start)!;
        string completed = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();

        completed.TrimEnd('\n').Split('\n', ' ').Order(StringComparer.Ordinal).ShouldBe(expected.Split(' '));
    }
}
