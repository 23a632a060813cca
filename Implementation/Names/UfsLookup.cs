using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Names;

/// <summary>
/// Looks one part up in a directory with entries, and asks there for what the call is going to do with it:
/// vfs_cache_lookup and cache_lookup of vfs_cache.c, then ufs_lookup.
/// </summary>
internal static class UfsLookup
{
    /// <summary>
    /// In this order: ENOTDIR, EACCES without search permission, and for the last part what
    /// <see cref="CheckLast"/> says. What is not there is no error here.
    /// </summary>
    public static Errno Search(Process caller, Node directory, NameOperation operation, ref Lookup found)
    {
        Errno error = Namei.CheckEntering(caller, directory);
        if (error != Errno.None)
        {
            return error;
        }

        ReadOnlySpan<char> name = found.Component.In(found.Text);
        if (name is ".")
        {
            // The name cache answers, so that the file system is asked for nothing: not for write permission either.
            found.Node = directory;
            return Errno.None;
        }

        if (name is "..")
        {
            found.Node = directory.Parent ?? directory;
        }
        else
        {
            found.Entry = directory.Entries.Find(name);
            found.Node = found.Entry?.Node;
        }

        return found.Component.IsLast ? CheckLast(caller, directory, operation, found.Node) : Errno.None;
    }

    /// <summary>What the directory of the last part must allow.</summary>
    private static Errno CheckLast(Process caller, Node directory, NameOperation operation, Node? node) =>
        operation switch
        {
            NameOperation.Create when node is null => CheckMaking(caller, directory),
            NameOperation.Delete when node is not null => CheckRemoving(caller, directory, node),
            NameOperation.Rename when node is null => CheckMaking(caller, directory),
            NameOperation.Rename => CheckWriting(caller, directory),
            _ => Errno.None,
        };

    private static Errno CheckMaking(Process caller, Node directory) =>
        directory.LinkCount == 0 ? Errno.ENOENT : CheckWriting(caller, directory);

    private static Errno CheckRemoving(Process caller, Node directory, Node node)
    {
        Errno error = CheckWriting(caller, directory);
        return error == Errno.None && IsProtected(caller.Credentials, directory, node) ? Errno.EPERM : error;
    }

    private static Errno CheckWriting(Process caller, Node directory) =>
        Access.Allows(caller.Credentials, directory, AccessModes.Write) ? Errno.None : Errno.EACCES;

    /// <summary>Whether a sticky directory keeps what is in it from somebody.</summary>
    public static bool IsProtected(in Credentials caller, Node directory, Node node) =>
        ModeRules.StickyProtects(directory.Mode, directory.Uid, node.Uid, caller.Uid)
        && !Privileges.Allows(caller, Privilege.OverrideSticky);
}
