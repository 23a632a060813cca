using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Names;

/// <summary>
/// Looks up one component in a directory and checks permission for the intended operation: vfs_cache_lookup and
/// cache_lookup of vfs_cache.c, then ufs_lookup.
/// </summary>
internal static class UfsLookup
{
    /// <summary>
    /// Errors in this order: ENOTDIR, EACCES without search permission, and for the last component those of <see
    /// cref="CheckLast"/>. A missing name is not an error here.
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
            // The name cache answers for ".", so the file system checks nothing, not even write permission.
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

    /// <summary>Checks the directory of the last component.</summary>
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

    /// <summary>True if the sticky bit of the directory keeps the caller from removing the node.</summary>
    public static bool IsProtected(in Credentials caller, Node directory, Node node) =>
        ModeRules.StickyProtects(directory.Mode, directory.Uid, node.Uid, caller.Uid)
        && !Privileges.Allows(caller, Privilege.OverrideSticky);
}
