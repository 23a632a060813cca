using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Local;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Jail;

/// <summary>What a message with descriptors brings into a prison, or out of one (D7, D13).</summary>
internal static class PassingProofs
{
    [Proof("G1", "A message with descriptors opens all of them, unless one is a socket with an address of the network "
        + "that belongs to another prison than the receiver, or to the host.",
        Bound = "three descriptors, two prisons", Mutant = "rights-only-first-checked")]
    public static void SocketsStayInTheirPrison(
        byte prison, int uid, PassedFile first, PassedFile second, PassedFile third)
    {
        var processes = new TwoProcesses(prison, uid, 0, 0);
        var prisons = new TwoProcesses(1, 0, 2, 0);
        Process receiver = processes.Caller;
        Prison? own = receiver.Credentials.Prison;
        OpenFile[] rights = [first.Make(own, prisons), second.Make(own, prisons), third.Make(own, prisons)];
        bool isForeign = first.IsForeignTo(own) | second.IsForeignTo(own) | third.IsForeignTo(own);
        Proof.Assert(RightsCalls.MayReceive(receiver, rights) == !isForeign, "exactly if none belongs elsewhere");
    }
}

/// <summary>An open file in a message.</summary>
/// <param name="IsSocket">False for a file of another kind.</param>
/// <param name="Family">Of a socket: its family.</param>
/// <param name="Owner">Of a socket: 0 for the receiver's prison, or host; 1 and 2 for other prisons; else host.</param>
internal readonly record struct PassedFile(bool IsSocket, AddressFamily Family, byte Owner)
{
    /// <summary>The file.</summary>
    /// <param name="own">The receiver's prison, if it is in one.</param>
    /// <param name="others">Two processes in other prisons.</param>
    public OpenFile Make(Prison? own, TwoProcesses others)
    {
        var file = new OpenFile();
        if (IsSocket)
        {
            Prison? prison = Owner == 0 ? own
                : Owner == 1 ? others.Caller.Credentials.Prison
                : Owner == 2 ? others.Other.Credentials.Prison
                : null;
            file.Socket = new Socket
            {
                Protocol = new IdleProtocol(Family),
                Owner = new Credentials(0, 0, prison),
            };
        }

        return file;
    }

    /// <summary>True for what must stay where it is.</summary>
    public bool IsForeignTo(Prison? own) =>
        IsSocket & Family is not (AddressFamily.AF_LOCAL or AddressFamily.AF_ROUTE)
        & Owner != 0 & !(Owner > 2 & own is null);
}
