using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>
/// The state of one run of the code under proof along one path, and the operations that instructions and library calls
/// are built from. The interpreter supplies the operations that run code.
/// </summary>
/// <param name="terms">Makes the terms that results consist of.</param>
/// <param name="layouts">Types met in earlier runs of the same code.</param>
/// <param name="path">Decides which way to go if a condition is not known.</param>
/// <param name="statics">Static fields, which all runs of the same code share.</param>
internal abstract class SymbolicRun(TermFactory terms, Layouts layouts, IPath path, Statics statics)
{
    public TermFactory Terms => terms;

    public Layouts Layouts => layouts;

    public IPath Path => path;

    public Statics Statics => statics;

    public RunMemory Memory { get; } = new();

    /// <summary>The activation of the innermost method; null before the first call.</summary>
    protected Frame? Innermost { get; set; }

    /// <summary>The instructions being executed, from the innermost method's to the first one's.</summary>
    public IEnumerable<Instruction> Executing
    {
        get
        {
            for (Frame? frame = Innermost; frame is not null; frame = frame.Caller)
            {
                yield return frame.At;
            }
        }
    }

    /// <summary>
    /// Performs a call, by running the method or answering for it; arguments and result in memory form.
    /// </summary>
    /// <returns>Null if the method returns nothing.</returns>
    public abstract Value? Invoke(ClosedMethod method, Value[] arguments);

    /// <summary>
    /// Begins the same call as the last step of an instruction. The method may run after this has returned.
    /// </summary>
    public abstract void Invoke(Frame frame, ClosedMethod method, Value[] arguments, Continuation continuation);

    /// <summary>Runs a method to its end; arguments and result are in memory form.</summary>
    /// <returns>Null if the method returns nothing.</returns>
    public abstract Value? Call(ClosedMethod method, Value[] arguments);

    /// <summary>
    /// Executes one instruction, or, if merged code forks there, as many as it takes until both ways meet.
    /// </summary>
    public abstract void Step(Frame frame);

    /// <summary>Jumps if the condition holds.</summary>
    public abstract void Branch(Frame frame, Instruction from, Term condition, Instruction to);

    /// <summary>Another run of the same code, with memory of its own, along another path.</summary>
    public abstract SymbolicRun Along(IPath other);

    public bool Decide(Term condition) => path.Decide(condition);

    /// <summary>Throws if the condition holds; a path forks if it may hold.</summary>
    public void ThrowIf(Term condition, Type exception)
    {
        if (path is MergingPath merging && !merging.Knows(condition))
        {
            merging.Exclude(condition);
        }
        else if (path.Decide(condition))
        {
            throw Thrown(exception);
        }
    }

    /// <summary>Makes an exception that the runtime itself throws: only its type is known.</summary>
    public ThrownException Thrown(Type exception) => new(new HeapObject(
        layouts.Types.OfLibrary(exception.FullName!), Memory.NewCell(new Opaque($"the content of {exception}"))));

    /// <summary>Resolves to one known reference. The path forks at a choice.</summary>
    public Value Resolve(Value value)
    {
        while (value is Choice choice)
        {
            value = Decide(choice.Condition) ? choice.WhenTrue : choice.WhenFalse;
        }

        return value;
    }

    /// <summary>Resolves to one known object or location; throws if it is null.</summary>
    public Value ResolveObject(Value value)
    {
        ThrowIf(ReferenceTerms.IsNull(terms, value), typeof(NullReferenceException));
        return Resolve(ReferenceTerms.WithoutNull(terms, value));
    }

    /// <summary>Resolves to one known location.</summary>
    public Reference ResolveReference(Value value) => ResolveObject(value) as Reference
        ?? throw new UnsupportedCodeException($"{value} as a managed reference");
}
