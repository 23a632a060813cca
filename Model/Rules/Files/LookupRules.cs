using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>
/// The lookup of a path (J8), as a relation: <c>before/name</c> is the entry <c>name</c> of the directory
/// <c>before</c>, and a symbolic link is what its target is in the directory of the link. FreeBSD reads from left to
/// right and rewrites its buffer at every link (kern/vfs_lookup.c:namei); here only the number of characters left in
/// that buffer is known, since it can overflow.
/// </summary>
internal static class LookupRules
{
    public static readonly Rule PathNull = new(
        "J8.path-null", "A path that is a null pointer fails with EFAULT.", "kern/vfs_lookup.c:namei");
    public static readonly Rule PathLong = new(
        "J8.path-long", "A path of more than 1023 characters fails with ENAMETOOLONG.", "kern/vfs_lookup.c:namei");
    public static readonly Rule PathEmpty = new(
        "J8.path-empty", "An empty path fails with ENOENT.", "kern/vfs_lookup.c:namei");
    public static readonly Rule PathOutside = new(
        "G4.path-outside",
        "Every path fails with ENOENT if it starts outside the process's root, or that root is outside the prison's.",
        "D10");
    public static readonly Rule PathProcessGone = new(
        "J7.path-process-gone",
        "Every path relative to the procfs directory of a process that has exited fails with ENOTDIR.",
        "miscfs/procfs/procfs_vnops.c:procfs_lookup");
    public static readonly Rule PathProcessUnseen = new(
        "J7.path-process-unseen",
        "Every path relative to the procfs directory of an invisible process fails with ENOENT.", "D15");
    public static readonly Rule PathLink = new(
        "J8.path-link", "A relative symbolic link is resolved from the directory that contains it.",
        "kern/vfs_lookup.c:namei");
    public static readonly Rule PathLinkFromRoot = new(
        "J8.path-link-from-root", "An absolute symbolic link is resolved from the process's root directory.",
        "kern/vfs_lookup.c:namei");
    public static readonly Rule PathLoop = new(
        "J8.path-loop", "A path with more than 32 symbolic links fails with ELOOP.", "kern/vfs_lookup.c:namei");
    public static readonly Rule PathLinkEmpty = new(
        "J8.path-link-empty", "An empty symbolic link at the end of a path is the directory that contains it.",
        "kern/vfs_lookup.c:namei");
    public static readonly Rule PathLinkEmptyInside = new(
        "J8.path-link-empty-inside",
        "What follows an empty symbolic link in a path is resolved from the process's root directory.",
        "kern/vfs_lookup.c:namei");
    public static readonly Rule PathLinkLong = new(
        "J8.path-link-long",
        "A symbolic link that expands the rest of the path beyond 1022 characters fails with ENAMETOOLONG.",
        "kern/vfs_lookup.c:namei");
    public static readonly Rule PathSlash = new(
        "J8.path-slash",
        "A path with trailing slashes fails with ENOTDIR if it names something other than a directory.",
        "kern/vfs_lookup.c:lookup");
    public static readonly Rule PlaceIsStart = new(
        "J8.place-is-start",
        "Creating, removing or renaming by a path without components, such as /, fails with EISDIR.",
        "kern/vfs_lookup.c:lookup");

    /// <summary>MAXPATHLEN without the terminating zero.</summary>
    public const int MaxPath = 1023;

    /// <summary>MAXSYMLINKS.</summary>
    private const int MaxLinks = 32;

    /// <summary>The denial of a path, or the node that it leads to; a symbolic link at the end is followed.</summary>
    public static Denial? NodeDenial(ref CallCheck check, Process caller, string? path, out Node node)
    {
        var request = new LookupRequest(caller, LookupOperation.Find, FollowsLast: true);
        Denial? denial = LookupDenial(ref check, request, path, out LookupResult found);
        node = found.Node!;
        return denial;
    }

    /// <summary>The denial of a lookup, or its result.</summary>
    public static Denial? LookupDenial(ref CallCheck check, LookupRequest request, string? path, out LookupResult found)
    {
        found = default;
        if (PathTextDenial(path) is { } unreadable)
        {
            return unreadable;
        }

        bool isAbsolute = path![0] == '/';
        int links = 0;
        return StartDenial(check.State, request.Caller, isAbsolute, out Node start)
            ?? WalkDenial(ref check, request, start, path.AsSpan().TrimStart('/'), 0, ref links, out found);
    }

    private static Denial? PathTextDenial(string? path) =>
        path is null ? new Denial(Errno.EFAULT, PathNull)
        : path.Length > MaxPath ? new Denial(Errno.ENAMETOOLONG, PathLong)
        : path.Length == 0 ? new Denial(Errno.ENOENT, PathEmpty)
        : null;

    /// <summary>
    /// The denial of the directory where a path starts (D10, miscfs/deadfs/dead_vnops.c), or the directory.
    /// </summary>
    private static Denial? StartDenial(State state, Process caller, bool isAbsolute, out Node start)
    {
        Vnode vnode = isAbsolute ? caller.Root : caller.Directory;
        start = ProcfsRules.Find(state, caller, vnode)!;
        return vnode.IsDead ? new Denial(Errno.ENOTDIR, PathProcessGone)
            : !ConfinementRules.Holds(state, caller, vnode) ? new Denial(Errno.ENOENT, PathOutside)
            : start is null ? new Denial(Errno.ENOENT, PathProcessUnseen)
            : null;
    }

    /// <summary>The denial of a path in a directory, or its result.</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="request">The request.</param>
    /// <param name="start">The directory.</param>
    /// <param name="text">The path, without leading slashes.</param>
    /// <param name="after">How many characters follow the text in the whole path: none, or a slash and more.</param>
    /// <param name="links">The number of symbolic links followed so far.</param>
    /// <param name="found">The form of the result.</param>
    private static Denial? WalkDenial(
        ref CallCheck check,
        LookupRequest request,
        Node start,
        ReadOnlySpan<char> text,
        int after,
        ref int links,
        out LookupResult found)
    {
        ReadOnlySpan<char> parts = text.TrimEnd('/');
        if (parts.IsEmpty)
        {
            found = new LookupResult(null, "", start);
            return after == 0 && request.Operation != LookupOperation.Find
                ? new Denial(Errno.EISDIR, PlaceIsStart)
                : null;
        }

        int at = parts.LastIndexOf('/') + 1;
        Node directory = start;
        if (at > 0)
        {
            if (WalkDenial(
                ref check, request, start, parts[..at].TrimEnd('/'), 1 + text.Length - at + after, ref links,
                out found) is { } before)
            {
                return before;
            }

            directory = found.Node!;
        }

        var component = new PathComponent(parts[at..].ToString(), after == 0, after == 0 && parts.Length < text.Length);
        return ComponentRules.ComponentDenial(ref check, request, directory, component, out found) is { } denial
                ? denial
            : found.Node is not { IsSymbolicLink: true } link
                || (component.IsLast && !component.SlashFollows && !request.FollowsLast)
                ? TrailingSlashDenial(found, component)
            : LinkDenial(ref check, request, found.Parent!, link.Target, after, ref links, out found);
    }

    private static Denial? TrailingSlashDenial(LookupResult found, PathComponent component) =>
        component.SlashFollows && found.Node is { IsDirectory: false }
            ? new Denial(Errno.ENOTDIR, PathSlash)
            : null;

    /// <summary>
    /// The denial of a symbolic link, or where it leads. Trailing slashes do not belong to the target. If the target is
    /// empty, the rest of the path begins with a slash: it starts at the root.
    /// </summary>
    private static Denial? LinkDenial(
        ref CallCheck check,
        LookupRequest request,
        Node directory,
        string target,
        int after,
        ref int links,
        out LookupResult found)
    {
        found = default;
        links++;
        if (links > MaxLinks)
        {
            return new Denial(Errno.ELOOP, PathLoop);
        }

        if (target.Length + after >= MaxPath)
        {
            return new Denial(Errno.ENAMETOOLONG, PathLinkLong);
        }

        bool isAbsolute = target.Length == 0 ? after > 0 : target[0] == '/';
        check.Use(target.Length == 0 ? isAbsolute ? PathLinkEmptyInside : PathLinkEmpty
            : isAbsolute ? PathLinkFromRoot
            : PathLink);
        Node start = isAbsolute ? ProcfsRules.Find(check.State, request.Caller, request.Caller.Root)! : directory;
        return WalkDenial(
            ref check, request, start, target.AsSpan().TrimStart('/'), after, ref links, out found);
    }
}
