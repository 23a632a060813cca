using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Jail;

/// <summary>The directories where a lookup may start.</summary>
internal static class RootDirectoryProofs
{
    [Proof("J8", "A lookup starts at the root or the current directory if that lies below the root, and for a "
        + "prisoner the root below the prison's; otherwise it fails with ENOENT.",
        Bound = "the superuser; each directory is the root of all, one in it or one in no other",
        Mutant = "relative-path-unconfined")]
    public static void LookupStartsBelowRoot(byte root, byte current, byte prisonRoot, bool isAbsolute)
    {
        Proof.Assume(root <= 2 & current <= 2 & prisonRoot <= 3);
        var host = new FileHost();
        VirtualFileSystem files = host.Files;
        Node top = host.Root;
        Node inner = Directory(files, top);
        inner.Parent = top;
        Node lost = Directory(files, top);
        Prison? prison = null;
        if (prisonRoot <= 2)
        {
            prison = host.Prisons.Create(Ipv4.Any)!;
            prison.Root = Which(prisonRoot);
        }

        var caller = new Process
        {
            Credentials = new Credentials(0, 0, prison),
            Root = Which(root),
            Directory = Which(current),
        };
        byte start = isAbsolute ? root : current;
        Errno error = files.Namei.Find(caller, isAbsolute ? "/" : ".", out Node found);
        bool isIn = IsBeneath(start, root) & (prisonRoot == 3 | IsBeneath(root, prisonRoot));
        Proof.Assert(error == (isIn ? Errno.None : Errno.ENOENT), "it is found if it lies below the root");
        Proof.Assert(error != Errno.None || ReferenceEquals(found, Which(start)), "it is the directory itself");

        Node Which(byte number) => number == 0 ? top : number == 1 ? inner : lost;
    }

    private static bool IsBeneath(byte directory, byte above) => directory == above | (directory == 1 & above == 0);

    private static Node Directory(VirtualFileSystem files, Node top)
    {
        Node node = files.Nodes.Make(top.FileSystem, FileModes.Directory, uid: 0, gid: 0);
        node.LinkCount = 2;
        return node;
    }
}
