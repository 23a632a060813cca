using Verify.Abi;
using Verify.Implementation.Calls.Sockets;
using Verify.Implementation.Domains;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;

namespace Verify.Proofs.Harnesses;

/// <summary>A host with an empty root file system and process 1 as its only process.</summary>
internal sealed class FileHost
{
    public FileHost()
    {
        Files = new VirtualFileSystem(new World(), Processes);
        Prisons = new Prisons(Files.Nodes, int.MaxValue);
        ProcessDirectories.Start(First, Root);
    }

    public ProcessTable Processes { get; } = new();

    public VirtualFileSystem Files { get; }

    public Prisons Prisons { get; }

    /// <summary>Process 1.</summary>
    public Process First => Processes.First!;

    /// <summary>The root directory.</summary>
    public Node Root => Files.Mounts.First.Root;

    /// <summary>socket(2) by a process with room for one descriptor, on its own network.</summary>
    public static Outcome OpenSocket(Process caller, Network network, AddressFamily domain, SocketType type)
    {
        network.Register(null!, null!);
        caller.Limits = new DescriptorLimits(1, 1);
        var calls = new CreationCalls(
            network.Domains, network.Sockets, new FileTable(network.Sockets, null!), null!, new JailVariables(),
            null!);
        return calls.Create(caller, new Call.Socket(caller.Pid, domain, type, Protocol.Default));
    }
}
