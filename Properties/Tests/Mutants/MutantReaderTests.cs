using Shouldly;
using Verify.Properties.Mutants;
using Xunit;

namespace Verify.Properties.Tests.Mutants;

public sealed class MutantReaderTests
{
    private const string Text = """
        The loop gives up
        one port early.
        requirements: G3 P4
        caught by: ports-up PortCursorProofs.StepUp
        file: Inet/PortSearch.cs
        before:
            if (Left == 0)
            {
        after:
            if (Left == 1)
            {

        """;

    [Fact]
    public void Reads_every_part()
    {
        Mutant mutant = MutantCatalogue.Read(Text, "gives-up.mutant");

        mutant.Name.ShouldBe("gives-up");
        mutant.Description.ShouldBe("The loop gives up one port early.");
        mutant.Requirements.ShouldBe(["G3", "P4"]);
        mutant.CaughtBy.Campaign.ShouldBeFalse();
        mutant.CaughtBy.Worlds.ShouldBe(["ports-up"]);
        mutant.CaughtBy.Proofs.ShouldBe(["PortCursorProofs.StepUp"]);
        mutant.Edit.ShouldBe(new SourceEdit(
            "Inet/PortSearch.cs", "    if (Left == 0)\n    {", "    if (Left == 1)\n    {"));
    }

    [Fact]
    public void A_mutant_of_both_sides_has_a_second_change_of_the_model()
    {
        Mutant mutant = MutantCatalogue.Read(
            Text + "model file: Rules/X.cs\nbefore:\na\nafter:\nb\n", "both.mutant");

        mutant.Edit.File.ShouldBe("Inet/PortSearch.cs");
        mutant.Edit.After.ShouldBe("    if (Left == 1)\n    {");
        mutant.ModelEdit.ShouldBe(new SourceEdit("Rules/X.cs", "a", "b"));
    }

    [Theory]
    [InlineData("requirements: G3 P4", "requires: G3", "m.mutant:12: expected \"requirements:\"")]
    [InlineData("caught by: ports-up PortCursorProofs.StepUp", "caught by: ports-up ports-up",
        "m.mutant:4: expected each of campaign, small worlds, and proofs such as PortCursorProofs.StepUp once")]
    [InlineData("file: Inet/PortSearch.cs", "folder: Inet", "m.mutant:5: expected \"file:\" and a value")]
    [InlineData("before:", "from:", "m.mutant:6: expected \"before:\" alone on its line")]
    [InlineData("after:", "to:", "m.mutant:12: expected \"after:\"")]
    public void An_error_names_what_a_malformed_file_lacks(string line, string replacement, string message)
    {
        Action read = () => MutantCatalogue.Read(Text.Replace(line, replacement, StringComparison.Ordinal), "m.mutant");

        read.ShouldThrow<MutantException>().Message.ShouldBe(message);
    }

    [Fact]
    public void A_folder_without_mutants_is_an_error()
    {
        Action load = () => MutantCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "nowhere"));

        load.ShouldThrow<MutantException>();
    }
}
