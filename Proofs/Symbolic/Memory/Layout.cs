using System.Collections.Immutable;
using Mono.Cecil;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Memory;

/// <summary>How values of a type are kept in memory, and moved from and to the evaluation stack.</summary>
internal abstract class Layout
{
    /// <summary>What memory holds before anything is stored.</summary>
    public abstract Value Zero(TermFactory terms);

    /// <summary>From the evaluation stack to memory.</summary>
    public virtual Value Store(TermFactory terms, Value value) => value;

    /// <summary>From memory to the evaluation stack.</summary>
    public virtual Value Load(TermFactory terms, Value value) => value;
}

/// <summary>An integer, truth value or enum.</summary>
internal sealed class ScalarLayout(int width, bool isSigned) : Layout
{
    /// <summary>The narrowest integer of the evaluation stack.</summary>
    public const int StackWidth = 32;

    public int Width => width;

    public override Value Zero(TermFactory terms) => new Scalar(terms.Constant(0, width));

    public override Value Store(TermFactory terms, Value value) => value is Scalar scalar
        ? new Scalar(terms.Resize(scalar.Term, width, isSigned))
        : throw new UnsupportedCodeException($"{value} stored as an integer");

    public override Value Load(TermFactory terms, Value value) => value is Scalar { Term: var term } scalar
        ? term.Width < StackWidth ? new Scalar(terms.Resize(term, StackWidth, isSigned)) : scalar
        : throw new UnsupportedCodeException($"{value} read as an integer");
}

/// <summary>A struct or an object: the layouts of its fields, in order of declaration.</summary>
internal sealed class StructLayout(ImmutableArray<(FieldDefinition Definition, Layout Layout)> fields) : Layout
{
    public ImmutableArray<(FieldDefinition Definition, Layout Layout)> Fields => fields;

    public override Value Zero(TermFactory terms) =>
        new StructValue([.. fields.Select(field => field.Layout.Zero(terms))]);

    public int IndexOf(FieldDefinition definition)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Definition == definition)
            {
                return i;
            }
        }

        throw new UnsupportedCodeException($"field {definition.FullName} of another type");
    }
}

/// <summary>A managed reference or an object: nothing to convert.</summary>
internal sealed class ReferenceLayout : Layout
{
    public override Value Zero(TermFactory terms) => Null.Instance;
}
