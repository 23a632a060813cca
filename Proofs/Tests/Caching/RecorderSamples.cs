using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;

namespace Verify.Proofs.Tests.Caching;

/// <summary>A harness that reaches code in each way that a recorder may miss.</summary>
internal static class RecorderSamples
{
    public static ProofCase Harness { get; } = ProofCase.In(typeof(RecorderSamples).Assembly)
        .Single(proof => proof.Method.DeclaringType == typeof(RecorderSamples));

    public static ProofResult Prove() => Prover.Run(Harness);

    /// <summary>The code that the executor records, to which this is bound.</summary>
    public static IReadOnlyList<string> Read() => Prove().Reads;

    // new T(), static members of interfaces, and an enum that only one assembly refers to.
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
