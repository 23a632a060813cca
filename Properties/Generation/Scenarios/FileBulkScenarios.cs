using Verify.Abi;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;
using static Verify.Properties.Generation.Scenarios.BulkScenarios;
using static Verify.Properties.Generation.Scenarios.LastDescriptor;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>Makes a file system large in one respect; see <see cref="BulkScenarios"/>.</summary>
internal static class FileBulkScenarios
{
    /// <summary>Nests directories, and renames them upwards, and downwards into themselves.</summary>
    public static IEnumerable<CallGenerator> Depth(int depth)
    {
        for (int i = 1; i <= depth; i++)
        {
            string path = Level(i);
            yield return run => new Call.MkDir(First(run), path, Modes.Open);
        }

        for (int i = 0; i < depth; i++)
        {
            yield return run =>
            {
                int from = 1 + run.Random.Below(depth);
                int beneath = from + run.Random.Below(depth - from + 1);
                int to = run.Random.Chance(75) ? beneath : run.Random.Below(depth);
                return new Call.Rename(First(run), Level(from), Level(to) + "/x");
            };
        }

        yield return run => new Call.ChDir(First(run), Level(depth));
        yield return run => new Call.Stat(First(run), Up(run.Random.Below(depth + 2)));
        yield return run => new Call.ChRoot(run.State.Processes[^1].Pid, Level(1 + run.Random.Below(depth)));
        yield return run => new Call.ChDir(run.State.Processes[^1].Pid, Up(depth));
        yield return run => new Call.Rename(First(run), "../..", Level(depth) + "/y");
    }

    /// <summary>
    /// Creates names that differ in one character or in zeros, of one file and of several directories.
    /// </summary>
    public static IEnumerable<CallGenerator> Names(int count)
    {
        yield return run => new Call.Open(
            First(run), "/n", OpenOptions.O_WRONLY | OpenOptions.O_CREAT, Modes.Readable);
        for (int i = 0; i < count; i++)
        {
            string name = (i % 3 == 0 ? "/n0" : "/n") + i;
            yield return i % 5 == 0
                ? run => new Call.MkDir(First(run), name, Modes.Open)
                : run => new Call.Link(First(run), "/n", name);
        }

        yield return run => new Call.Stat(First(run), "/n");
        yield return run => new Call.Open(First(run), "/", OpenOptions.O_RDONLY, 0);
        yield return run => OnNode(run, First(run), fd => new Call.ReadDir(First(run), fd));
        for (int i = 0; i < 6; i++)
        {
            yield return run => new Call.Unlink(First(run), "/n" + run.Random.Below(count));
        }

        yield return run => OnNode(run, First(run), fd => new Call.ReadDir(First(run), fd));
    }

    /// <summary>Creates a chain of symbolic links.</summary>
    public static IEnumerable<CallGenerator> Links(int count)
    {
        yield return run => new Call.SymLink(First(run), "/", "/l0");
        for (int i = 1; i <= count; i++)
        {
            (string target, string path) = ($"l{i - 1}", $"/l{i}");
            yield return run => new Call.SymLink(First(run), target, path);
        }

        for (int i = 0; i < 4; i++)
        {
            yield return run => new Call.Stat(First(run), $"/l{28 + run.Random.Below(count - 27)}");
        }
    }

    /// <summary>Mounts file systems, and renames between them.</summary>
    public static IEnumerable<CallGenerator> Mounts(int count)
    {
        for (int i = 0; i < count; i++)
        {
            string path = $"/m{i}";
            yield return run => new Call.MkDir(First(run), path, Modes.Open);
            yield return run => new Call.Mount(First(run), "mfs", path);
            yield return run => new Call.MkDir(First(run), path + "/a", Modes.Open);
        }

        for (int i = 0; i < 6; i++)
        {
            yield return run => new Call.Rename(
                First(run), $"/m{run.Random.Below(count)}/a", $"/m{run.Random.Below(count)}/b");
            yield return run => new Call.Unmount(First(run), $"/m{run.Random.Below(count)}");
        }
    }

    /// <summary>The path of the nested directory at a depth.</summary>
    private static string Level(int depth) =>
        string.Concat(Enumerable.Range(0, depth).Select(level => $"/{(char)('a' + level)}"));

    private static string Up(int levels) => string.Join('/', Enumerable.Repeat("..", 1 + levels));
}
