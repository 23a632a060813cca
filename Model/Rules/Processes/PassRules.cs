using Verify.Abi;

namespace Verify.Model;

/// <summary>A descriptor sent to another process: what may not go into or out of a prison (G1, J8).</summary>
internal static class PassRules
{
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
            return hearing.Fails(Errno.EPERM, Rule.PassPrison);
        }

        int fd = target.FreeDescriptor;
        return fd >= target.Limit
            ? hearing.Fails(Errno.EMFILE, Rule.PassNoDescriptor)
            : hearing.Must(Outcome.Returned(fd), state.With(target.With(fd, file)), Rule.PassGives);
    }
}
