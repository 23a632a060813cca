using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Names;

/// <summary>The parts of the file layer, assembled at boot.</summary>
internal sealed class VirtualFileSystem
{
    public VirtualFileSystem(World world, ProcessTable processes)
    {
        Nodes = new NodeTable(world.Tunables.MaxNodes);
        Directories = new Directories(Nodes);
        Mounts = new Mounts(Nodes, Directories);
        ProcessDirectories = new ProcessDirectories(processes, Nodes);
        Procfs = new Procfs(processes, Nodes, Mounts);
        Namei = new Namei(Procfs);
        OpenDirectories = new OpenDirectories(Mounts);
        BootFileLoader.Make(world.Files, Mounts.First, Nodes, Directories);
    }

    public NodeTable Nodes { get; }

    public Directories Directories { get; }

    public Mounts Mounts { get; }

    public ProcessDirectories ProcessDirectories { get; }

    public Procfs Procfs { get; }

    public Namei Namei { get; }

    public OpenDirectories OpenDirectories { get; }
}
