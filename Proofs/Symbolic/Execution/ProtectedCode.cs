using System.Collections.Immutable;
using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>
/// try, catch and finally in one activation of a method: ECMA-335 I.12.4.2. Handlers are listed innermost first. The
/// two passes of the runtime are one here, which makes no difference without filters.
/// </summary>
internal sealed class ProtectedCode(ClosedMethod method)
{
    private readonly IReadOnlyList<ExceptionHandler> _handlers = [.. method.Body.ExceptionHandlers];
    private ImmutableDictionary<ExceptionHandler, ThrownException> _caught =
        ImmutableDictionary<ExceptionHandler, ThrownException>.Empty;

    private ImmutableStack<Pending> _pending = [];

    /// <summary>The same state, which changes apart from this one.</summary>
    public ProtectedCode Copy() => (ProtectedCode)MemberwiseClone();

    /// <summary>Continues in the handler of an exception.</summary>
    /// <returns>False if the method has no handler for it.</returns>
    public bool TryHandle(Frame frame, Instruction at, ThrownException thrown) =>
        TryHandle(frame, at, thrown, first: 0);

    /// <summary>Leaves try or catch blocks, through their finally blocks.</summary>
    public void Leave(Frame frame, Instruction at, Instruction target) => Leave(frame, at, target, first: 0);

    /// <summary>At the end of a finally block, resumes the jump or exception that entered it.</summary>
    public void EndFinally(Frame frame)
    {
        _pending = _pending.Pop(out Pending pending);
        if (pending.Target is not null)
        {
            Leave(frame, pending.At, pending.Target, pending.Next);
        }
        else if (!TryHandle(frame, pending.At, pending.Thrown!, pending.Next))
        {
            throw pending.Thrown!;
        }
    }

    /// <summary>The exception of the catch block that contains an instruction.</summary>
    public ThrownException CaughtAt(Instruction at) => _caught[_handlers.First(
        handler => handler.HandlerType == ExceptionHandlerType.Catch
            && Contains(handler.HandlerStart, handler.HandlerEnd, at))];

    private bool TryHandle(Frame frame, Instruction at, ThrownException thrown, int first)
    {
        for (var i = first; i < _handlers.Count; i++)
        {
            ExceptionHandler handler = _handlers[i];
            if (!Contains(handler.TryStart, handler.TryEnd, at))
            {
                continue;
            }

            if (handler.HandlerType == ExceptionHandlerType.Finally)
            {
                Enter(frame, handler, [], new Pending(handler, at, thrown, Target: null, i + 1));
                return true;
            }

            if (Dispatch.IsA(thrown.Thrown.Type, method.CatchTypeOf(handler)))
            {
                _caught = _caught.SetItem(handler, thrown);
                Enter(frame, handler, [thrown.Thrown], pending: null);
                return true;
            }
        }

        return false;
    }

    private void Leave(Frame frame, Instruction at, Instruction target, int first)
    {
        for (var i = first; i < _handlers.Count; i++)
        {
            ExceptionHandler handler = _handlers[i];
            if (handler.HandlerType == ExceptionHandlerType.Finally
                && Contains(handler.TryStart, handler.TryEnd, at)
                && !Contains(handler.TryStart, handler.TryEnd, target))
            {
                Enter(frame, handler, [], new Pending(handler, at, Thrown: null, target, i + 1));
                return;
            }
        }

        frame.Stack = [];
        frame.Jump(at, target);
    }

    // A finally block that an exception has left is not resumed.
    private void Enter(Frame frame, ExceptionHandler handler, ImmutableStack<Value> stack, Pending? pending)
    {
        while (!_pending.IsEmpty && _pending.Peek().Handler is var left
            && !Contains(left.HandlerStart, left.HandlerEnd, handler.HandlerStart))
        {
            _pending = _pending.Pop();
        }

        if (pending is not null)
        {
            _pending = _pending.Push(pending);
        }

        frame.Stack = stack;
        frame.Next = handler.HandlerStart;
    }

    // The end is the first instruction after the block; null is the end of the method.
    private static bool Contains(Instruction start, Instruction? end, Instruction at) =>
        start.Offset <= at.Offset && (end is null || at.Offset < end.Offset);

    /// <param name="Handler">The finally block being run.</param>
    /// <param name="At">The instruction from which it was entered.</param>
    /// <param name="Thrown">The exception in flight; null for none.</param>
    /// <param name="Target">Where to continue after it; null for an exception.</param>
    /// <param name="Next">The next handler to try.</param>
    private sealed record Pending(
        ExceptionHandler Handler, Instruction At, ThrownException? Thrown, Instruction? Target, int Next);
}
