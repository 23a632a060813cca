using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>open(2): existing and new files, and access to them.</summary>
internal static class OpenRules
{
    public static readonly Rule OpenMode = new(
        "J8.open-mode", "open for neither reading nor writing fails with EINVAL.", "kern/vfs_syscalls.c:open");
    public static readonly Rule OpenNoDescriptor = new(
        "J8.open-descriptor", "open fails with EMFILE if no descriptor is free.", "kern/kern_descrip.c:fdalloc");
    public static readonly Rule OpenExclusive = new(
        "J8.open-exclusive", "open with O_CREAT and O_EXCL fails with EEXIST if the file exists.",
        "kern/vfs_vnops.c:vn_open");
    public static readonly Rule OpenMakes = new(
        "J8.open-makes", "open with O_CREAT creates a file that does not exist.", "kern/vfs_vnops.c:vn_open");
    public static readonly Rule OpenDirectory = new(
        "J8.open-directory", "open of a directory for writing fails with EISDIR.", "kern/vfs_vnops.c:vn_open");
    public static readonly Rule OpenDenied = new(
        "J8.open-denied", "open without the access it asks for fails with EACCES.", "kern/vfs_vnops.c:vn_open");
    public static readonly Rule OpenNoDriver = new(
        "J4.open-no-driver", "open of a device other than the null device fails with ENXIO.",
        "miscfs/specfs/spec_vnops.c:spec_open");
    public static readonly Rule OpenFifo = new(
        "J8.open-fifo", "open of a FIFO would sleep and fails with EAGAIN.", "miscfs/fifofs/fifo_vnops.c:fifo_open");
    public static readonly Rule OpenSocket = new(
        "S9.open-socket", "open of a socket's node fails with EOPNOTSUPP.", "kern/vfs_vnops.c:vn_open");
    public static readonly Rule OpenOpens = new(
        "J8.open", "open returns the lowest free descriptor.", "kern/vfs_syscalls.c:open");

    /// <summary>The one device that has a driver: /dev/null.</summary>
    private const int NullDevice = 2;

    /// <summary>kern/vfs_syscalls.c:open, kern/vfs_vnops.c:vn_open, errors in order of precedence.</summary>
    public static Verdict Open(ref CallCheck check, Process caller, Call.Open call)
    {
        OpenOptions access = call.Options & OpenOptions.O_ACCMODE;
        bool makes = call.Options.HasFlag(OpenOptions.O_CREAT);
        bool isNew = makes && call.Options.HasFlag(OpenOptions.O_EXCL);
        LookupOperation operation = makes ? LookupOperation.Create : LookupOperation.Find;
        var request = new LookupRequest(caller, operation, FollowsLast: !isNew);
        LookupResult found = default;
        Denial? denial =
            access == OpenOptions.O_ACCMODE ? new Denial(Errno.EINVAL, OpenMode)
            : caller.FreeDescriptor >= caller.Limit ? new Denial(Errno.EMFILE, OpenNoDescriptor)
            : LookupRules.LookupDenial(ref check, request, call.Path, out found) is { } absent ? absent
            : found.Node is null ? MakingRules.RoomDenial(ref check, caller, found)
            : isNew ? new Denial(Errno.EEXIST, OpenExclusive)
            : AccessDenial(ref check, caller, found.Node, access);
        return denial is { } why ? check.Fails(why)
            : found.Node is null ? Made(ref check, caller, call, found)
            : Opened(ref check, caller, check.State.Tree, found.Node, call.Options, OpenOpens);
    }

    private static Verdict Made(ref CallCheck check, Process caller, Call.Open call, LookupResult found)
    {
        FileTree tree = check.State.Tree;
        int mode = MakingRules.ModeFor(ref check, caller, found, call.Mode & ~FileModes.Sticky);
        Node node = MakingRules.New(tree, caller, found, FileModes.Regular | mode);
        return Opened(
            ref check, caller, MakingRules.Made(tree, found, node), node, call.Options, OpenMakes);
    }

    private static Denial? AccessDenial(ref CallCheck check, Process caller, Node node, OpenOptions access)
    {
        bool writes = access != OpenOptions.O_RDONLY;
        int wanted = (writes ? AccessRules.Write : 0) | (Reads(access) ? AccessRules.Read : 0);
        return node.Type == FileModes.Socket ? new Denial(Errno.EOPNOTSUPP, OpenSocket)
            : writes && node.IsDirectory ? new Denial(Errno.EISDIR, OpenDirectory)
            : !AccessRules.Allows(ref check, caller, node, wanted) ? new Denial(Errno.EACCES, OpenDenied)
            : node.IsDevice && node.Device != NullDevice ? new Denial(Errno.ENXIO, OpenNoDriver)
            : node.Type == FileModes.Fifo ? new Denial(Errno.EAGAIN, OpenFifo)
            : null;
    }

    private static Verdict Opened(
        ref CallCheck check, Process caller, FileTree tree, Node node, OpenOptions options, Rule rule)
    {
        int fd = caller.FreeDescriptor;
        State state = check.State with { Tree = tree, LastFile = check.State.LastFile + 1 };
        var file = DescriptorEntry.Of(state.LastFile, node.Vnode, FlagRules.Kept(options));
        return check.Must(Outcome.Returned(fd), state.With(caller.With(fd, file)), rule);
    }

    private static bool Reads(OpenOptions options) => !options.HasFlag(OpenOptions.O_WRONLY);
}
