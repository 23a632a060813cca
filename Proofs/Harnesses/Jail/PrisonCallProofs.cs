using Verify.Abi;
using Verify.Implementation.Calls.Files;
using Verify.Implementation.Calls.Processes;
using Verify.Implementation.Domains;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Jail;

/// <summary>
/// Calls check the privileges that no prison has: each is run by any user, and a call without the check reaches parts
/// that are missing here, and fails.
/// </summary>
internal static class PrisonCallProofs
{
    [Proof("J4", "Administrative calls: the host's superuser may make all of them, a prison's those that stay inside; "
        + "others get the error of FreeBSD's call, or succeed with less.",
        Mutant = "administration-by-user-alone")]
    public static void Administration(byte prison, int uid, Administration what)
    {
        Process caller = new TwoProcesses(prison, uid, 0, 0).Caller;
        bool isKnown = what is >= Abi.Administration.Reboot and <= Abi.Administration.Ibcs2SetName;
        bool isGranted = uid == 0 & (IsOnHost(prison) | StaysInside(what));
        Outcome outcome = AdministrationCalls.Administer(caller, what);
        Proof.Assert(
            outcome.Error == (!isKnown ? Errno.EINVAL : isGranted ? Errno.None : Refusal(what)),
            "the error follows from user and prison");
        bool tells = what is Abi.Administration.StatFs or Abi.Administration.WriteSuid;
        Proof.Assert(
            outcome.Error != Errno.None || outcome.Value == (tells & isGranted ? 1 : 0),
            "the result tells whether it was limited");
    }

    [Proof("J4", "mknod of a device, mount and jail: EPERM in a prison and for users; quotactl: EPERM in a prison.",
        Bound = "callers that are denied; one path, which is not looked up", Mutant = "device-in-prison")]
    public static void FilesAndPrisons(byte prison, int uid, byte call, int number, int device, QuotaCommand command)
    {
        const string Path = "/null";
        Proof.Assume(!IsOnHost(prison) | (uid != 0 & call <= 3));
        Process caller = new TwoProcesses(prison, uid, 0, 0).Caller;
        int mode = number & FileModes.All;
        var nodes = new NodeCalls(null!);
        var mounts = new MountCalls(null!, null!, null!, null!);
        Outcome outcome = call switch
        {
            0 => nodes.MkNod(caller, new Call.MkNod(2, Path, FileModes.CharacterDevice | mode, device)),
            1 => nodes.MkNod(caller, new Call.MkNod(2, Path, FileModes.BlockDevice | mode, device)),
            2 => mounts.Mount(caller, "mfs", Path),
            3 => new JailCalls(null!, null!, null!, null!).Jail(
                caller, new Call.Jail(2, number, Path, "name", new Ipv4((uint)device))),
            _ => new QuotaCalls(null!, null!).QuotaCtl(caller, new Call.QuotaCtl(2, Path, command, number, device)),
        };
        Proof.Assert(outcome.Error == Errno.EPERM);
    }

    [Proof("J4", "Only the host's superuser may open a raw IP socket, and no prisoner an IPX one; every process may "
        + "open UDP and TCP sockets, and on the host IPX ones.",
        Bound = "a process without descriptors, while jail.socket_unixiproute_only is set",
        Mutant = "raw-socket-in-prison")]
    public static void Sockets(byte prison, int uid, AddressFamily domain, SocketType type)
    {
        Proof.Assume(type is SocketType.SOCK_RAW or SocketType.SOCK_DGRAM or SocketType.SOCK_STREAM);
        Proof.Assume(domain is AddressFamily.AF_INET or AddressFamily.AF_IPX);
        Process caller = new TwoProcesses(prison, uid, 0, 0).Caller;
        var network = new Network(new World(), new Prisons(null!, int.MaxValue), null!);
        Errno error = FileHost.OpenSocket(caller, network, domain, type).Error;
        bool isInet = domain == AddressFamily.AF_INET;
        Errno expected = !isInet & (type != SocketType.SOCK_DGRAM | !IsOnHost(prison)) ? Errno.EPROTONOSUPPORT
            : isInet & type == SocketType.SOCK_RAW & !(uid == 0 & IsOnHost(prison)) ? Errno.EPERM
            : Errno.None;
        Proof.Assert(error == expected, "these sockets need the privilege, and no others");
        Proof.Assert(network.Sockets.Zone.InUse == (error == Errno.None ? 1 : 0), "a denied call leaves no socket");
    }

    [Proof("J4", "setuid, setgid and setgroups to any id need the superuser, in a prison too; others may set the ids "
        + "they have.",
        Bound = "one user and one group for real, effective and saved ids", Mutant = "setgroups-for-all")]
    public static void Identity(byte prison, int uid, byte call, int id)
    {
        Process caller = new TwoProcesses(prison, uid, 0, 0).Caller;
        Outcome outcome = call switch
        {
            0 => IdentityCalls.SetUid(caller, id),
            1 => IdentityCalls.SetGid(caller, id),
            _ => IdentityCalls.SetGroups(caller, GroupList.Create(new[] { id })),
        };
        bool isOwn = (call == 0 & id == uid) | (call == 1 & id == 0);
        Errno expected = uid != 0 & !isOwn ? Errno.EPERM : Errno.None;
        Proof.Assert(outcome.Error == expected, "the privilege is checked");
        Credentials after = caller.Credentials;
        Proof.Assert(after.Uid == (expected == Errno.None & call == 0 ? id : uid), "the user id");
        Proof.Assert(caller.Ids.RealUid == after.Uid & caller.Ids.SavedUid == after.Uid, "real and saved ids too");
        Proof.Assert(after.Gid == (expected == Errno.None & call != 0 ? id : 0), "the group id");
        Proof.Assert(after.IsJailed == !IsOnHost(prison), "the prison stays");
    }

    private static bool StaysInside(Administration what) => what
        is Abi.Administration.ChFlags or Abi.Administration.UTimes or Abi.Administration.StatFs
        or Abi.Administration.WriteSuid or Abi.Administration.WriteReserved or Abi.Administration.Revoke
        or Abi.Administration.ForkOverLimit;

    private static Errno Refusal(Administration what) => what
        is Abi.Administration.StatFs or Abi.Administration.WriteSuid ? Errno.None
        : what is Abi.Administration.DevFsOpen or Abi.Administration.ShmAt or Abi.Administration.TiocSti
            or Abi.Administration.IpsecPolicy or Abi.Administration.JoinAllGroups or Abi.Administration.DdpBind
            or Abi.Administration.NcpLogin ? Errno.EACCES
        : what is Abi.Administration.MmapPrivate or Abi.Administration.SetDbRegs ? Errno.EINVAL
        : what is Abi.Administration.TiocExcl ? Errno.EBUSY
        : what is Abi.Administration.ForkOverLimit ? Errno.EAGAIN
        : what is Abi.Administration.WriteReserved ? Errno.ENOSPC
        : Errno.EPERM;

    private static bool IsOnHost(byte prison) => prison is not (1 or 2);
}
