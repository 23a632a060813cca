using Verify.Abi;
using Verify.Implementation.Calls.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>Control data of what is received (S12).</summary>
internal static class ControlProofs
{
    private const int MostBytes = 4;

    [Proof("S12", "recvmsg copies control messages in their order up to the room for them. MSG_CTRUNC says that one "
        + "was cut, not that others are missing.",
        Bound = "two messages of at most four bytes, the first not empty, and room for at most nine",
        Mutant = "control-cut-unnoticed")]
    public static void RoomCutsThem(ulong first, byte firstLength, ulong second, byte secondLength, byte room)
    {
        int before = 1 + BoundedCount.Of(firstLength, MostBytes - 1);
        int behind = BoundedCount.Of(secondLength, MostBytes);
        int left = BoundedCount.Of(room, (2 * MostBytes) + 1);
        var control = new Few<Data>(Data.OfWord(first, before));
        control = behind > 0 ? control.With(Data.OfWord(second, behind)) : control;

        Outcome outcome = MessageReply.Of(
            new Call.RecvMsg(1, 3, default, left), default, null, null, control, isCut: false);

        int copied = Math.Min(left, before + behind);
        Proof.Assert(outcome.Control.Length == copied, "as much as there is room for");
        for (int i = 0; i < copied; i++)
        {
            ulong sent = i < before ? first >> 8 * i : second >> 8 * (i - before);
            Proof.Assert(outcome.Control[i] == (byte)sent, "byte by byte");
        }

        bool isCut = (left > 0 & left < before) | (left > before & left < before + behind);
        Proof.Assert(
            outcome.Flags == (isCut ? MessageOptions.MSG_CTRUNC : MessageOptions.None), "exactly if one is cut");
    }
}
