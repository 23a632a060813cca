using Mono.Cecil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Running;

/// <summary>The inputs of a harness as terms: variables for a proof, constants for a run on known values.</summary>
internal static class SymbolicInputs
{
    /// <summary>One variable for each input.</summary>
    public static Term[] Variables(TermFactory terms, HarnessInputs inputs) =>
        [.. inputs.All.Select(input => terms.Variable(input.Name, input.Width))];

    /// <summary>One constant for each input.</summary>
    public static Term[] Constants(TermFactory terms, HarnessInputs inputs, IReadOnlyList<ulong> values) =>
        [.. inputs.All.Select((input, i) => terms.Constant(values[i], input.Width))];

    /// <summary>Builds the arguments of the method in memory form, from one term for each input.</summary>
    public static Value[] Arguments(
        TermFactory terms, Layouts layouts, MethodDefinition method, IReadOnlyList<Term> leaves)
    {
        var next = 0;
        var types = method.Parameters.Select(parameter => layouts.Of(parameter.ParameterType));
        return [.. types.Select(layout => Build(terms, layout, leaves, ref next))];
    }

    private static Value Build(TermFactory terms, Layout layout, IReadOnlyList<Term> leaves, ref int next)
    {
        switch (layout)
        {
            case ScalarLayout scalar:
                return new Scalar(terms.Resize(leaves[next++], scalar.Width, signed: false));
            case StructLayout { Fields: var fields }:
                var values = new Value[fields.Length];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = Build(terms, fields[i].Layout, leaves, ref next);
                }

                return new StructValue([.. values]);
            case ReferenceLayout:
                return Null.Instance;
            default:
                throw new UnsupportedCodeException("a harness parameter that is neither an integer nor a struct");
        }
    }
}
