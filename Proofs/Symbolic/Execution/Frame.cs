using System.Collections.Immutable;
using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>One activation of a method: arguments, locals, evaluation stack and where it stands.</summary>
internal sealed class Frame
{
    private ProtectedCode? _protected;

    /// <param name="method">The method.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="locals">Its local variables.</param>
    /// <param name="firstCell">Local variables with lower numbers are others'.</param>
    /// <param name="unwind">Rounds that a loop may take.</param>
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

    public LoopCounter Loops { get; }

    /// <summary>Local variables with lower numbers are others'.</summary>
    public int FirstCell { get; }

    /// <summary>What it has returned already on some ways through merged code.</summary>
    public ImmutableList<EarlyReturn> EarlyReturns { get; set; } = [];

    /// <summary>Its try, catch and finally blocks.</summary>
    public ProtectedCode Protected => _protected ??= new ProtectedCode(Method);

    public Cell[] Arguments { get; }

    public Cell[] Locals { get; }

    /// <summary>The activation that called it; null for the first one.</summary>
    public Frame? Caller { get; init; }

    /// <summary>The instruction being executed.</summary>
    public Instruction At { get; set; }

    /// <summary>The instruction to execute next.</summary>
    public Instruction Next { get; set; }

    /// <summary>The type that a <c>constrained.</c> prefix gave for the call that comes next.</summary>
    public ClosedType? Constraint { get; set; }

    /// <summary>Whether ret was executed.</summary>
    public bool HasReturned { get; private set; }

    /// <summary>What the method returns; null before it has, and where it returns nothing.</summary>
    public Value? Result { get; private set; }

    public void Push(Value value) => Stack = Stack.Push(value);

    public void Push(Term term, bool isNative = false) => Push(new Scalar(term, isNative));

    public Value Pop()
    {
        Stack = Stack.Pop(out Value value);
        return value;
    }

    public Scalar PopScalar() => Pop() as Scalar
        ?? throw new UnsupportedCodeException("an operand that is no integer");

    public Term PopTerm() => PopScalar().Term;

    /// <summary>An index, a length or how far to shift: 32 bits or native.</summary>
    public Term PopCount() => PopScalar() is { Term: var term, IsNative: var isNative }
        && (isNative || term.Width == ScalarLayout.StackWidth)
            ? term
            : throw new UnsupportedCodeException("an index or length of 64 bits that is not native");

    /// <summary>
    /// Two operands of one kind; beside a native integer one of 32 bits is widened. If no sign is meant, nobody says
    /// how, so it must not have one.
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

    /// <summary>Continues elsewhere; a jump backwards is another round of a loop, which the bound limits.</summary>
    public void Jump(Instruction from, Instruction to)
    {
        if (to.Offset <= from.Offset)
        {
            Loops.Count(from, to);
        }

        Next = to;
    }

    public void Return(Value? result)
    {
        HasReturned = true;
        Result = result;
    }

    /// <summary>Takes a return back, to go another way.</summary>
    public void Reopen()
    {
        HasReturned = false;
        Result = null;
    }
}
