using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Properties.Generation;

/// <summary>What makes, names, removes and changes nodes.</summary>
internal static class NodeCalls
{
    private static readonly int[] Owners = [-1, 0, 0, 1001, 1001, 1002, -2];
    private static readonly int[] Devices = [0, 2, 2, 3, 3, 258, 65539];

    /// <summary>Where a link may lead: out, nowhere, in a circle, or just there.</summary>
    private static readonly string?[] Targets =
    [
        "/", "..", "../..", "/..", "a", "/a", "x/..", "/jails/b", "", "loop", ".", null, new('t', 1023), new('t', 1024),
    ];

    public static Call? MkDir(Scene scene)
    {
        Process caller = scene.AnyProcess();
        return new Call.MkDir(caller.Pid, Paths.To(scene, caller, Goal.Nothing), Modes.Any(ref scene.Random));
    }

    public static Call? MkNod(Scene scene)
    {
        Process caller = scene.AnyProcess();
        return new Call.MkNod(
            caller.Pid,
            Paths.To(scene, caller, Goal.Nothing),
            Modes.OfNode(ref scene.Random),
            scene.Random.Pick<int>(Devices));
    }

    public static Call? MkFifo(Scene scene)
    {
        Process caller = scene.AnyProcess();
        return new Call.MkFifo(caller.Pid, Paths.To(scene, caller, Goal.Nothing), Modes.Any(ref scene.Random));
    }

    public static Call? SymLink(Scene scene)
    {
        Process caller = scene.AnyProcess();
        string? target = scene.Random.Chance(80) ? scene.Random.Pick<string?>(Targets) : Paths.ToAny(scene, caller);
        return new Call.SymLink(caller.Pid, target, Paths.To(scene, caller, Goal.Nothing));
    }

    public static Call? Link(Scene scene)
    {
        Process caller = scene.AnyProcess();
        return new Call.Link(
            caller.Pid, Paths.To(scene, caller, Goal.File), Paths.To(scene, caller, Goal.Nothing));
    }

    public static Call? Unlink(Scene scene)
    {
        Process caller = scene.AnyProcess();
        return new Call.Unlink(caller.Pid, Paths.To(scene, caller, Goal.File));
    }

    public static Call? RmDir(Scene scene)
    {
        Process caller = scene.AnyProcess();
        return new Call.RmDir(caller.Pid, Paths.To(scene, caller, Goal.Directory));
    }

    /// <summary>Mostly to a free name; otherwise over something that is there, now and then another name of it.</summary>
    public static Call? Rename(Scene scene)
    {
        Process caller = scene.AnyProcess();
        if (scene.Random.Chance(5) && InSticky(scene, caller) is { } pair)
        {
            return new Call.Rename(caller.Pid, pair.First, pair.Second);
        }

        if (scene.Random.Chance(8) && Linked(scene) is { } names)
        {
            return new Call.Rename(caller.Pid, names.First, names.Second);
        }

        string? old = Paths.ToAny(scene, caller);
        return new Call.Rename(
            caller.Pid,
            old,
            scene.Random.Chance(60) ? Paths.To(scene, caller, Goal.Nothing)
                : scene.Random.Chance(20) ? old
                : Paths.ToAny(scene, caller));
    }

    public static Call? ChMod(Scene scene)
    {
        Process caller = scene.AnyProcess();
        return new Call.ChMod(caller.Pid, Paths.ToAny(scene, caller), Modes.Any(ref scene.Random));
    }

    public static Call? ChOwn(Scene scene)
    {
        Process caller = scene.AnyProcess();
        return new Call.ChOwn(
            caller.Pid,
            Paths.ToAny(scene, caller),
            Owner(ref scene.Random),
            Owner(ref scene.Random));
    }

    /// <summary>What a user may do to a node that is his, and what that does to its special bits.</summary>
    public static Call? ChangeOwn(Scene scene)
    {
        ref Prng random = ref scene.Random;
        FileTree tree = scene.State.Tree;
        if (!tree.Nodes.TryGetValue(1 + random.Below(tree.LastNode), out Node? node)
            || node.Uid == 0
            || scene.FindProcess(process => process.Uid == node.Uid && process.Root == tree.Root) is not { } owner
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
                    : Paths.To(scene, owner, Goal.Nothing)),
        };
    }

    /// <summary>Two names in a sticky directory, the first of a node of the caller's; null where none was met.</summary>
    private static (string First, string Second)? InSticky(Scene scene, Process caller)
    {
        FileTree tree = scene.State.Tree;
        foreach (Node directory in tree.Nodes.Values)
        {
            if ((directory.Mode & FileModes.Sticky) == 0 || directory.Entries.Count < 2
                || caller.Root != tree.Root || tree.PathTo(directory.Vnode) is not { Length: > 1 } path)
            {
                continue;
            }

            foreach ((string name, Vnode entry) in directory.Entries)
            {
                string other = directory.Entries.Keys.ElementAt(scene.Random.Below(directory.Entries.Count));
                if (tree[entry].Uid == caller.Uid && other != name)
                {
                    return ($"{path}/{name}", $"{path}/{other}");
                }
            }
        }

        return null;
    }

    /// <summary>Two names that lead to one node, as who has the root of all names them; null where none was met.</summary>
    private static (string First, string Second)? Linked(Scene scene)
    {
        FileTree tree = scene.State.Tree;
        if (!tree.Nodes.TryGetValue(1 + scene.Random.Below(tree.LastNode), out Node? node)
            || tree.PathTo(node.Vnode) is not { Length: > 1 } path)
        {
            return null;
        }

        if (node.IsDirectory)
        {
            return (path, path + scene.Random.Pick<string>(["/.", "/../" + path[(path.LastIndexOf('/') + 1)..], "/"]));
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
        random.Chance(12) ? Numbers.OddId(ref random) : random.Pick<int>(Owners);
}
