using System.Text;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Context;

/// <summary>What a generated path should name.</summary>
internal enum PathTarget
{
    /// <summary>A directory.</summary>
    Directory,

    /// <summary>An existing file that is not a directory.</summary>
    File,

    /// <summary>A name that does not exist.</summary>
    FreeName,
}

/// <summary>
/// Makes paths by walking from a process's root or current directory: up, down, and across symbolic links and mounts.
/// Some have doubled slashes, and some do not name what was asked for.
/// </summary>
internal static class Paths
{
    private const int OddShare = 3;
    private static readonly string NearlyLong = new('n', 254);
    private static readonly string[] Names = ["a", "b", "c", "d", "etc", "tmp", "x", "y", "proc", "..", ".",
        "a0", "aa", "A", NearlyLong + "a", NearlyLong + "b"];
    private static readonly string[] ProcessFiles =
    [
        "status", "status", "status", "mem", "mem", "regs", "fpregs", "dbregs", "ctl", "note", "notepg", "map", "etype",
        "cmdline", "rlimit", "file", "x", "status/.", "mem/..", "ctl/x",
    ];

    private static readonly string[] Endings = ["/", "/", "//", "/.", "/..", "/../", "/./"];
    private static readonly string[] Prisons = ["/jails/a", "/jails/a", "/jails/b", "/in"];

    /// <summary>A path to a target, for a call of a process.</summary>
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
            AppendComponent(path, ref random, LastComponent(run, at, wanted));
        }

        return path.Length == 0 ? "."
            : random.Chance(8) ? path.Append(random.Pick<string>(Endings)).ToString()
            : path.ToString();
    }

    /// <summary>A path to an existing file or directory.</summary>
    public static string? ToAny(RunContext run, Process process) =>
        To(run, process, run.Random.Chance(50) ? PathTarget.Directory : PathTarget.File);

    /// <summary>
    /// The root of a new prison: a directory for prisons, or any; the only directory of a run without files.
    /// </summary>
    public static string? ForPrison(RunContext run, Process process) =>
        run.Theme == Theme.Network ? "/"
        : run.Random.Chance(70) ? run.Random.Pick<string>(Prisons)
        : To(run, process, PathTarget.Directory);

    /// <summary>The absolute path of a file below a process's root; null if a few attempts find none.</summary>
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

    /// <summary>
    /// Appends a component and returns the directory that it leads to; null if it is a symbolic link.
    /// </summary>
    private static Vnode? Step(RunContext run, Process process, Vnode at, StringBuilder path)
    {
        ref Prng random = ref run.Random;
        FileTree tree = run.State.Tree;
        int choice = random.Below(20);
        if (choice < 4)
        {
            AppendComponent(path, ref random, choice == 0 ? "." : "..");
            return choice == 0 || at == process.Root ? at : tree.Above(at) is { } above ? tree.Uncovered(above) : at;
        }

        bool wantsLink = choice < 7;
        if (Entry(run, at, node => wantsLink ? node.IsSymbolicLink : node.IsDirectory) is not { } entry)
        {
            return at;
        }

        AppendComponent(path, ref random, entry.Name);
        return wantsLink ? null : tree.Uncovered(entry.Vnode);
    }

    private static string LastComponent(RunContext run, Vnode? at, PathTarget wanted)
    {
        ref Prng random = ref run.Random;
        if (at is { } directory && wanted == PathTarget.File
            && (Entry(run, directory, node => !node.IsDirectory) ?? Entry(run, directory, _ => true)) is { } entry)
        {
            return entry.Name;
        }

        string name = random.Pick<string>(Names);
        bool isTaken = at is { IsOfProcess: false } parent && run.State.Tree[parent].Entries.ContainsKey(name);
        return wanted == PathTarget.FreeName && isTaken
            ? name + random.Below(3)
            : name;
    }

    /// <summary>A random entry of a directory that satisfies a condition; null if none does.</summary>
    private static (string Name, Vnode Vnode)? Entry(RunContext run, Vnode directory, Func<Node, bool> fits)
    {
        ref Prng random = ref run.Random;
        FileTree tree = run.State.Tree;
        if (tree.IsOnProcfs(directory))
        {
            return ProcfsEntry(run, directory);
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

    private static (string Name, Vnode Vnode) ProcfsEntry(RunContext run, Vnode directory)
    {
        int pid = run.AnyProcess().Pid;
        var node = new Vnode(directory.FileSystem, 16 * (pid + 1), IsOfProcess: true);
        return directory.IsOfProcess
            ? (run.Random.Pick<string>(ProcessFiles), directory)
            : run.Random.Chance(20) ? ("curproc", node)
            : run.Random.Chance(25) ? (PidLookAlike(ref run.Random, pid), node)
            : ($"{pid}", node);
    }

    /// <summary>A malformed name of a process directory, or the name of another process.</summary>
    private static string PidLookAlike(ref Prng random, int pid) => random.Below(9) switch
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

    private static void AppendComponent(StringBuilder path, ref Prng random, string name)
    {
        if (path.Length > 0 && path[^1] != '/')
        {
            path.Append(random.Chance(4) ? "//" : "/");
        }

        path.Append(name);
    }
}
