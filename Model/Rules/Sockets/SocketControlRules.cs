using Verify.Abi;
using Verify.Model.Rules.Files;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>ioctl(2) with requests for sockets alone: SIOCSPGRP, SIOCGPGRP and SIOCATMARK.</summary>
internal static class SocketControlRules
{
    public static readonly Rule OwnerSign = new(
        "J6.owner-sign",
        "SIOCSPGRP and SIOCGPGRP are F_SETOWN and F_GETOWN with the other sign: a process group is positive, a "
        + "process negative.",
        "kern/sys_socket.c:soo_ioctl");
    public static readonly Rule NotAtMark = new(
        "S10.at-mark", "SIOCATMARK returns 0: urgent data never came.", "kern/sys_socket.c:soo_ioctl");
    public static readonly Rule ControlNoSocket = new(
        "J6.control-no-socket",
        "SIOCSPGRP, SIOCGPGRP and SIOCATMARK fail with ENOTTY on the console, a file and a directory.",
        "kern/vfs_vnops.c:vn_ioctl");
    public static readonly Rule ControlNoDevice = new(
        "J6.control-no-device", "SIOCSPGRP, SIOCGPGRP and SIOCATMARK fail with ENODEV on the null device.",
        "i386/i386/mem.c:mmioctl");

    public static Verdict SetOwner(ref CallCheck check, Process caller, DescriptorEntry file, int owner)
    {
        check.Use(OwnerSign);
        return SignalOwnerRules.Set(ref check, caller, file, unchecked(-owner));
    }

    public static Verdict GetOwner(ref CallCheck check, Process caller, DescriptorEntry file)
    {
        check.Use(OwnerSign);
        return SignalOwnerRules.Shows(ref check, caller, check.State.SocketOf(file)!, sign: -1);
    }

    public static Verdict AtMark(ref CallCheck check) => check.Must(Outcome.Returned(0), check.State, NotAtMark);

    /// <summary>On what is no socket.</summary>
    public static Verdict NoSocket(ref CallCheck check, DescriptorEntry file) =>
        FlagRules.IsNullDevice(check.State, file)
            ? check.Fails(Errno.ENODEV, ControlNoDevice)
            : check.Fails(Errno.ENOTTY, ControlNoSocket);
}
