using System.Collections.Immutable;
using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Calls;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Merging;
using Verify.Proofs.Symbolic.Opcodes;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic;

/// <summary>Runs compiled methods along one path, on values that may be symbolic.</summary>
/// <param name="terms">Makes the terms that results consist of.</param>
/// <param name="layouts">Types met in earlier runs of the same code.</param>
/// <param name="path">Decides which way to go if a condition is not known.</param>
/// <param name="merged">Merges calls that need not fork; null to merge none.</param>
/// <param name="statics">Static fields, which all runs of the same code share.</param>
/// <param name="unwind">Iterations that a loop may take.</param>
/// <param name="cancellation">Ends the run with <see cref="OperationCanceledException"/>.</param>
internal sealed class Interpreter(
    TermFactory terms, Layouts layouts, IPath path, MergedCalls? merged, Statics statics, int unwind,
    CancellationToken cancellation)
    : SymbolicRun(terms, layouts, path, statics), IResumable
{
    // Nested activations; more count as infinite recursion.
    private const int MaxDepth = 100;

    // To which the run can return: before the instruction being executed, or the call of the library that it makes.
    private (Frame? Frame, int Writes) _start;

    /// <inheritdoc/>
    public override void Branch(Frame frame, Instruction from, Term condition, Instruction to)
    {
        if (Path is MergingPath merging && !merging.Knows(condition))
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

    /// <inheritdoc/>
    public override Value? Invoke(ClosedMethod method, Value[] arguments) =>
        TryAnswer(method, arguments, out Value? result) ? result : Call(method, arguments);

    /// <inheritdoc/>
    public override void Invoke(Frame frame, ClosedMethod method, Value[] arguments, Continuation continuation)
    {
        if (TryAnswer(method, arguments, out Value? result))
        {
            continuation(frame, result);
        }
        else if (Path is MergingPath)
        {
            continuation(frame, Call(method, arguments)); // A fork runs whole instructions.
        }
        else
        {
            Enter(method, arguments, continuation);
        }
    }

    /// <inheritdoc/>
    public override SymbolicRun Along(IPath other) => new Interpreter(
        Terms, Layouts, other, other is MergingPath ? merged : null, Statics, unwind, cancellation);

    /// <inheritdoc/>
    public override Value? Call(ClosedMethod method, Value[] arguments)
    {
        Frame? caller = Innermost;
        Enter(method, arguments, continuation: null);
        var guard = Memory.Guard;
        ImmutableHashSet<Term>? holding = (Path as MergingPath)?.Holding;
        Value? result = Run(caller);
        Memory.Guard = guard;
        if (Path is MergingPath merging)
        {
            merging.Holding = holding!;
        }

        return result;
    }

    /// <summary>Continues from the state to which the run has returned, to the end of the first method.</summary>
    public Value? Resume() => Run(outer: null);

    /// <inheritdoc/>
    public Action Mark()
    {
        (Frame start, var writes) = (_start.Frame!.CopyBefore(), _start.Writes);
        return () =>
        {
            Memory.Undo(writes);
            Innermost = start;
        };
    }

    /// <inheritdoc/>
    public override void Step(Frame frame)
    {
        cancellation.ThrowIfCancellationRequested();
        ImmutableStack<Value> stack = frame.Stack;
        Instruction instruction = frame.Begin();
        Term open;
        try
        {
            OpcodeTable.Execute(this, frame, instruction);
            return;
        }
        catch (OpenConditionException condition) when (Path is MergingPath)
        {
            open = condition.Condition;
        }
        catch (Exception thrown) when (Located.Misses(thrown))
        {
            throw Located.At(frame, instruction, thrown);
        }

        frame.Stack = stack; // Restart the instruction, which has had no effect yet, with the condition known.
        new Fork(this, (MergingPath)Path, frame, open, instruction).Run(_ => frame.Next = instruction);
    }

    private bool TryAnswer(ClosedMethod method, Value[] arguments, out Value? result)
    {
        result = null;
        if (HarnessCalls.TryCall(this, method, arguments))
        {
            return true;
        }

        if (LibraryCalls.Find(method) is { } library)
        {
            result = library(this, method, arguments);
            return true;
        }

        result = merged?.TryCall(this, method, arguments);
        return result is not null;
    }

    private void Enter(ClosedMethod method, Value[] arguments, Continuation? continuation)
    {
        var depth = Innermost is { } caller ? caller.Depth + 1 : 0;
        if (!method.Definition.HasBody || depth == MaxDepth || !CanHandle(method.Body))
        {
            throw new UnsupportedCodeException(
                !method.Definition.HasBody ? $"{method}, which has no IL"
                : depth == MaxDepth ? $"more than {MaxDepth} nested calls"
                : $"exception handlers in {method}, merged or with filters");
        }

        Statics.Enter(this, method);
        var firstCell = Memory.NextLocal;
        var locals = method.Locals.Select(local => Layouts.Of(local).Zero(Terms));
        Innermost = new Frame(method, LocalCells(arguments), LocalCells(locals), firstCell, unwind)
        {
            Caller = Innermost,
            Continuation = continuation,
            Depth = depth,
        };
    }

    // Until the method that was called from there returns.
    private Value? Run(Frame? outer)
    {
        while (true)
        {
            Frame frame = Innermost!;
            if (outer is null)
            {
                _start = (frame, Memory.Writes);
                Path.Begin(this);
            }

            try
            {
                Step(frame);
            }
            catch (ThrownException thrown)
            {
                if (!TryHandle(thrown, outer))
                {
                    throw;
                }
            }

            if (Innermost is { HasReturned: true } returned)
            {
                Value? result = returned.EarlyReturns.Reverse().Aggregate(
                    returned.Result, (result, early) => early.Or(Terms, result));
                Innermost = returned.Caller;
                if (returned.Continuation is not { } continuation)
                {
                    return result;
                }

                Innermost = returned.Caller!.Copy();
                Located.Complete(Innermost, continuation, result);
            }
        }
    }

    // Drops the activations that do not handle the exception.
    private bool TryHandle(ThrownException thrown, Frame? outer)
    {
        for (; Innermost != outer; Innermost = Innermost!.Caller)
        {
            if (Innermost!.Method.Body.HasExceptionHandlers && Innermost.Copy() is var handling
                && handling.Protected.TryHandle(handling, handling.At, thrown))
            {
                Innermost = handling;
                return true;
            }
        }

        return false;
    }

    // Merged code does not track exceptions: inputs that would throw are excluded.
    private bool CanHandle(MethodBody body) => !body.HasExceptionHandlers
        || (Path is not MergingPath && body.ExceptionHandlers.All(
            handler => handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Finally));

    private Cell[] LocalCells(IEnumerable<Value> values) => [.. values.Select(Memory.NewLocalCell)];
}
