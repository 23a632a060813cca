using Verify.Abi;

namespace Verify.Model;

/// <summary>A descriptor sent to another process: what may not go into or out of a prison (G1, J8).</summary>
internal static class PassRules
{
    public static readonly Rule PassPrison = new(
        "G1.pass-prison", "Passing a socket that can have an address into or out of a prison fails with EPERM.", "D13");
    public static readonly Rule PassNoDescriptor = new(
        "J8.pass-no-descriptor", "Passing a descriptor fails with EMFILE if the receiver has no free descriptor.",
        "kern/uipc_usrreq.c:unp_externalize");
    public static readonly Rule PassGives = new(
        "J8.pass-gives", "Passing a descriptor gives the receiver the same open file at its lowest free descriptor.",
        "kern/uipc_usrreq.c:unp_externalize");

    public static Verdict Pass(ref Hearing hearing, Process caller, File file, int pid)
    {
        State state = hearing.State;
        if (Visibility.WhyNone(state, caller, pid, out Process target) is { } denial)
        {
            return hearing.Fails(denial);
        }

        if (state.SocketOf(file) is { IsWithoutAddress: false } socket
            && socket.Prison?.Id != target.Prison?.Id)
        {
            return hearing.Fails(Errno.EPERM, PassPrison);
        }

        int fd = target.FreeDescriptor;
        return fd >= target.Limit
            ? hearing.Fails(Errno.EMFILE, PassNoDescriptor)
            : hearing.Must(Outcome.Returned(fd), state.With(target.With(fd, file)), PassGives);
    }
}
