using Shouldly;
using Xunit;

namespace Verify.Runner.Tests;

public sealed class CommandLineTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    [Theory]
    [InlineData("repaly: expected a command: replay", "repaly")]
    [InlineData("Required command was not provided.")]
    [InlineData("Required argument missing for command: 'replay'.", "replay")]
    public void A_wrong_command_is_one_line(string expected, params string[] arguments)
    {
        Ran ran = runner.Run(arguments);
        ran.ShouldBe(new Ran(2, "", $"{expected} (./verify --help shows what there is)\n"));
    }

    [Theory]
    [InlineData("replay")]
    public void A_missing_file_is_one_line(string command) =>
        runner.Run(command, "nosuch.trace").ShouldBe(new Ran(2, "", "nosuch.trace: no such file\n"));

    [Theory]
    [InlineData("replay")]
    public void A_folder_is_not_read_as_a_file(string command) =>
        runner.Run(command, ".").ShouldBe(new Ran(2, "", ".: not a file that may be read\n"));

    [Theory]
    [InlineData("replay")]
    public void A_broken_trace_is_one_line_with_its_place(string command)
    {
        runner.Write("broken.trace", "if lo0 127.0.0.1/8\n[1] frok()\n");
        runner.Run(command, "broken.trace")
            .ShouldBe(new Ran(2, "", "broken.trace:2:5: expected a call: fork, found 'frok'\n"));
    }

    [Fact]
    public void Help_lists_the_commands()
    {
        Ran ran = runner.Run("--help");
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        foreach (string command in new[] { "replay" })
        {
            ran.Output.ShouldContain($"\n  {command} ");
        }
    }

    [Fact]
    public void A_full_disk_is_one_line()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var full = new FullWriter();
        Session session = runner.Session(new Terminal(full, error), CancellationToken.None);
        CommandLine.Run(["--help"], session).ShouldBe(2);
        error.ToString().ShouldBe("no space left\n");
    }

    private sealed class FullWriter : StringWriter
    {
        public override void Write(char value) => throw new IOException("no space left");

        public override void Write(char[] buffer, int index, int count) => throw new IOException("no space left");

        public override void Write(string? value) => throw new IOException("no space left");
    }
}
