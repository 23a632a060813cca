using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Names;

/// <summary>
/// Path look-up: namei and lookup of vfs_lookup.c. Errors take precedence in the order of the code, from <see
/// cref="Find(Process, string?, NameOperation, LookupOptions, out Lookup)"/> down to the look-up of the file system.
/// </summary>
internal sealed class Namei(Procfs procfs)
{
    /// <summary>Finds an existing node, following symbolic links.</summary>
    public Errno Find(Process caller, string? path, out Node node)
    {
        Errno error = Find(caller, path, NameOperation.LookUp, LookupOptions.FollowLast, out Lookup found);
        node = found.Node!;
        return error;
    }

    /// <summary>Finds a directory that the caller may search: change_dir.</summary>
    public Errno FindDirectory(Process caller, string? path, out Node directory)
    {
        Errno error = Find(caller, path, out directory);
        return error != Errno.None ? error : CheckEntering(caller, directory);
    }

    public static Errno CheckEntering(Process caller, Node node) =>
        !node.IsDirectory ? Errno.ENOTDIR
        : !Access.Allows(caller.Credentials, node, AccessModes.Execute) ? Errno.EACCES
        : Errno.None;

    /// <summary>Finds the last component of a path, or the directory in which it would be created.</summary>
    public Errno Find(
        Process caller, string? path, NameOperation operation, LookupOptions options, out Lookup found)
    {
        found = default;
        Errno error = path is null ? Errno.EFAULT : PathLimits.Check(path.Length);
        if (error != Errno.None)
        {
            return error;
        }

        found.Text = path!;
        Node directory = StartOf(caller, found.Text, caller.Directory);
        if (directory.IsDead)
        {
            return Errno.ENOTDIR;
        }

        if (!Confinement.Contains(caller, directory) || !procfs.Exists(directory, caller.Credentials))
        {
            return Errno.ENOENT;
        }

        return Walk(caller, directory, operation, options, ref found);
    }

    private static Node StartOf(Process caller, string text, Node current) =>
        text is ['/', ..] ? caller.Root : current;

    private Errno Walk(
        Process caller, Node start, NameOperation operation, LookupOptions options, ref Lookup found)
    {
        Node directory = start;
        int linksFollowed = 0;
        int position = 0;
        while (true)
        {
            found.Component = ComponentName.Next(found.Text, position);
            Errno error = Step(caller, directory, operation, ref found);
            if (error != Errno.None || found.Component.Length == 0)
            {
                return error;
            }

            if (found.Node is not { } node)
            {
                return CheckAbsent(found.Component, operation, options);
            }

            if (node.Type == FileModes.SymbolicLink && IsFollowed(found.Component, options))
            {
                error = Follow(caller, node, linksFollowed++, ref found);
                if (error != Errno.None)
                {
                    return error;
                }

                directory = StartOf(caller, found.Text, found.Parent!);
                position = 0;
                continue;
            }

            if (found.Component.IsLast)
            {
                return found.Component.HasSlash && !node.IsDirectory ? Errno.ENOTDIR : Errno.None;
            }

            directory = node;
            position = found.Component.End;
        }
    }

    /// <summary>Only the last component may be missing, and only if it is to be created.</summary>
    private static Errno CheckAbsent(in ComponentName last, NameOperation operation, LookupOptions options)
    {
        bool isMade = last.IsLast && operation is NameOperation.Create or NameOperation.Rename;
        bool fits = !last.HasSlash || (options & LookupOptions.WillBeDirectory) != 0;
        return isMade && fits ? Errno.None : Errno.ENOENT;
    }

    private static bool IsFollowed(in ComponentName part, LookupOptions options) =>
        !part.IsLast || part.HasSlash || (options & LookupOptions.FollowLast) != 0;

    /// <summary>Looks up one component in a directory and crosses mount points.</summary>
    private Errno Step(Process caller, Node directory, NameOperation operation, ref Lookup found)
    {
        found.Parent = null;
        found.Entry = null;
        found.Node = directory;
        if (found.Component.Length == 0)
        {
            return operation == NameOperation.LookUp ? Errno.None : Errno.EISDIR;
        }

        if (found.Component.Length > PathLimits.Name)
        {
            return Errno.ENAMETOOLONG;
        }

        Node searched = directory;
        bool stays = found.IsDotDot && Confinement.StaysAtRoot(ref searched, caller.Root);
        found.Parent = searched;
        found.Node = stays ? searched : null;
        Errno error = stays ? Errno.None
            : searched.FileSystem.Kind == FileSystemKind.Procfs ? procfs.Search(caller, searched, operation, ref found)
            : UfsLookup.Search(caller, searched, operation, ref found);
        found.Node = found.Node is { } node ? Mounts.CrossMounts(node) : null;
        return error;
    }

    /// <summary>Substitutes the target of a symbolic link for the path up to it.</summary>
    private static Errno Follow(Process caller, Node link, int linksFollowed, ref Lookup found)
    {
        string target = link.IsSynthetic ? Procfs.TargetFor(caller) : link.Target;
        ReadOnlySpan<char> rest = found.Component.RestOf(found.Text);
        Errno error = PathLimits.CheckLink(linksFollowed, target.Length, rest.Length);
        if (error == Errno.None)
        {
            found.Text = string.Concat(target, rest);
        }

        return error;
    }
}
