using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Inet;
using Verify.Implementation.Jail;
using Verify.Implementation.Kernel;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>How prisons and processes begin and end: nothing is left of them, and what they use stays.</summary>
internal static class PrisonLives
{
    [Proof("J1", "jail(2): the first rule that is broken is its error, and nothing has changed. If none is, there is a "
        + "prison, which holds its root, and the caller is its only process.",
        Bound = "two paths, / and an empty one; the caller has a datagram socket open, or none",
        Mutant = "jail-leaks-prison")]
    public static void JailIsAllOrNothing(
        int version, int uid, Ipv4 address, bool isThere, bool isNamed, bool hasSocket, bool isLocal)
    {
        var processes = new ProcessTable();
        var files = new VirtualFileSystem(new World(), processes);
        var prisons = new Prisons(files.Nodes, int.MaxValue);
        Node root = files.Mounts.First.Root;
        Process caller = processes.First!;
        Places.Start(caller, root);
        if (hasSocket)
        {
            OpenSocket(caller, prisons, isLocal ? AddressFamily.AF_LOCAL : AddressFamily.AF_INET);
        }

        caller.Credentials = new Credentials(uid, 0, null);
        int references = root.References;
        string path = isThere ? "/" : "";
        Errno error = new JailCalls(prisons, files.Namei, files.Places).Jail(
            caller, new Call.Jail(caller.Pid, version, path, isNamed ? "a.example" : null, address)).Error;

        Errno expected = uid != 0 ? Errno.EPERM
            : version != 0 ? Errno.EINVAL
            : !isNamed ? Errno.EFAULT
            : !isThere ? Errno.ENOENT
            : hasSocket & !isLocal ? Errno.EBUSY
            : Errno.None;
        int made = expected == Errno.None ? 1 : 0;
        Prison? prison = caller.Credentials.Prison;
        Proof.Assert(error == expected, "the first rule broken");
        Proof.Assert(prisons.Zone.InUse == made, "there is a prison if none is");
        Proof.Assert(root.References == references + made, "it holds its root");
        Proof.Assert((prison?.References ?? 0) == made, "the caller alone is in it");
        Proof.Assert(prison is null || (prison.Address == address & ReferenceEquals(prison.Root, root)), "as asked for");
    }

    [Proof("J7", "A process that ends gives back all that fork(2) gave it, and what procfs has made up to show it.",
        Bound = "a child of process 1, on the host or in a prison; a procfs with up to one node that tells of it",
        Mutant = "proc-never-forgets")]
    public static void ExitGivesAllBack(bool isJailed, bool isShown, int uid)
    {
        var processes = new ProcessTable();
        var files = new VirtualFileSystem(new World(), processes);
        var prisons = new Prisons(files.Nodes, int.MaxValue);
        Node root = files.Mounts.First.Root;
        Process parent = processes.First!;
        Places.Start(parent, root);
        Prison? prison = isJailed ? prisons.Create(Ipv4.Any) : null;
        parent.Credentials = new Credentials(uid, 0, prison);
        FileSystem procfs = files.Mounts.Add(FileSystemKind.Procfs);
        var network = new Network(new World(), prisons);
        var calls = new ProcessCalls(
            processes, new FileTable(network.Sockets, files.Nodes), files.Places, files.Procfs, prisons, int.MaxValue);
        int references = root.References;

        Process child = processes.Find(calls.Fork(parent).Value)!;
        Proof.Assert(root.References == references + 2, "it is in a root and a current directory");
        if (isShown)
        {
            files.Nodes.MakeUp(procfs, number: 48, FileModes.Directory, links: 2, child.Pid);
        }

        calls.Exit(child);
        Proof.Assert(processes.Zone.InUse == 0, "it is gone");
        Proof.Assert(files.Nodes.MadeUp.InUse == 0, "nothing is shown of it");
        Proof.Assert(root.References == references, "nor is it anywhere");
        Proof.Assert(prison is null || prison.References == 1, "nor in a prison");
    }

    private static void OpenSocket(Process caller, Prisons prisons, AddressFamily family)
    {
        var network = new Network(new World(), prisons);
        caller.Limits = new DescriptorLimits(1, 1);
        new CreationCalls(
            network.Protocols, network.Sockets, new FileTable(network.Sockets, null!), new JailVariables())
            .Create(caller, new Call.Socket(caller.Pid, family, SocketType.SOCK_DGRAM, Protocol.Default));
    }
}
