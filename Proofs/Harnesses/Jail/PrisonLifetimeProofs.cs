using Verify.Abi;
using Verify.Implementation.Calls.Processes;
using Verify.Implementation.Domains;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Jail;

/// <summary>Prisons and processes from creation to end: they leave nothing behind, and what they share stays.</summary>
internal static class PrisonLifetimeProofs
{
    [Proof("J1", "jail(2) returns the error of the first rule broken and changes nothing. Otherwise it makes a prison "
        + "that holds its root and has the caller as its only process.",
        Bound = "two paths, / and an empty one; the caller has a datagram socket open, or none",
        Mutant = "jail-leaks-prison")]
    public static void JailIsAllOrNothing(
        int version, int uid, Ipv4 address, bool isThere, bool isNamed, bool hasSocket, bool isLocal)
    {
        var host = new FileHost();
        Node root = host.Root;
        Process caller = host.First;
        if (hasSocket)
        {
            AddressFamily family = isLocal ? AddressFamily.AF_LOCAL : AddressFamily.AF_INET;
            FileHost.OpenSocket(caller, new Network(new World(), host.Prisons, null!), family, SocketType.SOCK_DGRAM);
        }

        caller.Credentials = new Credentials(uid, 0, null);
        int references = root.References;
        string path = isThere ? "/" : "";
        var calls = new JailCalls(
            host.Prisons, host.Files.Namei, host.Files.ProcessDirectories, host.Files.OpenDirectories);
        Errno error = calls.Jail(
            caller, new Call.Jail(caller.Pid, version, path, isNamed ? "a.example" : null, address)).Error;

        Errno expected = uid != 0 ? Errno.EPERM
            : version != 0 ? Errno.EINVAL
            : !isNamed ? Errno.EFAULT
            : !isThere ? Errno.ENOENT
            : hasSocket & !isLocal ? Errno.EBUSY
            : Errno.None;
        int made = expected == Errno.None ? 1 : 0;
        Prison? prison = caller.Credentials.Prison;
        Proof.Assert(error == expected, "the error of the first rule broken");
        Proof.Assert(host.Prisons.Zone.InUse == made, "a prison exists if no rule is broken");
        Proof.Assert(root.References == references + made, "it holds its root");
        Proof.Assert((prison?.References ?? 0) == made, "the caller is its only process");
        Proof.Assert(
            prison is null || (prison.Address == address & ReferenceEquals(prison.Root, root)),
            "it has the address and the root");
    }

    [Proof("G7", "fork(2) counts the references of the child: an open file, root and current directory, its prison. "
        + "EAGAIN without a free slot; the last slot is the superuser's. exit(2) frees all of them, and the procfs "
        + "nodes that show the process; its children become those of process 1.",
        Bound = "a child of process 1 that has a child or none, on the host or in a prison; one open file; a procfs "
        + "with up to one node of the process",
        Mutant = "proc-never-forgets")]
    public static void ForkAndExit(
        bool isJailed, bool isShown, bool isParent, bool hasChangedIds, int uid, byte slots)
    {
        Proof.Assume(slots is > 0 and < 8);
        var host = new FileHost();
        VirtualFileSystem files = host.Files;
        var scheduler = new Scheduler();
        var open = new FileTable(new SocketLayer(host.Prisons, new Tunables(), scheduler), files.Nodes);
        Node root = host.Root;
        Process parent = host.First;
        Prison? prison = isJailed ? host.Prisons.Create(Ipv4.Any) : null;
        parent.Credentials = new Credentials(uid, 0, prison);
        parent.Ids = new ProcessIds(uid, uid, 0, 0);
        parent.HasChangedIds = hasChangedIds;
        OpenFile file = open.Console;
        FileTable.Share(file, parent.Descriptors, 0);
        FileSystem procfs = files.Mounts.Add(FileSystemKind.Procfs, owner: 0);
        var calls = new ProcessCalls(
            host.Processes, open, files.ProcessDirectories, files.Procfs, host.Prisons, scheduler,
            new SignalPosting(scheduler), slots);
        int references = root.References;

        Outcome forked = calls.Fork(parent);
        bool isRoom = slots > 2 | (slots == 2 & uid == 0);
        Proof.Assert(forked.Error == (isRoom ? Errno.None : Errno.EAGAIN), "EAGAIN without a free slot");
        if (!isRoom)
        {
            return;
        }

        Process child = host.Processes.Find(forked.Value)!;
        Proof.Assert(child.HasChangedIds == hasChangedIds, "it inherits that ids were changed");
        Proof.Assert(root.References == references + 2, "its root and current directory are counted");
        Proof.Assert(file.References == 3, "its descriptor is counted");
        Proof.Assert(prison is null || prison.References == 2, "its prison is counted");
        Process? grandchild = isParent ? host.Processes.Create(child) : null;
        if (isShown)
        {
            files.Nodes.MakeSynthetic(procfs, number: 48, FileModes.Directory, links: 14, child.Pid, default);
        }

        calls.Exit(child);
        Proof.Assert(host.Processes.Zone.InUse == (isParent ? 1 : 0), "it is gone");
        Proof.Assert(grandchild is null || grandchild.ParentPid == ProcessTable.InitPid, "process 1 adopts its child");
        Proof.Assert(files.Nodes.Synthetic.InUse == 0, "procfs no longer shows it");
        Proof.Assert(root.References == references & file.References == 2, "its references are gone");
        Proof.Assert(prison is null || prison.References == 1, "so is that to its prison");
    }

    [Proof("G4", "exit(2) of a tracer ends the processes it traces, but none outside its prison, and not process 1.",
        Bound = "one traced process; the two on the host, in one prison or in two", Mutant = "traced-outside-ends")]
    public static void TracerExit(bool isJailed, bool isTracedJailed, bool isSamePrison, bool isFirst)
    {
        var host = new FileHost();
        var scheduler = new Scheduler();
        var open = new FileTable(new SocketLayer(host.Prisons, new Tunables(), scheduler), host.Files.Nodes);
        var calls = new ProcessCalls(
            host.Processes, open, host.Files.ProcessDirectories, host.Files.Procfs, host.Prisons, scheduler,
            new SignalPosting(scheduler), maxProcesses: 4);
        Process tracer = host.Processes.Find(calls.Fork(host.First).Value)!;
        Process traced = isFirst ? host.First : host.Processes.Find(calls.Fork(host.First).Value)!;
        Prison? entered = isJailed ? host.Prisons.Create(Ipv4.Any) : null;
        bool isShared = isJailed & isTracedJailed & isSamePrison;
        Prison? other = isTracedJailed & !isShared ? host.Prisons.Create(Ipv4.Any) : null;
        Prison? around = isShared ? entered : other;
        if (isShared)
        {
            Prisons.Hold(entered);
        }

        tracer.Credentials = new Credentials(0, 0, entered);
        traced.Credentials = new Credentials(0, 0, around);
        (int pid, traced.Tracer, traced.ParentPid) = (traced.Pid, tracer.Pid, tracer.Pid);

        calls.Exit(tracer);
        bool ends = !isFirst & (!isJailed | isShared);
        Process? left = host.Processes.Find(pid);
        Proof.Assert((left is null) == ends, "a process outside continues");
        Proof.Assert(
            left is null || (left.Tracer == 0 & left.ParentPid == ProcessTable.InitPid), "it is no longer traced");
        Proof.Assert(
            host.Prisons.Zone.InUse == (isTracedJailed & !ends ? 1 : 0), "a prison ends with the last process in it");
    }
}
