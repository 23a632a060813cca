using System.Runtime.CompilerServices;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>Prints calls, outcomes and traces as the trace text has them.</summary>
internal sealed class TraceNotation : Notation
{
    public override string Of(Call call) => TraceWriter.Line(call, stated: null);

    public override string Of(Statement statement) => TraceWriter.Result(statement, ResultForm.Number);

    public override string Of(Trace trace) => TraceWriter.Write(trace);

#pragma warning disable CA2255 // The calls must not know the grammar, and yet print themselves in it.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install() => Current = new TraceNotation();
}
