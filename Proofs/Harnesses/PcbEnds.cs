using Verify.Abi;

namespace Verify.Proofs.Harnesses;

/// <summary>Both ends of a PCB.</summary>
internal readonly struct PcbEnds(Endpoint local, Endpoint foreign)
{
    public Endpoint Local { get; } = local;

    public Endpoint Foreign { get; } = foreign;
}
