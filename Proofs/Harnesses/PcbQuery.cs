using Verify.Abi;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>A lookup in a table of PCBs by ends.</summary>
internal readonly struct PcbQuery(Endpoint foreign, Endpoint local, bool wildcard)
{
    public Endpoint Foreign { get; } = foreign;

    public Endpoint Local { get; } = local;

    public bool Wildcard { get; } = wildcard;

    /// <summary>Asserts that the table is consistent and finds the same as its list of PCBs.</summary>
    public void FindsTheSame(TableState state)
    {
        Proof.Assert(state.IsConsistent(), "every PCB is in its lists");
        Proof.Assert(
            ReferenceEquals(
                state.Table.LookupHash(Foreign, Local, Wildcard), state.Receiver(Foreign, Local, Wildcard)),
            "both find the same receiver");
        Proof.Assert(
            ReferenceEquals(
                state.Table.LookupLocal(Local.Address, Local.Port, Wildcard),
                state.Holder(Local.Address, Local.Port, Wildcard)),
            "both find the same holder of a port");
    }
}
