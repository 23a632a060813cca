using Shouldly;
using Verify.Abi;
using Verify.Properties.Checking;
using Verify.Properties.Mutants;
using Xunit;

namespace Verify.Properties.Tests.Mutants;

public sealed class MutantCompilerTests
{
    private static MutantCompiler Compiler => CompiledMutants.Compiler;

    [Fact]
    public void A_mutant_without_a_change_behaves_like_the_implementation()
    {
        const string text = "public sealed class Machine";
        using CompiledMutant same = Compiler.Compile(MutantOf(text, text));

        ISystem system = same.Boot(new World());

        system.Execute(new Call.Fork(1)).ShouldBe(Outcome.Returned(2));
        system.GetType().Assembly.ShouldBe(typeof(MutantCompiler).Assembly);
        same.Image.Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void An_endless_loop_is_stopped_in_every_call()
    {
        using CompiledMutant endless = Compiler.Compile(MutantOf(
            "public Outcome Execute(Call call)", "public Outcome Execute(Call call) { while (true); }\n"
            + "private Outcome Original(Call call)"));
        ISystem system = endless.Boot(new World());

        Action execute = () => system.Execute(new Call.Fork(1));

        execute.ShouldThrow<LoopGuardException>();
        execute.ShouldThrow<LoopGuardException>();
    }

    [Theory]
    [InlineData("no such text", "mutant m: Machine.cs has no text that matches its \"before\"")]
    [InlineData("public", "mutant m: Machine.cs matches its \"before\" more than once")]
    public void A_change_that_does_not_fit_exactly_once_is_an_error_that_names_the_mutant(string before, string message)
    {
        Action compile = () => Compiler.Compile(MutantOf(before, "x"));

        compile.ShouldThrow<MutantException>().Message.ShouldBe(message);
    }

    [Fact]
    public void A_change_to_a_missing_file_is_an_error()
    {
        Mutant lost = MutantOf("x", "y") with { Edit = new SourceEdit("Inet/Lost.cs", "x", "y") };
        Action compile = () => Compiler.Compile(lost);

        compile.ShouldThrow<MutantException>().Message.ShouldBe("mutant m: there is no Inet/Lost.cs");
    }

    [Fact]
    public void A_change_that_does_not_compile_is_an_error()
    {
        Action compile = () => Compiler.Compile(MutantOf("public sealed class Machine", "public sealed klass Machine"));

        compile.ShouldThrow<MutantException>().Message.ShouldStartWith("mutant m does not compile: ");
    }

    private static Mutant MutantOf(string before, string after) =>
        new("m", "A mutant of a test.", ["G7"], new Engines(true, [], []), new SourceEdit("Machine.cs", before, after));
}
