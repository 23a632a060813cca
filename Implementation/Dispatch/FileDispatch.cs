using Verify.Implementation.Calls.Files;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Dispatch;

/// <summary>Dispatches calls that take a path.</summary>
internal sealed class FileDispatch
{
    private readonly OpenCalls _opening;
    private readonly DirectoryCalls _directories;
    private readonly NodeCalls _nodes;
    private readonly LinkCalls _links;
    private readonly RenameCalls _renaming;
    private readonly ModeCalls _modes;
    private readonly RootCalls _roots;
    private readonly MountCalls _mounts;
    private readonly QuotaCalls _quotas;

    public FileDispatch(VirtualFileSystem vfs, NodeCreation creation, RootCalls roots, FileTable files)
    {
        _opening = new OpenCalls(vfs.Namei, vfs.Procfs, creation, files);
        _directories = new DirectoryCalls(vfs.Namei, creation, vfs.Directories);
        _nodes = new NodeCalls(creation);
        _links = new LinkCalls(vfs.Namei, vfs.Directories);
        _renaming = new RenameCalls(vfs.Namei, vfs.Directories);
        _modes = new ModeCalls(vfs.Namei, vfs.Nodes, vfs.Procfs);
        _roots = roots;
        _mounts = new MountCalls(vfs.Namei, vfs.Nodes, vfs.Mounts, vfs.ProcessDirectories);
        _quotas = new QuotaCalls(vfs.Namei, vfs.Nodes);
    }

    public Outcome Execute(Process caller, Call.OnPath call) => call switch
    {
        Call.Open open => _opening.Open(caller, open),
        Call.Stat => _modes.Stat(caller, call.Path),
        Call.MkDir make => _directories.MkDir(caller, call.Path, make.Mode),
        Call.MkNod make => _nodes.MkNod(caller, make),
        Call.MkFifo make => _nodes.MkFifo(caller, call.Path, make.Mode),
        Call.SymLink link => _nodes.SymLink(caller, link.Target, call.Path),
        Call.Link link => _links.Link(caller, call.Path, link.NewPath),
        Call.Unlink => _links.Unlink(caller, call.Path),
        Call.RmDir => _directories.RmDir(caller, call.Path),
        Call.Rename rename => _renaming.Rename(caller, call.Path, rename.NewPath),
        Call.ChMod change => _modes.ChMod(caller, call.Path, change.Mode),
        Call.ChOwn change => _modes.ChOwn(caller, call.Path, change.Uid, change.Gid),
        Call.ChDir => _roots.ChDir(caller, call.Path),
        Call.ChRoot => _roots.ChRoot(caller, call.Path),
        Call.Mount mount => _mounts.Mount(caller, mount.Type, call.Path),
        Call.Unmount => _mounts.Unmount(caller, call.Path),
        Call.QuotaCtl quota => _quotas.QuotaCtl(caller, quota),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
