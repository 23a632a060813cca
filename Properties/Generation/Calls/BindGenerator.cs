using Verify.Model.States;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates bind(2).</summary>
internal static class BindGenerator
{
    public static Call? Bind(RunContext run) =>
        run.TryPickSocket(IsUnbound, out SocketTarget target)
            ? new Call.Bind(target.Pid, target.Fd, run.Sockaddr(run.EndpointToBind(target.Socket)))
            : null;

    private static bool IsUnbound(Socket socket) => socket.Local.IsNone && !socket.IsGone && !socket.IsIdle;
}
