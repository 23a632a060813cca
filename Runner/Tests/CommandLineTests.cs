using System.CommandLine;
using Shouldly;
using Verify.Properties.Reference;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Xunit;

namespace Verify.Runner.Tests;

public sealed class CommandLineTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    [Theory]
    [InlineData("chekc: expected a command: check", "chekc")]
    [InlineData("--tiem: expected an option: --time, --theme", "check", "--tiem", "3s")]
    [InlineData("x: coverage takes no further argument", "coverage", "x")]
    [InlineData("expected a command: check, replay, judge, shrink, prove, mutants, list, coverage, requirements,"
        + " privileges, completion")]
    [InlineData("Required argument missing for option: '--world'.", "check", "--world")]
    [InlineData("prison-upd: expected a small world: prison-udp", "check", "--world", "prison-upd")]
    [InlineData("netwrok: expected a theme: network", "check", "--theme", "netwrok")]
    [InlineData("X9: expected a requirement: J9, S9", "check", "--requirement", "X9")]
    [InlineData("any: expected a dialect: any-order, any-port", "replay", "x.trace", "--dialect", "any")]
    [InlineData("any-prot: expected a dialect: any-port", "check", "--dialect", "any-order,any-prot")]
    [InlineData("prots: expected what is unknown: ports", "judge", "x.trace", "--unknown", "hosts,prots")]
    [InlineData("nosuch: expected a proof; ./verify list proofs lists them", "prove", "nosuch")]
    [InlineData("restores: expected a mutant: sendto-restores-any", "mutants", "restores")]
    [InlineData("rulez: expected what to list: rules", "list", "rulez")]
    [InlineData("csh: expected a shell: bash, zsh, fish", "completion", "csh")]
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
    [InlineData("replay", "empty: no file *.trace in this folder\n")]
    [InlineData("shrink", "empty: not a readable file\n")]
    public void A_folder_without_traces_is_one_line(string command, string expected)
    {
        Directory.CreateDirectory(Path.Combine(runner.Directory, "empty"));
        runner.Run(command, "empty").ShouldBe(new Ran(2, "", expected));
    }

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
    [InlineData("replay")]
    [InlineData("shrink")]
    public void A_missing_file_has_a_hint(string command)
    {
        runner.Write("question.trace", "if lo0 127.0.0.1/8\n");
        runner.Run(command, "qeustion.trace")
            .ShouldBe(new Ran(2, "", "qeustion.trace: no such file; did you mean question.trace?\n"));
    }

    [Fact]
    public void A_time_without_generated_calls_is_one_line() =>
        runner.Run("check", "--world", "prison-udp", "--time", "3s").ShouldBe(
            new Ran(2, "", "--time: no calls are generated with these filters; add --theme\n"));

    [Fact]
    public void The_version_has_three_numbers() =>
        runner.Run("--version").Output.ShouldMatch(@"\Averify \d+\.\d+\.\d+\n\z");

    [Fact]
    public void Help_lists_the_commands()
    {
        Ran ran = runner.Run("--help");
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        foreach (Command command in CommandLine.Root(runner.Context()).Subcommands)
        {
            ran.Output.ShouldContain($"\n  {command.Name} ");
        }

        ran.Output.ShouldContain("\n  --version ");
        ran.Output.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Theory]
    [InlineData("mutants", "[NAME]")]
    [InlineData("prove", "[NAME]")]
    [InlineData("replay", "FILE...")]
    [InlineData("shrink", "FILE")]
    [InlineData("list", "KIND [TEXT...]")]
    public void Help_has_arguments_that_may_be_left_out_in_brackets(string command, string arguments)
    {
        runner.Run("--help").Output.ShouldContain($"\n  {command} {arguments} ");
        runner.Run(command, "--help").Output.ShouldContain($"\nUsage: ./verify {command} {arguments} [OPTIONS]\n");
    }

    [Fact]
    public void Help_of_a_command_describes_its_options()
    {
        string help = runner.Run("check", "--help").Output;
        foreach (Option option in CommandLine.Root(runner.Context()).Subcommands.Single(c => c.Name == "check").Options)
        {
            help.ShouldMatch($@"\n  {option.Name} [A-Z\d]\w*(\[,NAME\])? +[a-z]");
        }

        help.ShouldContain("\n  -h, --help ");
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
