using Verify.Implementation.Kernel;

namespace Verify.Implementation.Files;

/// <summary>
/// Holds processes to their root directory, and that to their prison's (J8, G4): a directory from outside, come by
/// before chroot(2) or through another process, is no way out.
/// </summary>
internal static class Confinement
{
    /// <summary>Whether a process may start from a directory, or list it.</summary>
    public static bool Contains(Process process, Node directory) =>
        LiesBeneath(directory, process.Root)
        && (process.Credentials.Prison is not { } prison || LiesBeneath(process.Root, prison.Root!));

    /// <summary>Whether going up from a directory meets another one.</summary>
    public static bool LiesBeneath(Node directory, Node top)
    {
        Node? node = directory;
        while (node is not null && !ReferenceEquals(node, top))
        {
            node = node.IsRoot ? node.FileSystem.Covered : node.Parent;
        }

        return node is not null;
    }

    /// <summary>What ".." is in a directory.</summary>
    public static Node Above(Node directory, Node processRoot)
    {
        Node node = directory;
        while (true)
        {
            Node? covered = node.IsRoot ? node.FileSystem.Covered : null;
            switch (Upward.Step(ReferenceEquals(node, processRoot), covered is not null))
            {
                case UpwardStep.Stays:
                    return node;
                case UpwardStep.Uncovers:
                    node = covered!;
                    break;
                default:
                    return node.Parent ?? node;
            }
        }
    }
}
