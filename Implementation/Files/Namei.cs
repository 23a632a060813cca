using Verify.Abi;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Files;

/// <summary>Looks paths up: vfs_lookup.c.</summary>
internal sealed class Namei(Procfs procfs)
{
    /// <summary>Finds what a path names, whatever it is, after following all symbolic links.</summary>
    public Errno Find(Process caller, string? path, out Node node)
    {
        Errno error = Find(caller, path, LookupOptions.FollowLast, out Lookup found);
        node = found.Node!;
        return error;
    }

    /// <summary>Finds a directory that the caller may enter: change_dir.</summary>
    public Errno FindDirectory(Process caller, string? path, out Node directory)
    {
        Errno error = Find(caller, path, out directory);
        return error != Errno.None ? error : CheckEntering(caller, directory);
    }

    public static Errno CheckEntering(Process caller, Node node) =>
        !node.IsDirectory ? Errno.ENOTDIR
        : !Access.Check(caller.Credentials, node, Rights.Execute) ? Errno.EACCES
        : Errno.None;

    /// <summary>Finds what the last part of a path names, or where it would be.</summary>
    public Errno Find(Process caller, string? path, LookupOptions options, out Lookup found)
    {
        found = default;
        Errno error = path is null ? Errno.EFAULT : PathLimits.Check(path.Length);
        if (error != Errno.None)
        {
            return error;
        }

        found.Text = path!;
        Node directory = StartOf(caller, found.Text, caller.Directory);
        if (!Confinement.Contains(caller, directory) || !procfs.IsThere(directory, caller.Credentials))
        {
            return Errno.ENOENT;
        }

        return Walk(caller, directory, options, ref found);
    }

    private static Node StartOf(Process caller, string text, Node current) => text[0] == '/' ? caller.Root : current;

    private Errno Walk(Process caller, Node start, LookupOptions options, ref Lookup found)
    {
        Node directory = start;
        int linksFollowed = 0;
        int position = 0;
        while (true)
        {
            found.Last = PathPart.Next(found.Text, position);
            if (found.Last.Length == 0)
            {
                found.Parent = null;
                found.Node = directory;
                return Errno.None;
            }

            Errno error = Search(caller, directory, ref found);
            if (error != Errno.None)
            {
                return error;
            }

            if (found.Node is not { } node)
            {
                bool isGood = found.Last.IsLast && (options & LookupOptions.MayBeAbsent) != 0;
                return isGood ? Errno.None : Errno.ENOENT;
            }

            if (node.Type == FileModes.SymbolicLink && IsFollowed(found.Last, options))
            {
                error = Follow(caller, node, linksFollowed++, ref found);
                if (error != Errno.None)
                {
                    return error;
                }

                directory = StartOf(caller, found.Text, directory);
                position = 0;
                continue;
            }

            if (found.Last.IsLast)
            {
                return found.Last.HasSlash && !node.IsDirectory ? Errno.ENOTDIR : Errno.None;
            }

            directory = node;
            position = found.Last.End;
        }
    }

    private static bool IsFollowed(in PathPart part, LookupOptions options) =>
        !part.IsLast || part.HasSlash || (options & LookupOptions.FollowLast) != 0;

    /// <summary>Looks one part up in a directory; a file system that covers what is found takes its place.</summary>
    private Errno Search(Process caller, Node directory, ref Lookup found)
    {
        Errno error = CheckEntering(caller, directory);
        if (error != Errno.None)
        {
            return error;
        }

        if (found.Last.Length > PathLimits.Name)
        {
            return Errno.ENAMETOOLONG;
        }

        ReadOnlySpan<char> name = found.Last.In(found.Text);
        found.Parent = directory;
        found.Entry = null;
        if (name is ".")
        {
            found.Node = directory;
        }
        else if (name is "..")
        {
            found.Node = Confinement.Above(directory, caller.Root);
        }
        else if (directory.FileSystem.Kind == FileSystemKind.Procfs)
        {
            found.Node = procfs.Find(directory, name, caller.Credentials);
        }
        else
        {
            found.Entry = directory.Entries.Find(name);
            found.Node = found.Entry?.Node;
        }

        found.Node = found.Node?.CoveredBy?.Root ?? found.Node;
        return Errno.None;
    }

    /// <summary>Puts a symbolic link's target in the place of the path up to it.</summary>
    private static Errno Follow(Process caller, Node link, int linksFollowed, ref Lookup found)
    {
        string target = link.IsMadeUp ? Procfs.TargetFor(caller) : link.Target;
        ReadOnlySpan<char> rest = found.Text.AsSpan(found.Last.End);
        Errno error = PathLimits.CheckLink(linksFollowed, target.Length, rest.Length);
        if (error == Errno.None)
        {
            found.Text = string.Concat(target, rest);
        }

        return error;
    }
}
