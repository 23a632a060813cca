using Verify.Implementation.Files;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Names;

/// <summary>
/// Confines a process to its root directory, and that root to the prison's (J8, G4). A directory outside, obtained
/// before chroot(2) or from another process, gives no access.
/// </summary>
internal static class Confinement
{
    /// <summary>True if a process may start a look-up in a directory, or list it.</summary>
    public static bool Contains(Process process, Node directory) =>
        IsBeneath(directory, process.Root)
        && (process.Credentials.Prison is not { } prison || IsBeneath(process.Root, prison.Root!));

    /// <summary>
    /// True if ".." leads from the directory to the top. A file system mounted on a directory on the way up is crossed;
    /// one mounted on the starting directory is not.
    /// </summary>
    public static bool IsBeneath(Node directory, Node top)
    {
        Node? node = directory;
        while (node is not null && !ReferenceEquals(node, top))
        {
            Node? above = node.IsRoot ? node.FileSystem.Covered : node.Parent;
            node = !node.IsRoot && above is not null && Covers(top, above) ? top : above;
        }

        return node is not null;
    }

    /// <summary>
    /// True if ".." stays at the process's root. Otherwise the directory is replaced by the one in which to look up
    /// "..": at the root of a mounted file system, the directory it is mounted on.
    /// </summary>
    public static bool StaysAtRoot(ref Node directory, Node processRoot)
    {
        while (true)
        {
            Node? covered = directory.IsRoot ? directory.FileSystem.Covered : null;
            switch (DotDot.Step(ReferenceEquals(directory, processRoot), covered is not null))
            {
                case DotDotStep.StaysAtRoot:
                    return true;
                case DotDotStep.CrossesMount:
                    directory = covered!;
                    break;
                default:
                    return false;
            }
        }
    }

    private static bool Covers(Node top, Node node)
    {
        Node? cover = node.CoveredBy?.Root;
        while (cover is not null && !ReferenceEquals(cover, top))
        {
            cover = cover.CoveredBy?.Root;
        }

        return cover is not null;
    }
}
