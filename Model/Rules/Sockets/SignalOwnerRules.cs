using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// fcntl(2) with F_SETOWN and F_GETOWN: the owner that gets a socket's SIGIO and SIGURG (kern/kern_descrip.c:fsetown).
/// No such signal is ever sent here.
/// </summary>
internal static class SignalOwnerRules
{
    public static readonly Rule OwnerNoSocket = new(
        "J6.owner-no-socket", "F_SETOWN and F_GETOWN fail with ENOTTY if the descriptor is not a socket.",
        "kern/kern_descrip.c:fcntl");
    public static readonly Rule OwnerOfOtherSession = new(
        "J6.owner-of-other-session", "F_SETOWN to a process or group of another session fails with EPERM.",
        "kern/kern_descrip.c:fsetown");
    public static readonly Rule OwnerNobody = new(
        "J6.owner-nobody", "F_SETOWN to 0 removes the owner.", "kern/kern_descrip.c:fsetown");
    public static readonly Rule OwnerSet = new(
        "J6.owner-set", "F_SETOWN sets the process or group that receives a socket's signals.",
        "kern/kern_descrip.c:fsetown");
    public static readonly Rule OwnerRead = new(
        "J6.owner-read", "F_GETOWN returns the process or group that receives a socket's signals, or 0.",
        "kern/kern_descrip.c:fgetown");
    public static readonly Rule OwnerUnseen = new(
        "J6.owner-unseen", "F_GETOWN returns 0 for an owner that is not visible to the caller.", "D56");
    public static readonly Rule OwnerInherited = new(
        "J6.owner-inherited",
        "An accepted connection has the signal owner of the listening socket, if the process that accepts may set it.",
        "kern/uipc_syscalls.c:accept1");
    public static readonly Rule OwnerEnds = new(
        "J6.owner-ends", "A socket loses its owner when the process exits or the group becomes empty.",
        "kern/kern_descrip.c:funsetownlst");

    /// <summary>Sets a process by its pid, a process group by its negative id, or nobody by 0.</summary>
    public static Verdict Set(ref CallCheck check, Process caller, DescriptorEntry file, int owner)
    {
        State state = check.State;
        if (state.SocketOf(file) is not { } socket)
        {
            return check.Fails(Errno.ENOTTY, OwnerNoSocket);
        }

        return owner == 0 ? check.Must(Outcome.Ok, state.With(socket with { SignalsTo = 0 }), OwnerNobody)
            : OwnerDenial(state, caller, owner) is { } why ? check.Fails(why)
            : check.Must(Outcome.Ok, state.With(socket with { SignalsTo = owner }), OwnerSet);
    }

    public static Verdict Get(ref CallCheck check, Process caller, DescriptorEntry file) =>
        check.State.SocketOf(file) is { } socket
            ? Shows(ref check, caller, socket, sign: 1)
            : check.Fails(Errno.ENOTTY, OwnerNoSocket);

    /// <summary>The owner with a sign; 0 if it is not visible to the caller.</summary>
    public static Verdict Shows(ref CallCheck check, Process caller, Socket socket, int sign)
    {
        int owner = socket.SignalsTo;
        return owner == 0 || check.State.Processes.Any(process => IsMeant(process, owner) && caller.Sees(process))
            ? check.Must(Outcome.Returned(sign * owner), check.State, OwnerRead)
            : check.Must(Outcome.Returned(0), check.State, OwnerUnseen);
    }

    /// <summary>The owner that a connection gets from the socket at which it is accepted.</summary>
    public static int Inherited(ref CallCheck check, Process caller, Socket listener)
    {
        if (listener.SignalsTo == 0 || OwnerDenial(check.State, caller, listener.SignalsTo) is not null)
        {
            return 0;
        }

        check.Use(OwnerInherited);
        return listener.SignalsTo;
    }

    /// <summary>The state in which no socket has an owner that no longer exists.</summary>
    public static State WithoutStrangers(ref CallCheck check, State state)
    {
        foreach (Socket socket in state.Sockets)
        {
            if (socket.SignalsTo != 0 && !state.Processes.Any(process => IsMeant(process, socket.SignalsTo)))
            {
                check.Use(OwnerEnds);
                state = state.With(socket with { SignalsTo = 0 });
            }
        }

        return state;
    }

    /// <summary>The denial of an owner that is not visible (D15) or in another session.</summary>
    private static Denial? OwnerDenial(State state, Process caller, int owner) =>
        VisibilityRules.TargetsDenial(
            state, caller, process => IsMeant(process, owner), out ImmutableArray<Process> meant) is { } nobody ? nobody
        : meant[0].Session != caller.Session ? new Denial(Errno.EPERM, OwnerOfOtherSession)
        : null;

    private static bool IsMeant(Process process, int owner) =>
        owner > 0 ? process.Pid == owner : process.ProcessGroup == -(long)owner;
}
