using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Judging;

/// <summary>
/// States in which nothing is in the way of a call: its caller is the superuser, and other sockets use no port. A call
/// that was seen to succeed against the rules has done there what it did.
/// </summary>
internal static class Obstacles
{
    private static readonly Endpoint Nowhere = Endpoint.None;

    /// <summary>
    /// The superuser, with ids that nobody has where they give no privilege: a call that sets them is noticed.
    /// </summary>
    private static readonly Ids Superuser = new(int.MinValue, 0, int.MinValue);

    /// <summary>The state with fewer and fewer obstacles.</summary>
    /// <param name="state">The state before the call.</param>
    /// <param name="call">The call.</param>
    public static IEnumerable<State> Removed(State state, Call call)
    {
        if (call is not Call.ByProcess { Pid: var pid } || state.FindProcess(pid) is not { } caller)
        {
            yield break;
        }

        Process superuser = caller with { User = Superuser };
        yield return state.With(superuser);
        yield return WithoutPorts(state.With(superuser), call);
        yield return WithoutPorts(state.With(superuser with { Prison = null }), call);
        if (call is Call.Jail or Call.ChRoot)
        {
            yield return state.With(superuser with { Prison = null, Files = [] });
        }
    }

    /// <summary>A state after the call, with the obstacles back in their places.</summary>
    /// <param name="before">The state before the call.</param>
    /// <param name="removed">The state before the call without the obstacles.</param>
    /// <param name="after">The state after the call, without them.</param>
    /// <param name="call">The call.</param>
    public static State Restored(State before, State removed, State after, Call call)
    {
        after = after with { Sockets = [.. after.Sockets.Select(Socket)] };
        int pid = ((Call.ByProcess)call).Pid;
        return after.FindProcess(pid) is { } caller
            ? after.With(Caller(before.FindProcess(pid)!, removed.FindProcess(pid)!, caller, call))
            : after;

        Socket Socket(Socket now)
        {
            int index = removed.Sockets.IndexOf(now);
            return index < 0 ? now : before.Sockets[index];
        }
    }

    /// <summary>What the call has not changed is as it was.</summary>
    private static Process Caller(Process before, Process removed, Process after, Call call) => after with
    {
        User = new Ids(
            after.User.Real == Superuser.Real ? before.User.Real : after.User.Real,
            call is Call.SetUid or Call.SetEUid or Call.SetReUid ? after.User.Effective : before.User.Effective,
            after.User.Saved == Superuser.Saved ? before.User.Saved : after.User.Saved),
        Prison = after.Prison == removed.Prison ? before.Prison : after.Prison,
        Files = after.Files == removed.Files ? before.Files : after.Files,
    };

    private static State WithoutPorts(State state, Call call)
    {
        Socket? own = call is Call.OnDescriptor { Pid: var pid, Fd: var fd }
            ? state.SocketAt(state.FindProcess(pid)!, fd)
            : null;
        return state with
        {
            Sockets =
            [
                .. state.Sockets.Select(socket =>
                    socket.Id == own?.Id ? socket : socket with { Local = Nowhere, Foreign = Nowhere }),
            ],
        };
    }
}
