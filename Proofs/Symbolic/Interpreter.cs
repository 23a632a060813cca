using Mono.Cecil;
using Mono.Cecil.Cil;
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
/// <param name="unwind">Rounds after which a loop counts as not left.</param>
/// <param name="cancellation">Ends the run with <see cref="OperationCanceledException"/>.</param>
internal sealed class Interpreter(
    TermFactory terms, Layouts layouts, IPath path, MergedCalls? merged, int unwind, CancellationToken cancellation)
{
    // Activations; deeper is taken as recursion without end.
    private const int MaxDepth = 100;

    private int _depth;

    public TermFactory Terms => terms;

    public Layouts Layouts => layouts;

    public IPath Path => path;

    public Statics Statics { get; } = new();

    public bool Decide(Term condition) => path.Decide(condition);

    /// <summary>Makes throwing an outcome of its own where the condition can hold.</summary>
    public void ThrowWhere(Term condition, Type exception)
    {
        if (path.Decide(condition))
        {
            throw new ThrownException(exception.FullName!);
        }
    }

    /// <summary>The layout of an argument; an instance method's argument 0 is a reference to its struct.</summary>
    public Layout ArgumentLayout(MethodDefinition method, int index) =>
        !method.HasThis ? layouts.Of(method.Parameters[index].ParameterType)
        : index > 0 ? layouts.Of(method.Parameters[index - 1].ParameterType)
        : Layouts.AnyReference;

    /// <summary>What a call that need not fork returns; null where it has to be run.</summary>
    public Value? TryMerge(MethodDefinition method, Value[] arguments) => merged?.TryCall(method, arguments);

    /// <summary>Runs a method to its end; arguments and result are in memory form.</summary>
    /// <returns>Null where the method returns nothing.</returns>
    public Value? Call(MethodDefinition method, Value[] arguments)
    {
        if (!method.HasBody || _depth == MaxDepth)
        {
            throw new UnsupportedCodeException(method.HasBody
                ? $"more than {MaxDepth} calls inside each other"
                : $"{method.FullName}, which has no IL");
        }

        _depth++;
        var locals = method.Body.Variables.Select(local => layouts.Of(local.VariableType).Zero(terms));
        var frame = new Frame(method, Cells(arguments), Cells(locals), unwind);
        while (!frame.HasReturned)
        {
            Step(frame);
        }

        _depth--;
        return frame.Result;
    }

    private static Cell[] Cells(IEnumerable<Value> values) => [.. values.Select(value => new Cell(value))];

    private void Step(Frame frame)
    {
        cancellation.ThrowIfCancellationRequested();
        Instruction instruction = frame.Next;
        frame.Next = instruction.Next;
        try
        {
            OpcodeTable.Execute(this, frame, instruction);
        }
        catch (PathEndException end) when (end.Location is null)
        {
            end.Location = new CodeLocation(frame.Method, instruction);
            throw;
        }
    }
}
