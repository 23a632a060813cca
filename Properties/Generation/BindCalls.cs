using Verify.Abi;
using Verify.Model.States;

namespace Verify.Properties.Generation;

/// <summary>bind.</summary>
internal static class BindCalls
{
    public static Call? Bind(Scene scene) =>
        scene.TryAim(IsUnbound, out Aim aim)
            ? new Call.Bind(aim.Pid, aim.Fd, scene.Argument(scene.ToBind(aim.Socket)))
            : null;

    private static bool IsUnbound(Socket socket) => socket.Local.IsNone && !socket.IsGone && !socket.IsIdle;
}
