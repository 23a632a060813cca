using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.Rules.Sockets;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Processes;

/// <summary>Passing a descriptor to another process, and what must not enter or leave a prison (G1, J8).</summary>
internal static class PassRules
{
    public static readonly Rule PassNoDescriptor = new(
        "J8.pass-no-descriptor", "Passing a descriptor fails with EMFILE if the receiver has no free descriptor.",
        "kern/uipc_usrreq.c:unp_externalize");
    public static readonly Rule PassGives = new(
        "J8.pass-gives", "Passing a descriptor gives the receiver the same open file at its lowest free descriptor.",
        "kern/uipc_usrreq.c:unp_externalize");

    public static Verdict Pass(ref CallCheck check, Process caller, DescriptorEntry file, int pid)
    {
        State state = check.State;
        if (VisibilityRules.TargetDenial(state, caller, pid, out Process target) is { } denial)
        {
            return check.Fails(denial);
        }

        if (PassingRules.BorderDenial(state, file, target) is { } border)
        {
            return check.Fails(border);
        }

        int fd = target.FreeDescriptor;
        return fd >= target.Limit
            ? check.Fails(Errno.EMFILE, PassNoDescriptor)
            : check.Must(Outcome.Returned(fd), state.With(target.With(fd, file)), PassGives);
    }
}
