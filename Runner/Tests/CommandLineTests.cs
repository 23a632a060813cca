using Shouldly;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Xunit;

namespace Verify.Runner.Tests;

public sealed class CommandLineTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    [Theory]
    [InlineData("chekc: expected a command: check", "chekc")]
    [InlineData("Unrecognized command or argument '--nonsense'.", "check", "--nonsense")]
    [InlineData("Required command was not provided.")]
    [InlineData("Required argument missing for command: 'replay'.", "replay")]
    [InlineData("Required argument missing for command: 'shrink'.", "shrink")]
    [InlineData("Required argument missing for option: '--time'.", "check", "--time")]
    [InlineData("--time: expected a time such as 500ms, 30s or 2m, found 'soon'", "check", "--time", "soon")]
    [InlineData("--calls: expected a whole number from 1 up, found '0'", "check", "--calls", "0")]
    [InlineData("--seed: expected a whole number from 0 up, found '-1'", "check", "--seed", "-1")]
    [InlineData("--threads: expected a whole number from 1 to 256, found '1e3'", "check", "--threads", "1e3")]
    public void A_wrong_command_is_one_line(string expected, params string[] arguments)
    {
        Ran ran = runner.Run(arguments);
        ran.ShouldBe(new Ran(2, "", $"{expected} (./verify --help shows what there is)\n"));
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("shrink")]
    public void A_missing_file_is_one_line(string command) =>
        runner.Run(command, "nosuch.trace").ShouldBe(new Ran(2, "", "nosuch.trace: no such file\n"));

    [Theory]
    [InlineData("replay")]
    [InlineData("shrink")]
    public void A_folder_is_not_read_as_a_file(string command) =>
        runner.Run(command, ".").ShouldBe(new Ran(2, "", ".: not a file that may be read\n"));

    [Theory]
    [InlineData("replay")]
    [InlineData("shrink")]
    public void A_broken_trace_is_one_line_with_its_place(string command)
    {
        runner.Write("broken.trace", "if lo0 127.0.0.1/8\n[1] frok()\n");
        runner.Run(command, "broken.trace")
            .ShouldBe(new Ran(2, "", "broken.trace:2:5: expected a call: fork, found 'frok'\n"));
    }

    [Theory]
    [InlineData("prove")]
    public void An_unknown_name_is_one_line(string command)
    {
        Ran ran = runner.Run(command, "nosuch");
        (ran.ExitCode, ran.Output).ShouldBe((2, ""));
        ran.Error.ShouldMatch(@"\Anosuch: expected a \w+: [^\n]+\n\z");
    }

    [Fact]
    public void Help_lists_the_commands()
    {
        Ran ran = runner.Run("--help");
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        foreach (string command in new[] { "check", "replay", "shrink", "prove", "coverage" })
        {
            ran.Output.ShouldContain($"\n  {command} ");
        }
    }

    [Fact]
    public void A_full_disk_is_one_line()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var full = new FullWriter();
        CommandContext context = runner.Context(new Terminal(full, error), CancellationToken.None);
        CommandLine.Run(["--help"], context).ShouldBe(2);
        error.ToString().ShouldBe("no space left\n");
    }

    private sealed class FullWriter : StringWriter
    {
        public override void Write(char value) => throw new IOException("no space left");

        public override void Write(char[] buffer, int index, int count) => throw new IOException("no space left");

        public override void Write(string? value) => throw new IOException("no space left");
    }
}
