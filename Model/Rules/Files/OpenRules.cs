using Verify.Abi;

namespace Verify.Model;

/// <summary>open(2): whether it is there, or is made, and whether the caller may.</summary>
internal static class OpenRules
{
    /// <summary>The one device that has a driver: /dev/null.</summary>
    private const int NullDevice = 2;

    public static Verdict Open(ref Hearing hearing, Process caller, Call.Open call)
    {
        OpenOptions access = call.Options & OpenOptions.O_ACCMODE;
        if (access == OpenOptions.O_ACCMODE)
        {
            return hearing.Fails(Errno.EINVAL, Rule.OpenMode);
        }

        if (caller.FreeDescriptor >= caller.Limit)
        {
            return hearing.Fails(Errno.EMFILE, Rule.OpenNoDescriptor);
        }

        bool makes = call.Options.HasFlag(OpenOptions.O_CREAT);
        bool isNew = makes && call.Options.HasFlag(OpenOptions.O_EXCL);
        if ((Lookup.WhyNoPlace(ref hearing, caller, call.Path, !isNew, out Place place)
            ?? (makes ? MakingRules.WhyNoPart(place) : null)) is { } denial)
        {
            return hearing.Fails(denial);
        }

        return place.Node is null ? makes
                ? Make(ref hearing, caller, call, place)
                : hearing.Fails(Errno.ENOENT, Rule.PathAbsent)
            : isNew ? hearing.Fails(Errno.EEXIST, Rule.OpenExclusive)
            : WhyClosed(ref hearing, caller, place.Node, access) is { } closed ? hearing.Fails(closed)
            : Opened(ref hearing, caller, hearing.State.Tree, place.Node, access, Rule.OpenOpens);
    }

    private static Verdict Make(ref Hearing hearing, Process caller, Call.Open call, Place place)
    {
        if ((MakingRules.WhyUnmakable(ref hearing, caller, place, isDirectory: false)
            ?? MakingRules.WhyNoRoom(ref hearing, caller, place)) is { } denial)
        {
            return hearing.Fails(denial);
        }

        FileTree tree = hearing.State.Tree;
        int mode = MakingRules.ModeFor(ref hearing, caller, place, call.Mode & ~FileModes.Sticky);
        Node node = MakingRules.New(tree, caller, place, FileModes.Regular | mode);
        return Opened(
            ref hearing, caller, MakingRules.Made(tree, place, node), node, call.Options, Rule.OpenMakes);
    }

    private static Denial? WhyClosed(ref Hearing hearing, Process caller, Node node, OpenOptions access)
    {
        bool writes = access != OpenOptions.O_RDONLY;
        if (writes && node.IsDirectory)
        {
            return new Denial(Errno.EISDIR, Rule.OpenDirectory);
        }

        if (writes && MakingRules.WhyReadOnly(hearing.State, node) is { } readOnly)
        {
            return readOnly;
        }

        int wanted = (writes ? AccessRules.Write : 0) | (Reads(access) ? AccessRules.Read : 0);
        return !AccessRules.Allows(ref hearing, caller, node, wanted) ? new Denial(Errno.EACCES, Rule.OpenDenied)
            : node.IsDevice && node.Device != NullDevice ? new Denial(Errno.ENXIO, Rule.OpenNoDriver)
            : node.Type == FileModes.Fifo ? new Denial(Errno.EAGAIN, Rule.OpenFifo)
            : null;
    }

    private static Verdict Opened(
        ref Hearing hearing, Process caller, FileTree tree, Node node, OpenOptions options, Rule rule)
    {
        int fd = caller.FreeDescriptor;
        State state = hearing.State with { Tree = tree };
        return hearing.Must(
            Outcome.Returned(fd), state.With(caller.With(fd, File.Of(node.Vnode, Reads(options)))), rule);
    }

    private static bool Reads(OpenOptions options) => !options.HasFlag(OpenOptions.O_WRONLY);
}
