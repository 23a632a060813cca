using System.Collections.Immutable;
using Mono.Cecil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>How memory represents values of a type, and how they move to and from the evaluation stack.</summary>
internal abstract class Layout
{
    /// <summary>The initial value of memory.</summary>
    public abstract Value Zero(TermFactory terms);

    /// <summary>Converts from the evaluation stack to memory.</summary>
    public virtual Value Store(TermFactory terms, Value value) => Fits(value) ? value : throw Misfit(value);

    /// <summary>Converts from memory to the evaluation stack.</summary>
    public virtual Value Load(TermFactory terms, Value value) => Fits(value) ? value : throw Misfit(value);

    /// <summary>True if memory of this layout can hold the value.</summary>
    public abstract bool Fits(Value stored);

    /// <summary>True if memory of the other layout can be read as this one.</summary>
    public abstract bool IsLike(Layout other);

    protected UnsupportedCodeException Misfit(Value value) => new($"{value} as {this}");
}

/// <summary>An integer, truth value or enum.</summary>
internal sealed class ScalarLayout(int width, bool isSigned, bool isNative = false) : Layout
{
    /// <summary>The narrowest integer of the evaluation stack.</summary>
    public const int StackWidth = 32;

    public int Width => width;

    public bool IsNative => isNative;

    public override Value Zero(TermFactory terms) => new Scalar(terms.Constant(0, width), isNative);

    public override Value Store(TermFactory terms, Value value) =>
        value is Scalar { Term: var term } scalar
        && term.Width == Math.Max(width, StackWidth) && scalar.IsNative == isNative
            ? width >= StackWidth ? scalar : new Scalar(terms.Resize(term, width, isSigned))
            : throw Misfit(value);

    public override Value Load(TermFactory terms, Value value) =>
        Fits(value) && value is Scalar { Term: var term } scalar
            ? width >= StackWidth ? scalar : new Scalar(terms.Resize(term, StackWidth, isSigned))
            : throw Misfit(value);

    public override bool Fits(Value stored) =>
        stored is Scalar scalar && scalar.Term.Width == width && scalar.IsNative == isNative;

    public override bool IsLike(Layout other) =>
        other is ScalarLayout scalar && scalar.Width == width && scalar.IsNative == isNative;

    public override string ToString() => $"an integer of {width} bits";
}

/// <summary>A struct or an object: the layouts of its fields, in order of declaration.</summary>
internal sealed class StructLayout(ImmutableArray<(FieldDefinition Definition, Layout Layout)> fields) : Layout
{
    public ImmutableArray<(FieldDefinition Definition, Layout Layout)> Fields => fields;

    public override Value Zero(TermFactory terms) =>
        new StructValue([.. fields.Select(field => field.Layout.Zero(terms))]);

    public override bool Fits(Value stored) => stored is StructValue { Fields: var held }
        ? held.Length == fields.Length
        : stored is TypeHandle or FieldHandle or MergeConflict;

    public override bool IsLike(Layout other) =>
        other is StructLayout { Fields: var its } && its.Length == fields.Length;

    public override string ToString() => "a struct";

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

/// <summary>A managed reference or an object, which needs no conversion.</summary>
/// <param name="isObject">True for an object, false for a managed reference, null for either, as "this" is.</param>
internal sealed class ReferenceLayout(bool? isObject) : Layout
{
    public override Value Zero(TermFactory terms) => Null.Instance;

    public override bool Fits(Value stored) => stored switch
    {
        Scalar or StructValue => false,
        Reference => isObject != true,
        HeapObject or ArrayObject or Text => isObject != false,
        _ => true,
    };

    public override bool IsLike(Layout other) => other is ReferenceLayout;

    public override string ToString() => isObject == true ? "an object" : "a reference";
}
