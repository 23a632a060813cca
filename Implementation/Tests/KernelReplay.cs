using Shouldly;

namespace Verify.Implementation.Tests;

/// <summary>Runs a trace on the kernel.</summary>
internal static class KernelReplay
{
    /// <summary>
    /// Executes each call, compares the outcome with that of the trace, and audits the kernel. A trace states every
    /// call that is resumed.
    /// </summary>
    public static Machine Run(string text)
    {
        Trace trace = TraceReader.Read(text, "trace");
        var kernel = new Machine(trace.World);
        foreach ((Call call, Statement? stated) in trace.Steps)
        {
            Outcome outcome = kernel.Execute(call);
            string line = TraceWriter.Lines(new Step(call, outcome));
            (stated?.Fits(outcome) ?? true).ShouldBeTrue(line);
            (outcome.Effects.Resumed.IsEmpty || stated is { Resumed.IsDefault: false }).ShouldBeTrue(line);
            kernel.Audit().ShouldBeNull(line);
        }

        return kernel;
    }

    public static UInt128 DigestAfter(string text) => DigestOf(Run(text));

    public static UInt128 DigestOf(IHashed system)
    {
        StateHash hash = default;
        system.AddTo(ref hash);
        return hash.Digest;
    }
}
