using Shouldly;
using Verify.Abi;
using Verify.Implementation;

namespace Verify.Implementation.Tests;

/// <summary>Runs a trace text on the kernel.</summary>
internal static class KernelReplay
{
    /// <summary>
    /// Carries out each call, holds it against the result that the text gives, and audits the kernel.
    /// </summary>
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

    public static UInt128 DigestOf(ISystem system)
    {
        StateHash hash = default;
        system.AddTo(ref hash);
        return hash.Digest;
    }
}
