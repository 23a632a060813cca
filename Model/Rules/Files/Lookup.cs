using Verify.Abi;

namespace Verify.Model;

/// <summary>What a path leads to.</summary>
/// <param name="Parent">The directory that has, or would have, the last part; null where the path has no parts.</param>
/// <param name="Name">The last part.</param>
/// <param name="Node">What is there; null where nothing is.</param>
/// <param name="SlashFollows">True where slashes end the path.</param>
internal readonly record struct Place(Node? Parent, string Name, Node? Node, bool SlashFollows);

/// <summary>Finds the way of a path (namei), part by part (J8).</summary>
internal static class Lookup
{
    /// <summary>MAXPATHLEN without the terminating zero.</summary>
    public const int MaxPath = 1023;

    /// <summary>NAME_MAX.</summary>
    private const int MaxName = 255;

    /// <summary>MAXSYMLINKS.</summary>
    private const int MaxLinks = 32;

    /// <summary>Why a path leads nowhere; else the node that it leads to, the last link followed.</summary>
    public static Denial? WhyNone(ref Hearing hearing, Process caller, string? path, out Node node)
    {
        node = null!;
        if (WhyNoPlace(ref hearing, caller, path, true, out Place place) is { } denial)
        {
            return denial;
        }

        if (place.Node is null)
        {
            return new Denial(Errno.ENOENT, Rule.PathAbsent);
        }

        node = place.Node;
        return null;
    }

    /// <summary>Why a path has no place, there or to be made; else the place.</summary>
    /// <param name="hearing">The call.</param>
    /// <param name="caller">Who looks.</param>
    /// <param name="path">The path.</param>
    /// <param name="follows">True where the last part is followed if it is a link.</param>
    /// <param name="place">The place.</param>
    public static Denial? WhyNoPlace(
        ref Hearing hearing, Process caller, string? path, bool follows, out Place place)
    {
        place = default;
        if (WhyUnreadable(path) is { } denial)
        {
            return denial;
        }

        State state = hearing.State;
        Vnode start = path![0] == '/' ? caller.Root : caller.Directory;
        return !Confinement.Holds(state, caller, start) ? new Denial(Errno.ENOENT, Rule.PathOutside)
            : Procfs.Find(state, caller, start) is not { } node ? new Denial(Errno.ENOENT, Rule.PathProcessGone)
            : Walk(ref hearing, new Walker(caller, follows), node, path.TrimStart('/'), 0, out place);
    }

    private static Denial? WhyUnreadable(string? path) =>
        path is null ? new Denial(Errno.EFAULT, Rule.PathNull)
        : path.Length > MaxPath ? new Denial(Errno.ENAMETOOLONG, Rule.PathLong)
        : path.Length == 0 ? new Denial(Errno.ENOENT, Rule.PathEmpty)
        : null;

    /// <summary>The rest of a path, which does not start with a slash, from a node on.</summary>
    private static Denial? Walk(
        ref Hearing hearing, Walker walker, Node directory, string rest, int links, out Place place)
    {
        place = new Place(null, "", directory, SlashFollows: false);
        if (rest.Length == 0)
        {
            return null;
        }

        int end = rest.IndexOf('/', StringComparison.Ordinal);
        (string name, string after) = end < 0 ? (rest, "") : (rest[..end], rest[end..]);
        if (WhyUnsearchable(ref hearing, walker.Caller, directory, name) is { } denial)
        {
            return denial;
        }

        string next = after.TrimStart('/');
        bool isLast = next.Length == 0;
        bool slashFollows = after.Length > 0;
        Node? node = Child(ref hearing, walker.Caller, directory, name);
        place = new Place(directory, name, node, slashFollows);
        if (node is null)
        {
            return isLast ? null : new Denial(Errno.ENOENT, Rule.PathAbsent);
        }

        if (node.IsSymbolicLink && (slashFollows || walker.FollowsLast))
        {
            return Follow(ref hearing, walker, directory, node.Target, after, links + 1, out place);
        }

        return !isLast ? Walk(ref hearing, walker, node, next, links, out place)
            : slashFollows && !node.IsDirectory ? new Denial(Errno.ENOTDIR, Rule.PathSlash)
            : null;
    }

    private static Denial? WhyUnsearchable(ref Hearing hearing, Process caller, Node directory, string name) =>
        !directory.IsDirectory ? new Denial(Errno.ENOTDIR, Rule.PathNotDirectory)
        : !AccessRules.Allows(ref hearing, caller, directory, AccessRules.Execute)
            ? new Denial(Errno.EACCES, Rule.PathDenied)
        : name.Length > MaxName ? new Denial(Errno.ENAMETOOLONG, Rule.PathNameLong)
        : null;

    /// <summary>Goes on with a link's target, and after it with what came after the link.</summary>
    private static Denial? Follow(
        ref Hearing hearing, Walker walker, Node directory, string target, string after, int links, out Place place)
    {
        place = default;
        if (links > MaxLinks)
        {
            return new Denial(Errno.ELOOP, Rule.PathLoop);
        }

        if (target.Length == 0)
        {
            return new Denial(Errno.ENOENT, Rule.PathLinkEmpty);
        }

        if (target.Length + after.Length >= MaxPath)
        {
            return new Denial(Errno.ENAMETOOLONG, Rule.PathLinkLong);
        }

        bool isAbsolute = target[0] == '/';
        hearing.Use(isAbsolute ? Rule.PathLinkFromRoot : Rule.PathLink);
        Node start = isAbsolute ? Procfs.Find(hearing.State, walker.Caller, walker.Caller.Root)! : directory;
        return Walk(ref hearing, walker, start, (target + after).TrimStart('/'), links, out place);
    }

    /// <summary>What a name means in a directory; null where there is nothing.</summary>
    private static Node? Child(ref Hearing hearing, Process caller, Node directory, string name)
    {
        FileTree tree = hearing.State.Tree;
        Vnode here = directory.Vnode;
        Vnode? named = name switch
        {
            "." => here,
            ".." => Above(ref hearing, caller, here),
            _ when tree.IsOnProcfs(here) => Procfs.Named(here, name),
            _ => directory.Entries.TryGetValue(name, out Vnode entry) ? entry : null,
        };
        if (named is not { } found)
        {
            return null;
        }

        Vnode uncovered = tree.Uncovered(found);
        if (uncovered != found)
        {
            hearing.Use(Rule.PathEntersMount);
        }

        return Procfs.Find(hearing.State, caller, uncovered);
    }

    /// <summary>What <c>..</c> means: the process's root is above itself, a mount's root covers a directory.</summary>
    private static Vnode Above(ref Hearing hearing, Process caller, Vnode directory)
    {
        if (directory == caller.Root)
        {
            hearing.Use(Rule.PathStaysAtRoot);
            return directory;
        }

        Vnode above = hearing.State.Tree.Above(directory)!.Value;
        if (!directory.IsRootOfFileSystem)
        {
            return above;
        }

        hearing.Use(Rule.PathLeavesMount);
        return Above(ref hearing, caller, above);
    }

    private readonly record struct Walker(Process Caller, bool FollowsLast);
}
