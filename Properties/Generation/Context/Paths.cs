using System.Text;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Context;

/// <summary>What a path should lead to.</summary>
internal enum PathTarget
{
    /// <summary>A directory.</summary>
    Directory,

    /// <summary>Anything else that is there.</summary>
    File,

    /// <summary>A name that is free.</summary>
    Nothing,
}

/// <summary>
/// Makes paths as a process would write them: by walking from its root or its current directory, up, down and across
/// links and mounts, with the odd doubled slash. Now and then what is there is not what was wanted.
/// </summary>
internal static class Paths
{
    private const int OddShare = 3;
    private static readonly string NearlyLong = new('n', 254);
    private static readonly string[] Names = ["a", "b", "c", "d", "etc", "tmp", "x", "y", "proc", "..", ".",
        "a0", "aa", "A", NearlyLong + "a", NearlyLong + "b"];
    private static readonly string[] OfProcess =
    [
        "status", "status", "status", "mem", "mem", "regs", "fpregs", "dbregs", "ctl", "note", "notepg", "map", "etype",
        "cmdline", "rlimit", "file", "x", "status/.", "mem/..", "ctl/x",
    ];

    private static readonly string[] Endings = ["/", "/", "//", "/.", "/..", "/../", "/./"];
    private static readonly string[] Prisons = ["/jails/a", "/jails/a", "/jails/b", "/in"];

    /// <summary>A path for a call of a process.</summary>
    public static string? To(RunContext run, Process process, PathTarget target)
    {
        ref Prng random = ref run.Random;
        if (random.Chance(OddShare))
        {
            return OddPaths.Next(ref random);
        }

        PathTarget wanted = random.Chance(8) ? (PathTarget)random.Below(3) : target;
        if (wanted == PathTarget.File && random.Chance(60) && ToSomeFile(run, process) is { } known)
        {
            return known;
        }

        var path = new StringBuilder();
        bool fromRoot = random.Chance(55);
        Vnode? at = fromRoot ? process.Root : process.Directory;
        path.Append(fromRoot ? "/" : "");
        int steps = random.Chance(6) ? 4 + random.Below(6) : random.Below(4);
        for (; steps > 0 && at is { } directory; steps--)
        {
            at = Step(run, process, directory, path);
        }

        if (wanted != PathTarget.Directory)
        {
            AddPart(path, ref random, LastPart(run, at, wanted));
        }

        return path.Length == 0 ? "."
            : random.Chance(8) ? path.Append(random.Pick<string>(Endings)).ToString()
            : path.ToString();
    }

    /// <summary>A path to anything that is there.</summary>
    public static string? ToAny(RunContext run, Process process) =>
        To(run, process, run.Random.Chance(50) ? PathTarget.Directory : PathTarget.File);

    /// <summary>A directory to jail to: where prisons are meant to be, or any; without files the only one.</summary>
    public static string? ForPrison(RunContext run, Process process) =>
        run.Theme == Theme.Network ? "/"
        : run.Random.Chance(70) ? run.Random.Pick<string>(Prisons)
        : To(run, process, PathTarget.Directory);

    /// <summary>The absolute path of a file beneath a process's root; null where none was met.</summary>
    private static string? ToSomeFile(RunContext run, Process process)
    {
        const int attempts = 8;
        FileTree tree = run.State.Tree;
        for (int i = 0; i < attempts; i++)
        {
            if (tree.Nodes.TryGetValue(1 + run.Random.Below(tree.LastNode), out Node? node)
                && !node.IsDirectory
                && tree.PathTo(node.Vnode) is { } path)
            {
                string root = process.Root == tree.Root ? "" : tree.PathTo(process.Root) ?? "";
                return path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : null;
            }
        }

        return null;
    }

    /// <summary>Adds a part that leads to a directory; null for where nobody knows.</summary>
    private static Vnode? Step(RunContext run, Process process, Vnode at, StringBuilder path)
    {
        ref Prng random = ref run.Random;
        FileTree tree = run.State.Tree;
        int choice = random.Below(20);
        if (choice < 4)
        {
            AddPart(path, ref random, choice == 0 ? "." : "..");
            return choice == 0 || at == process.Root ? at : tree.Above(at) is { } above ? tree.Uncovered(above) : at;
        }

        bool wantsLink = choice < 7;
        if (Entry(run, at, node => wantsLink ? node.IsSymbolicLink : node.IsDirectory) is not { } entry)
        {
            return at;
        }

        AddPart(path, ref random, entry.Name);
        return wantsLink ? null : tree.Uncovered(entry.Vnode);
    }

    private static string LastPart(RunContext run, Vnode? at, PathTarget wanted)
    {
        ref Prng random = ref run.Random;
        if (at is { } directory && wanted == PathTarget.File
            && (Entry(run, directory, node => !node.IsDirectory) ?? Entry(run, directory, _ => true)) is { } entry)
        {
            return entry.Name;
        }

        string name = random.Pick<string>(Names);
        bool isTaken = at is { IsOfProcess: false } parent && run.State.Tree[parent].Entries.ContainsKey(name);
        return wanted == PathTarget.Nothing && isTaken
            ? name + random.Below(3)
            : name;
    }

    /// <summary>One of a directory's entries that fit; null where there is none.</summary>
    private static (string Name, Vnode Vnode)? Entry(RunContext run, Vnode directory, Func<Node, bool> fits)
    {
        ref Prng random = ref run.Random;
        FileTree tree = run.State.Tree;
        if (tree.IsOnProcfs(directory))
        {
            return OfProcfs(run, directory);
        }

        (string, Vnode)? chosen = null;
        int count = 0;
        foreach ((string name, Vnode vnode) in tree[directory].Entries)
        {
            if (fits(tree[vnode]) && random.Below(++count) == 0)
            {
                chosen = (name, vnode);
            }
        }

        return chosen;
    }

    private static (string Name, Vnode Vnode) OfProcfs(RunContext run, Vnode directory)
    {
        int pid = run.AnyProcess().Pid;
        var node = new Vnode(directory.FileSystem, 16 * (pid + 1), IsOfProcess: true);
        return directory.IsOfProcess
            ? (run.Random.Pick<string>(OfProcess), directory)
            : run.Random.Chance(20) ? ("curproc", node)
            : run.Random.Chance(25) ? (NearlyPid(ref run.Random, pid), node)
            : ($"{pid}", node);
    }

    /// <summary>What is no name of a process, or that of another one.</summary>
    private static string NearlyPid(ref Prng random, int pid) => random.Below(9) switch
    {
        0 => $"0{pid}",
        1 => random.Chance(50) ? $"{pid}0" : $"{pid:D9}",
        2 => $"{pid}x",
        3 => $"+{pid}",
        4 => $"-{pid}",
        5 => $" {pid}",
        6 => $"{pid + 256}",
        7 => $"{pid + (1L << 32)}",
        _ => random.Pick<string>(["curproc0", "0", "00", "99999", "100000", "0000100000", ""]),
    };

    private static void AddPart(StringBuilder path, ref Prng random, string name)
    {
        if (path.Length > 0 && path[^1] != '/')
        {
            path.Append(random.Chance(4) ? "//" : "/");
        }

        path.Append(name);
    }
}
