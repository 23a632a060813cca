namespace Verify.Properties.Shrinking;

/// <summary>
/// Paths that are simpler in one respect. The root is the simplest, and shorter paths precede longer ones, so that
/// simplification terminates.
/// </summary>
internal static class PathSimplifier
{
    private const string Simplest = "/";

    public static IEnumerable<string> Simpler(string? path)
    {
        if (path == Simplest)
        {
            yield break;
        }

        yield return Simplest;
        if (string.IsNullOrEmpty(path))
        {
            yield break;
        }

        string[] components = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string start = path[0] == '/' ? "/" : "";
        string joined = start + string.Join('/', components);
        if (joined.Length < path.Length)
        {
            yield return joined;
        }

        if (components.Length < 2)
        {
            yield break;
        }

        for (int i = 0; i < components.Length; i++)
        {
            yield return start + string.Join('/', components.Where((_, index) => index != i));
        }
    }
}
