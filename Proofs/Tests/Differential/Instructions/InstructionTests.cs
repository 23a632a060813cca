using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Shouldly;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Running;
using Verify.Proofs.Symbolic;
using Verify.Proofs.Symbolic.Opcodes;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;
using Xunit;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>
/// Each instruction on each combination of operands: if IL defines it, the executor agrees with the runtime on a whole
/// small input space; otherwise the executor rejects it.
/// </summary>
public sealed class InstructionTests(InstructionMethods methods) : IClassFixture<InstructionMethods>
{
    public static TheoryData<Code> Codes => [.. Enum.GetValues<Code>().Where(OpcodeTable.Has)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Executor_and_runtime_agree_on_defined_operands(Code code)
    {
        foreach (InstructionCase defined in CasesOf(code).Where(known => known.IsDefined))
        {
            try
            {
                using var comparison = new Comparison(methods[defined], isMerged: false, methods.Image);
                comparison.CheckWhole();
            }
            catch (Exception found)
            {
                throw new InvalidOperationException($"{defined}: {found.Message}", found);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Executor_rejects_undefined_operands(Code code)
    {
        List<string> run =
        [
            .. from undefined in CasesOf(code)
               where !undefined.IsDefined
               from input in (ulong[])[ulong.MaxValue, ulong.MaxValue - 1] // Bools are true, then false.
               let end = Run(methods[undefined], input).End
               where end is not UnsupportedCodeException && !IsNullReference(end)
               select $"{undefined} with {input}: {end?.Message}",
        ];
        run.ShouldBeEmpty();
    }

    [Fact]
    public void Every_supported_instruction_is_in_a_method_that_is_compared()
    {
        HashSet<Code> met =
        [
            .. from known in methods.All
               where known.IsDefined
               from instruction in methods.Image.Find(methods[known]).Body.Instructions
               select instruction.OpCode.Code,
            .. SampleCoverage.Instructions,
        ];
        Enum.GetValues<Code>().Where(OpcodeTable.Has).Except(met).ShouldBeEmpty();
    }

    private PathOutcome Run(MethodInfo method, ulong input)
    {
        var terms = new TermFactory();
        MethodDefinition definition = methods.Image.Find(method);
        var inputs = new HarnessInputs(method);
        var layouts = new Layouts(methods.Image.Reads);
        var arguments = SymbolicInputs.Arguments(
            terms, layouts, definition,
            SymbolicInputs.Constants(terms, inputs, Enumerable.Repeat(input, inputs.All.Count).ToArray()));
        return Exploration.RunConcretely(terms, layouts, definition, arguments, unwind: 5, CancellationToken.None);
    }

    // Null throws the same exception, whatever type the instruction expects.
    private static bool IsNullReference(PathEndException? end) =>
        end is ThrownException { Thrown.Type.Name: "System.NullReferenceException" };

    private IEnumerable<InstructionCase> CasesOf(Code code) => methods.All.Where(known => known.Code == code);
}
