using System.Text;
using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Files;

/// <summary>read(2) of a file from its beginning, and getdirentries(2) of a whole directory.</summary>
internal sealed class ReadCalls(Procfs procfs)
{
    /// <summary>Reads a file. Only procfs files have contents.</summary>
    public Outcome Read(Process caller, OpenFile file, int length)
    {
        if (file.Node is not { } node)
        {
            return Outcome.Failed(Errno.EAGAIN);
        }

        if ((file.Access & AccessModes.Read) == 0)
        {
            return Outcome.Failed(Errno.EBADF);
        }

        return node.IsDead ? Outcome.Failed(Errno.EIO)
            : node.IsDirectory ? Outcome.Failed(Errno.EISDIR)
            : node.IsSynthetic ? procfs.Read(caller, node, length)
            : Replies.OfContent("", length);
    }

    /// <summary>write(2) of a file: contents are left out, so there is nothing to change.</summary>
    public static Outcome Write(OpenFile file) =>
        Outcome.Failed(
            file.Node is not null && (file.Access & AccessModes.Write) == 0 ? Errno.EBADF : Errno.EOPNOTSUPP);

    /// <summary>Lists a directory. One outside the caller's root may not be listed (G4).</summary>
    public Outcome ReadDir(Process caller, OpenFile file)
    {
        if (file.Node is not { } node)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        Errno error = (file.Access & AccessModes.Read) == 0 ? Errno.EBADF
            : !node.IsDirectory ? Errno.EINVAL
            : !Confinement.Contains(caller, node) ? Errno.EPERM
            : !procfs.Exists(node, caller.Credentials) ? Errno.ENOENT
            : Errno.None;
        return error != Errno.None ? Outcome.Failed(error)
            : node.FileSystem.Kind == FileSystemKind.Procfs ? Outcome.Read(procfs.List(node, caller.Credentials))
            : Outcome.Read(List(node));
    }

    private static string List(Node directory)
    {
        var names = new StringBuilder();
        for (DirectoryEntry? entry = directory.Entries.First; entry is not null; entry = entry.Next)
        {
            names.Append(names.Length == 0 ? "" : "/").Append(entry.Name);
        }

        return names.ToString();
    }
}
