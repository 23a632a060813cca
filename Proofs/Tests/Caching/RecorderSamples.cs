using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;

namespace Verify.Proofs.Tests.Caching;

/// <summary>A harness that reaches code by each way that is easily forgotten.</summary>
internal static class RecorderSamples
{
    public static ProofCase Harness { get; } = ProofCase.In(typeof(RecorderSamples).Assembly)
        .Single(proof => proof.Method.DeclaringType == typeof(RecorderSamples));

    public static ProofResult Prove() => Prover.Run(Harness);

    /// <summary>What the executor that this is bound to notes.</summary>
    public static IReadOnlyList<string> Read() => Prove().Reads;

    // new T(), static members of interfaces, and an enum that only one assembly speaks of.
    [Proof("H2", "A new head has the port that it is given, and a freed socket has no options.")]
    private static void NewItems(ushort port)
    {
        var head = new Zone<PortHead>("heads").Allocate()!;
        head.Port = port;
        IntrusiveList<PortHead, PortHead.InChain> list = default;
        list.InsertHead(head);
        var sockets = new Zone<Socket>("sockets");
        sockets.Free(sockets.Allocate()!);
        Proof.Assert(list.First!.Port == port & sockets.InUse == 0);
    }
}
