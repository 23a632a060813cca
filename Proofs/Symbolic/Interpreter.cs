using System.Collections.Immutable;
using Mono.Cecil;
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
    : SymbolicRun(terms, layouts, path, statics)
{
    // Nested activations; more count as infinite recursion.
    private const int MaxDepth = 100;

    private int _depth;

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
        HarnessCalls.TryCall(this, method, arguments) ? null
        : LibraryCalls.Find(method) is { } library ? library(this, method, arguments)
        : merged?.TryCall(this, method, arguments) ?? Call(method, arguments);

    /// <inheritdoc/>
    public override SymbolicRun Along(IPath other) => new Interpreter(
        Terms, Layouts, other, other is MergingPath ? merged : null, Statics, unwind, cancellation);

    /// <inheritdoc/>
    public override Value? Call(ClosedMethod method, Value[] arguments)
    {
        MethodDefinition definition = method.Definition;
        if (!definition.HasBody || _depth == MaxDepth || !CanHandle(method.Body))
        {
            throw new UnsupportedCodeException(
                !definition.HasBody ? $"{method}, which has no IL"
                : _depth == MaxDepth ? $"more than {MaxDepth} nested calls"
                : $"exception handlers in {method}, merged or with filters");
        }

        Statics.Enter(this, method);
        var depth = ++_depth;
        var firstCell = Memory.NextLocal;
        var locals = method.Locals.Select(local => Layouts.Of(local).Zero(Terms));
        var frame = new Frame(method, LocalCells(arguments), LocalCells(locals), firstCell, unwind)
        {
            Caller = Innermost,
        };
        Innermost = frame;
        var guard = Memory.Guard;
        ImmutableHashSet<Term>? holding = (Path as MergingPath)?.Holding;
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

                (_depth, Innermost) = (depth, frame); // Drop the activations in between.
            }
        }

        Memory.Guard = guard;
        if (Path is MergingPath merging)
        {
            merging.Holding = holding!;
        }

        (_depth, Innermost) = (depth - 1, frame.Caller);
        return frame.EarlyReturns.Reverse().Aggregate(frame.Result, (result, early) => early.Or(Terms, result));
    }

    /// <inheritdoc/>
    public override void Step(Frame frame)
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
        catch (OpenConditionException condition) when (Path is MergingPath)
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
            throw new UnsupportedCodeException(
                $"{instruction.OpCode.Name}, on which the executor fails: {fault.Message}")
            {
                Location = new CodeLocation(frame.Method.Definition, instruction),
            };
        }

        frame.Stack = stack; // Restart the instruction, which has had no effect yet, with the condition known.
        new Fork(this, (MergingPath)Path, frame, open, instruction).Run(_ => frame.Next = instruction);
    }

    // Unforeseen code made the executor itself fail: the verdict is unknown, and the run continues.
    private static bool IsFault(Exception thrown) => thrown is ArgumentException or InvalidOperationException
        or InvalidCastException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException
        or NotSupportedException or OverflowException;

    // Merged code does not track exceptions: inputs that would throw are excluded.
    private bool CanHandle(MethodBody body) => !body.HasExceptionHandlers
        || (Path is not MergingPath && body.ExceptionHandlers.All(
            handler => handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Finally));

    private Cell[] LocalCells(IEnumerable<Value> values) =>
        [.. values.Select(Memory.NewLocalCell)];
}
