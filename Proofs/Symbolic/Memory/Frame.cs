using System.Collections.Immutable;
using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Merging;
using Verify.Proofs.Symbolic.Types;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Memory;

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
        At = Next = method.Definition.Body.Instructions[0];
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

    public void Push(Term term) => Push(new Scalar(term));

    public Value Pop()
    {
        Stack = Stack.Pop(out Value value);
        return value;
    }

    public Term PopTerm() => Pop() is Scalar scalar
        ? scalar.Term
        : throw new UnsupportedCodeException("an operand that is no integer");

    /// <summary>Two operands; beside a native integer an int is widened.</summary>
    public (Term First, Term Second) PopTerms(TermFactory terms)
    {
        Term second = PopTerm();
        Term first = PopTerm();
        var width = Math.Max(first.Width, second.Width);
        return (terms.Resize(first, width, signed: true), terms.Resize(second, width, signed: true));
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
