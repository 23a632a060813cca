using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Names;

/// <summary>
/// Holds processes to their root directory, and that to their prison's (J8, G4): a directory from outside, come by
/// before chroot(2) or through another process, is no way out.
/// </summary>
internal static class Confinement
{
    /// <summary>Whether a process may start from a directory, or list it.</summary>
    public static bool Contains(Process process, Node directory) =>
        IsBeneath(directory, process.Root)
        && (process.Credentials.Prison is not { } prison || IsBeneath(process.Root, prison.Root!));

    /// <summary>
    /// Whether going up from a directory by "..", as a look-up does, meets another one. What covers a directory is met
    /// in coming up to it, not in starting from it.
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
    /// Whether ".." stays where it is, at the process's root. Otherwise the directory becomes the one to look ".." up
    /// in: from the root of a file system that is what it covers.
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
