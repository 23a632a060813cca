using System.Collections.Immutable;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Calls;
using Verify.Proofs.Symbolic.Types;
using Verify.Proofs.Symbolic.Memory;
using Verify.Proofs.Symbolic.Merging;
using Verify.Proofs.Symbolic.Opcodes;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic;

/// <summary>Runs compiled methods once, along one path, on values that may be symbolic.</summary>
/// <param name="terms">Makes the terms that results consist of.</param>
/// <param name="layouts">Types met in earlier runs of the same code.</param>
/// <param name="path">Which way to go where a condition is not known.</param>
/// <param name="merged">Calls that need not fork; null to run every call as it stands.</param>
/// <param name="statics">Static fields, which all runs of the same code share.</param>
/// <param name="unwind">Rounds after which a loop counts as not left.</param>
/// <param name="cancellation">Ends the run with <see cref="OperationCanceledException"/>.</param>
internal sealed class Interpreter(
    TermFactory terms, Layouts layouts, IPath path, MergedCalls? merged, Statics statics, int unwind,
    CancellationToken cancellation)
{
    // Activations; deeper is taken as recursion without end.
    private const int MaxDepth = 100;

    private int _depth;
    private int _localCells;
    private Frame? _innermost;

    public TermFactory Terms => terms;

    public Layouts Layouts => layouts;

    public IPath Path => path;

    public Statics Statics => statics;

    /// <summary>The instructions being executed, from the innermost method's to the first one's.</summary>
    public IEnumerable<Instruction> Executing
    {
        get
        {
            for (Frame? frame = _innermost; frame is not null; frame = frame.Caller)
            {
                yield return frame.At;
            }
        }
    }

    /// <summary>Where writes are noted, in merged code that has forked.</summary>
    public Journal? Journal { get; set; }

    /// <summary>
    /// Only local variables of this number or higher may change: those of a method that merged code has returned from
    /// on some ways, and of what it calls. Null where there is no such method.
    /// </summary>
    public int? Guard { get; set; }

    public bool Decide(Term condition) => path.Decide(condition);

    /// <summary>Jumps where the condition holds.</summary>
    public void Branch(Frame frame, Instruction from, Term condition, Instruction to)
    {
        if (path is MergingPath merging && !merging.Knows(condition))
        {
            new Fork(this, merging, frame, condition, from).Run(Go);
        }
        else
        {
            Go(Decide(condition));
        }

        void Go(bool jumps)
        {
            frame.Next = from.Next;
            if (jumps)
            {
                frame.Jump(from, to);
            }
        }
    }

    /// <summary>Makes throwing an outcome of its own where the condition can hold.</summary>
    public void ThrowWhere(Term condition, Type exception)
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

    /// <summary>An exception that the runtime throws by itself: nothing is known of it but its type.</summary>
    public ThrownException Thrown(Type exception) => new(new HeapObject(
        layouts.Types.OfLibrary(exception.FullName!), NewCell(new Opaque($"what {exception} says"))));

    /// <summary>One known reference: where there is a choice the path forks.</summary>
    public Value Resolve(Value value)
    {
        while (value is Choice choice)
        {
            value = Decide(choice.Condition) ? choice.WhenTrue : choice.WhenFalse;
        }

        return value;
    }

    /// <summary>One known object, or one known place; null throws.</summary>
    public Value ResolveObject(Value value)
    {
        ThrowWhere(References.IsNull(terms, value), typeof(NullReferenceException));
        return Resolve(References.WithoutNull(terms, value));
    }

    /// <summary>One known place.</summary>
    public Reference ResolveReference(Value value) => ResolveObject(value) as Reference
        ?? throw new UnsupportedCodeException($"{value} as a managed reference");

    /// <summary>Memory that may be seen from anywhere.</summary>
    public Cell NewCell(Value value) => new(value, this);

    /// <summary>Memory that is gone when the method that runs now has returned.</summary>
    public Cell NewLocalCell(Value value) => new(value, this, _localCells++);

    /// <summary>Does what a call does, by running the method or else; arguments and result in memory form.</summary>
    /// <returns>Null where the method returns nothing.</returns>
    public Value? Invoke(ClosedMethod method, Value[] arguments) =>
        HarnessCalls.TryCall(this, method, arguments) ? null
        : LibraryCalls.Find(method) is { } library ? library(this, method, arguments)
        : merged?.TryCall(this, method, arguments) ?? Call(method, arguments);

    /// <summary>A run apart, for a type's initializer: all it does is known, and nobody else writes to what it makes.
    /// </summary>
    public Interpreter Apart() =>
        new(terms, layouts, InitializerPath.Instance, merged: null, statics, unwind, cancellation);

    /// <summary>Runs a method to its end; arguments and result are in memory form.</summary>
    /// <returns>Null where the method returns nothing.</returns>
    public Value? Call(ClosedMethod method, Value[] arguments)
    {
        MethodDefinition definition = method.Definition;
        if (!definition.HasBody || _depth == MaxDepth || !CanHandle(method.Body))
        {
            throw new UnsupportedCodeException(
                !definition.HasBody ? $"{method}, which has no IL"
                : _depth == MaxDepth ? $"more than {MaxDepth} calls inside each other"
                : $"exception handlers in {method}, merged or with filters");
        }

        statics.Enter(this, method);
        var depth = ++_depth;
        var firstCell = _localCells;
        var locals = method.Locals.Select(local => layouts.Of(local).Zero(terms));
        var frame = new Frame(method, LocalCells(arguments), LocalCells(locals), firstCell, unwind) { Caller = _innermost };
        _innermost = frame;
        var guard = Guard;
        ImmutableHashSet<Term>? holding = (path as MergingPath)?.Holding;
        while (!frame.HasReturned)
        {
            Instruction at = frame.Next;
            try
            {
                Step(frame);
            }
            catch (ThrownException thrown)
            {
                if (!frame.Protected.TryHandle(frame, at, thrown))
                {
                    throw;
                }

                (_depth, _innermost) = (depth, frame); // What was called in between is gone.
            }
        }

        Guard = guard;
        if (path is MergingPath merging)
        {
            merging.Holding = holding!;
        }

        (_depth, _innermost) = (depth - 1, frame.Caller);
        return frame.EarlyReturns.Reverse().Aggregate(frame.Result, (result, early) => early.Or(terms, result));
    }

    /// <summary>Executes one instruction, or where merged code forks as many as it takes until its ways meet.</summary>
    public void Step(Frame frame)
    {
        cancellation.ThrowIfCancellationRequested();
        Instruction instruction = frame.Next;
        ImmutableStack<Value> stack = frame.Stack;
        Term open;
        frame.At = instruction;
        frame.Next = instruction.Next;
        try
        {
            OpcodeTable.Execute(this, frame, instruction);
            return;
        }
        catch (OpenConditionException condition) when (path is MergingPath)
        {
            open = condition.Condition;
        }
        catch (PathEndException end) when (end.Location is null)
        {
            end.Location = new CodeLocation(frame.Method.Definition, instruction);
            throw;
        }
        catch (Exception fault) when (IsFault(fault))
        {
            throw new UnsupportedCodeException($"{instruction.OpCode.Name}, on which the executor says {fault.Message}")
            {
                Location = new CodeLocation(frame.Method.Definition, instruction),
            };
        }

        frame.Stack = stack; // The instruction has done nothing yet: it is begun again with the condition known.
        new Fork(this, (MergingPath)path, frame, open, instruction).Run(_ => frame.Next = instruction);
    }

    // The executor itself stumbled over code that is stranger than any it knows: no verdict, but no crash either.
    private static bool IsFault(Exception thrown) => thrown is ArgumentException or InvalidOperationException
        or InvalidCastException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException
        or NotSupportedException or OverflowException;

    // Merged code keeps no account of exceptions: what would throw is excluded there.
    private bool CanHandle(MethodBody body) => !body.HasExceptionHandlers
        || (path is not MergingPath && body.ExceptionHandlers.All(
            handler => handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Finally));

    private Cell[] LocalCells(IEnumerable<Value> values) =>
        [.. values.Select(NewLocalCell)];
}
