using Verify.Abi;
using static Verify.Properties.Generation.Plots.BulkPlots;
using static Verify.Properties.Generation.Plots.Descriptors;

namespace Verify.Properties.Generation.Plots;

/// <summary>Makes a file system large in one direction, see <see cref="BulkPlots"/>.</summary>
internal static class FileBulkPlots
{
    private const int Open = 0x1ed;

    /// <summary>Directories in each other, moved up, and down into themselves.</summary>
    public static IEnumerable<Func<Scene, Call?>> Depth(int depth)
    {
        for (int i = 1; i <= depth; i++)
        {
            string path = Level(i);
            yield return scene => new Call.MkDir(First(scene), path, Open);
        }

        for (int i = 0; i < depth; i++)
        {
            yield return scene =>
            {
                int from = 1 + scene.Random.Below(depth);
                int beneath = from + scene.Random.Below(depth - from + 1);
                int to = scene.Random.Chance(75) ? beneath : scene.Random.Below(depth);
                return new Call.Rename(First(scene), Level(from), Level(to) + "/x");
            };
        }

        yield return scene => new Call.ChDir(First(scene), Level(depth));
        yield return scene => new Call.Stat(First(scene), Up(scene.Random.Below(depth + 2)));
        yield return scene => new Call.ChRoot(scene.State.Processes[^1].Pid, Level(1 + scene.Random.Below(depth)));
        yield return scene => new Call.ChDir(scene.State.Processes[^1].Pid, Up(depth));
        yield return scene => new Call.Rename(First(scene), "../..", Level(depth) + "/y");
    }

    /// <summary>Names that differ in one character or in zeros, of one file and of several directories.</summary>
    public static IEnumerable<Func<Scene, Call?>> Names(int count)
    {
        yield return scene => new Call.Open(
            First(scene), "/n", OpenOptions.O_WRONLY | OpenOptions.O_CREAT, 0x1a4);
        for (int i = 0; i < count; i++)
        {
            string name = (i % 3 == 0 ? "/n0" : "/n") + i;
            yield return i % 5 == 0
                ? scene => new Call.MkDir(First(scene), name, Open)
                : scene => new Call.Link(First(scene), "/n", name);
        }

        yield return scene => new Call.Stat(First(scene), "/n");
        yield return scene => new Call.Open(First(scene), "/", OpenOptions.O_RDONLY, 0);
        yield return scene => OnNode(scene, First(scene), fd => new Call.ReadDir(First(scene), fd));
        for (int i = 0; i < 6; i++)
        {
            yield return scene => new Call.Unlink(First(scene), "/n" + scene.Random.Below(count));
        }

        yield return scene => OnNode(scene, First(scene), fd => new Call.ReadDir(First(scene), fd));
    }

    public static IEnumerable<Func<Scene, Call?>> Links(int count)
    {
        yield return scene => new Call.SymLink(First(scene), "/", "/l0");
        for (int i = 1; i <= count; i++)
        {
            (string target, string path) = ($"l{i - 1}", $"/l{i}");
            yield return scene => new Call.SymLink(First(scene), target, path);
        }

        for (int i = 0; i < 4; i++)
        {
            yield return scene => new Call.Stat(First(scene), $"/l{28 + scene.Random.Below(count - 27)}");
        }
    }

    public static IEnumerable<Func<Scene, Call?>> Mounts(int count)
    {
        for (int i = 0; i < count; i++)
        {
            string path = $"/m{i}";
            yield return scene => new Call.MkDir(First(scene), path, Open);
            yield return scene => new Call.Mount(First(scene), "mfs", path);
            yield return scene => new Call.MkDir(First(scene), path + "/a", Open);
        }

        for (int i = 0; i < 6; i++)
        {
            yield return scene => new Call.Rename(
                First(scene), $"/m{scene.Random.Below(count)}/a", $"/m{scene.Random.Below(count)}/b");
            yield return scene => new Call.Unmount(First(scene), $"/m{scene.Random.Below(count)}");
        }
    }

    /// <summary>The directory so many levels under the root.</summary>
    private static string Level(int depth) =>
        string.Concat(Enumerable.Range(0, depth).Select(level => $"/{(char)('a' + level)}"));

    private static string Up(int levels) => string.Join('/', Enumerable.Repeat("..", 1 + levels));
}
