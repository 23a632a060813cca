using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates calls that create, link, rename, remove and change files.</summary>
internal static class NodeGenerator
{
    private static readonly int[] Owners = [-1, 0, 0, 1001, 1001, 1002, -2];
    private static readonly int[] Devices = [0, 2, 2, 3, 3, 258, 65539];

    /// <summary>Targets of symbolic links: out of the root, to nothing, in a circle, or to a file.</summary>
    private static readonly string?[] Targets =
    [
        "/", "..", "../..", "/..", "a", "/a", "x/..", "/jails/b", "", "loop", ".", null, new('t', 1023), new('t', 1024),
    ];

    public static Call? MkDir(RunContext run)
    {
        Process caller = run.AnyProcess();
        return new Call.MkDir(caller.Pid, Paths.To(run, caller, PathTarget.FreeName), Modes.Any(ref run.Random));
    }

    public static Call? MkNod(RunContext run)
    {
        Process caller = run.AnyProcess();
        return new Call.MkNod(
            caller.Pid,
            Paths.To(run, caller, PathTarget.FreeName),
            Modes.WithType(ref run.Random),
            run.Random.Pick<int>(Devices));
    }

    public static Call? MkFifo(RunContext run)
    {
        Process caller = run.AnyProcess();
        return new Call.MkFifo(caller.Pid, Paths.To(run, caller, PathTarget.FreeName), Modes.Any(ref run.Random));
    }

    public static Call? SymLink(RunContext run)
    {
        Process caller = run.AnyProcess();
        string? target = run.Random.Chance(80) ? run.Random.Pick<string?>(Targets) : Paths.ToAny(run, caller);
        return new Call.SymLink(caller.Pid, target, Paths.To(run, caller, PathTarget.FreeName));
    }

    public static Call? Link(RunContext run)
    {
        Process caller = run.AnyProcess();
        return new Call.Link(
            caller.Pid, Paths.To(run, caller, PathTarget.File), Paths.To(run, caller, PathTarget.FreeName));
    }

    public static Call? Unlink(RunContext run)
    {
        Process caller = run.AnyProcess();
        return new Call.Unlink(caller.Pid, Paths.To(run, caller, PathTarget.File));
    }

    public static Call? RmDir(RunContext run)
    {
        Process caller = run.AnyProcess();
        return new Call.RmDir(caller.Pid, Paths.To(run, caller, PathTarget.Directory));
    }

    /// <summary>
    /// Mostly to a new name; otherwise over an existing file, sometimes over another name of the same file.
    /// </summary>
    public static Call? Rename(RunContext run)
    {
        Process caller = run.AnyProcess();
        if (run.Random.Chance(5) && InSticky(run, caller) is { } pair)
        {
            return new Call.Rename(caller.Pid, pair.First, pair.Second);
        }

        if (run.Random.Chance(8) && Linked(run) is { } names)
        {
            return new Call.Rename(caller.Pid, names.First, names.Second);
        }

        string? old = Paths.ToAny(run, caller);
        return new Call.Rename(
            caller.Pid,
            old,
            run.Random.Chance(60) ? Paths.To(run, caller, PathTarget.FreeName)
                : run.Random.Chance(20) ? old
                : Paths.ToAny(run, caller));
    }

    public static Call? ChMod(RunContext run)
    {
        Process caller = run.AnyProcess();
        return new Call.ChMod(caller.Pid, Paths.ToAny(run, caller), Modes.Any(ref run.Random));
    }

    public static Call? ChOwn(RunContext run)
    {
        Process caller = run.AnyProcess();
        return new Call.ChOwn(
            caller.Pid,
            Paths.ToAny(run, caller),
            Owner(ref run.Random),
            Owner(ref run.Random));
    }

    /// <summary>
    /// Calls of an ordinary user on a file that the user owns, and their effect on its special mode bits.
    /// </summary>
    public static Call? ChangeOwnFile(RunContext run)
    {
        ref Prng random = ref run.Random;
        FileTree tree = run.State.Tree;
        if (!tree.Nodes.TryGetValue(1 + random.Below(tree.LastNode), out Node? node)
            || node.Uid == 0
            || run.FindProcess(process => process.Uid == node.Uid && process.Root == tree.Root) is not { } owner
            || tree.PathTo(node.Vnode) is not { } path)
        {
            return null;
        }

        return random.Below(3) switch
        {
            0 => new Call.ChMod(owner.Pid, path, Modes.Any(ref random)),
            1 => new Call.ChOwn(owner.Pid, path, random.Chance(80) ? -1 : owner.Uid, owner.Gid),
            _ => new Call.Rename(
                owner.Pid,
                path,
                random.Chance(50) ? "/tmp/" + random.Pick<string>(["x", "y", "pipe", "a"])
                    : Paths.To(run, owner, PathTarget.FreeName)),
        };
    }

    /// <summary>
    /// Two names in a sticky directory, the first of a file that the caller owns; null if none is found.
    /// </summary>
    private static (string First, string Second)? InSticky(RunContext run, Process caller)
    {
        FileTree tree = run.State.Tree;
        foreach (Node directory in tree.Nodes.Values)
        {
            if ((directory.Mode & FileModes.Sticky) == 0 || directory.Entries.Count < 2
                || caller.Root != tree.Root || tree.PathTo(directory.Vnode) is not { Length: > 1 } path)
            {
                continue;
            }

            foreach ((string name, Vnode entry) in directory.Entries)
            {
                string other = directory.Entries.Keys.ElementAt(run.Random.Below(directory.Entries.Count));
                if (tree[entry].Uid == caller.Uid && other != name)
                {
                    return ($"{path}/{name}", $"{path}/{other}");
                }
            }
        }

        return null;
    }

    /// <summary>Two paths to one file, from the root of the whole file system; null if none is found.</summary>
    private static (string First, string Second)? Linked(RunContext run)
    {
        FileTree tree = run.State.Tree;
        if (!tree.Nodes.TryGetValue(1 + run.Random.Below(tree.LastNode), out Node? node)
            || tree.PathTo(node.Vnode) is not { Length: > 1 } path)
        {
            return null;
        }

        if (node.IsDirectory)
        {
            return (path, path + run.Random.Pick<string>(["/.", "/../" + path[(path.LastIndexOf('/') + 1)..], "/"]));
        }

        foreach (Node directory in tree.Nodes.Values)
        {
            foreach ((string name, Vnode entry) in directory.Entries)
            {
                if (entry == node.Vnode && tree.PathTo(directory.Vnode) is { } parent && $"{parent}/{name}" != path)
                {
                    return (path, $"{parent}/{name}");
                }
            }
        }

        return null;
    }

    private static int Owner(ref Prng random) =>
        random.Chance(12) ? EdgeIntegers.OddId(ref random) : random.Pick<int>(Owners);
}
