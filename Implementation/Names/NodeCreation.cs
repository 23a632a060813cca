using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Names;

/// <summary>Creates nodes with their first name.</summary>
internal sealed class NodeCreation(Namei namei, NodeTable nodes, Directories directories)
{
    /// <summary>Looks up the path of a new node: the errors of the path, then EEXIST.</summary>
    public Errno FindPlace(Process caller, string? path, LookupOptions options, out Lookup place)
    {
        Errno error = namei.Find(caller, path, NameOperation.Create, options, out place);
        return error == Errno.None && place.Node is not null ? Errno.EEXIST : error;
    }

    /// <summary>Creates a node owned by the caller, with the group of its directory: ENOSPC, EDQUOT.</summary>
    public Errno Make(Process caller, in Lookup place, int mode, out Node node)
    {
        Node parent = place.Parent!;
        Errno error = CheckRoom(caller.Credentials, parent.FileSystem);
        node = null!;
        if (error == Errno.None)
        {
            node = nodes.Make(parent.FileSystem, mode, caller.Credentials.Uid, parent.Gid);
            directories.Enter(parent, place.Name, node);
        }

        return error;
    }

    /// <summary>The mode of a node that the caller creates in a directory.</summary>
    public static int ModeFor(in Credentials caller, in Lookup place, int mode) => ModeRules.ForMaker(
        mode, caller.IsIn(place.Parent!.Gid), Privileges.Allows(caller, Privilege.SetSpecialModes));

    private Errno CheckRoom(in Credentials caller, FileSystem fileSystem) =>
        nodes.IsFull ? Errno.ENOSPC
        : !Quotas.HasRoom(fileSystem, caller.Uid) && !Privileges.Allows(caller, Privilege.ExceedQuota) ? Errno.EDQUOT
        : Errno.None;
}
