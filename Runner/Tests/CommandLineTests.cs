using Shouldly;
using Xunit;

namespace Verify.Runner.Tests;

public sealed class CommandLineTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    [Theory]
    [InlineData("chekc")]
    [InlineData("--nonsense")]
    public void A_wrong_command_is_one_line(params string[] arguments)
    {
        Ran ran = runner.Run(arguments);
        (ran.ExitCode, ran.Output).ShouldBe((2, ""));
        ran.Error.Count(c => c == '\n').ShouldBe(1);
        ran.Error.ShouldContain(arguments[^1]);
    }

    [Fact]
    public void Help_lists_the_commands()
    {
        Ran ran = runner.Run("--help");
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        ran.Output.ShouldContain("Usage");
    }
}
