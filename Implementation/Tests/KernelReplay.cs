using Shouldly;

namespace Verify.Implementation.Tests;

/// <summary>Runs a trace on the kernel.</summary>
internal static class KernelReplay
{
    /// <summary>Executes each call, compares the outcome with that of the trace, and audits the kernel.</summary>
    public static Machine Run(string text)
    {
        Trace trace = TraceReader.Read(text, "trace");
        var kernel = new Machine(trace.World);
        foreach ((Call call, Outcome? expected) in trace.Steps)
        {
            Outcome outcome = kernel.Execute(call);
            if (expected is { } wanted)
            {
                outcome.ShouldBe(wanted, TraceWriter.Line(call, outcome));
            }

            kernel.Audit().ShouldBeNull(TraceWriter.Line(call, outcome));
        }

        return kernel;
    }

    public static UInt128 DigestAfter(string text) => DigestOf(Run(text));

    public static UInt128 DigestOf(ISystem system)
    {
        StateHash hash = default;
        system.AddTo(ref hash);
        return hash.Digest;
    }
}
