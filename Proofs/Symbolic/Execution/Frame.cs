using System.Collections.Immutable;
using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>
/// One activation of a method: arguments, local variables, evaluation stack and current instruction. While another
/// activation runs that it has called, it does not change; a copy continues after the return.
/// </summary>
internal sealed class Frame
{
    private ProtectedCode? _protected;
    private ImmutableStack<Value> _stackBefore = [];
    private ClosedType? _constraintBefore;

    /// <param name="method">The method.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="locals">The local variables.</param>
    /// <param name="firstCell">Local variables with lower numbers belong to other activations.</param>
    /// <param name="unwind">Iterations that a loop may take.</param>
    public Frame(ClosedMethod method, Cell[] arguments, Cell[] locals, int firstCell, int unwind)
    {
        FirstCell = firstCell;
        Method = method;
        Arguments = arguments;
        Locals = locals;
        At = Next = method.Body.Instructions[0];
        Loops = new LoopCounter(unwind);
    }

    public ClosedMethod Method { get; }

    /// <summary>The evaluation stack.</summary>
    public ImmutableStack<Value> Stack { get; set; } = [];

    public LoopCounter Loops { get; set; }

    /// <summary>Local variables with lower numbers belong to other activations.</summary>
    public int FirstCell { get; }

    /// <summary>Results already returned on some ways through merged code.</summary>
    public ImmutableList<EarlyReturn> EarlyReturns { get; set; } = [];

    /// <summary>The try, catch and finally blocks.</summary>
    public ProtectedCode Protected => _protected ??= new ProtectedCode(Method);

    public Cell[] Arguments { get; }

    public Cell[] Locals { get; }

    /// <summary>The calling activation; null for the first one.</summary>
    public Frame? Caller { get; init; }

    /// <summary>What the caller does with the result; null if it waits for it.</summary>
    public Continuation? Continuation { get; init; }

    /// <summary>How many activations this one is nested in.</summary>
    public int Depth { get; init; }

    /// <summary>The instruction being executed.</summary>
    public Instruction At { get; private set; }

    /// <summary>The instruction to execute next.</summary>
    public Instruction Next { get; set; }

    /// <summary>The type from a <c>constrained.</c> prefix of the next call.</summary>
    public ClosedType? Constraint { get; set; }

    /// <summary>True once ret was executed.</summary>
    public bool HasReturned { get; private set; }

    /// <summary>The result; null before the return, and for a void method.</summary>
    public Value? Result { get; private set; }

    /// <summary>Starts the next instruction.</summary>
    public Instruction Begin()
    {
        At = Next;
        Next = At.Next;
        (_stackBefore, _constraintBefore) = (Stack, Constraint);
        return At;
    }

    /// <summary>A copy that continues on its own.</summary>
    public Frame Copy()
    {
        var copy = (Frame)MemberwiseClone();
        copy._protected = _protected?.Copy();
        return copy;
    }

    /// <summary>
    /// A copy that starts the current instruction again, which has had no effect yet but on the evaluation stack.
    /// </summary>
    public Frame CopyBefore()
    {
        Frame copy = Copy();
        (copy.Next, copy.Stack, copy.Constraint) = (At, _stackBefore, _constraintBefore);
        return copy;
    }

    public void Push(Value value) => Stack = Stack.Push(value);

    public void Push(Term term, bool isNative = false) => Push(new Scalar(term, isNative));

    public Value Pop()
    {
        Stack = Stack.Pop(out Value value);
        return value;
    }

    public Scalar PopScalar() => Pop() as Scalar
        ?? throw new UnsupportedCodeException("an operand that is not an integer");

    public Term PopTerm() => PopScalar().Term;

    /// <summary>Pops an index, a length or a shift count: 32 bits or native.</summary>
    public Term PopCount() => PopScalar() is { Term: var term, IsNative: var isNative }
        && (isNative || term.Width == ScalarLayout.StackWidth)
            ? term
            : throw new UnsupportedCodeException("an index or length of 64 bits that is not native");

    /// <summary>
    /// Pops two operands of one kind. A 32-bit integer beside a native one is widened. Unsigned instructions leave the
    /// widening undefined, so the integer must then be known not to be negative.
    /// </summary>
    public (Term First, Term Second, bool AreNative) PopTerms(TermFactory terms, bool signed = true)
    {
        Scalar second = PopScalar();
        Scalar first = PopScalar();
        return first.IsLike(second) ? (first.Term, second.Term, first.IsNative)
            : first.IsNative ? (first.Term, Widened(second), true)
            : second.IsNative ? (Widened(first), second.Term, true)
            : throw new UnsupportedCodeException("two operands of different kinds");

        Term Widened(Scalar beside) => beside.Term is { Width: ScalarLayout.StackWidth } term
            && (signed || term is { IsConstant: true, Value: <= int.MaxValue })
                ? terms.Resize(term, 64, signed)
                : throw new UnsupportedCodeException($"a native integer beside {beside}");
    }

    /// <summary>Continues at another instruction. A backward jump counts as an iteration of a loop.</summary>
    public void Jump(Instruction from, Instruction to)
    {
        if (to.Offset <= from.Offset)
        {
            Loops = Loops.After(from, to);
        }

        Next = to;
    }

    public void Return(Value? result)
    {
        HasReturned = true;
        Result = result;
    }

    /// <summary>Undoes a return, to go another way.</summary>
    public void Reopen()
    {
        HasReturned = false;
        Result = null;
    }
}
