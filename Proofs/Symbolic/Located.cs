using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic;

/// <summary>
/// Says at which instruction a path ends. Unforeseen code may make the executor itself fail there: the verdict is
/// unknown, and the run continues.
/// </summary>
internal static class Located
{
    /// <summary>True if an instruction has thrown this, and it does not say yet where.</summary>
    public static bool Misses(Exception thrown) => thrown is PathEndException { Location: null }
        or ArgumentException or InvalidOperationException or InvalidCastException or IndexOutOfRangeException
        or NullReferenceException or KeyNotFoundException or NotSupportedException or OverflowException;

    /// <summary>The end of a path that an instruction has caused.</summary>
    public static PathEndException At(Frame frame, Instruction at, Exception thrown)
    {
        PathEndException end = thrown as PathEndException ?? new UnsupportedCodeException(
            $"{at.OpCode.Name}, on which the executor fails: {thrown.Message}");
        end.Location = new CodeLocation(frame.Method.Definition, at);
        return end;
    }

    /// <summary>Completes the instruction of a call.</summary>
    public static void Complete(Frame caller, Continuation continuation, Value? result)
    {
        try
        {
            continuation(caller, result);
        }
        catch (Exception thrown) when (Misses(thrown))
        {
            throw At(caller, caller.At, thrown);
        }
    }
}
