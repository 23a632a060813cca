namespace Verify.Properties.Shrinking;

/// <summary>
/// Paths that are plainer by one thing. The root is the plainest, then shorter ones come before longer ones, so that
/// simplifying ends.
/// </summary>
internal static class PathSimplifier
{
    private const string Plainest = "/";

    public static IEnumerable<string> Simpler(string? path)
    {
        if (path == Plainest)
        {
            yield break;
        }

        yield return Plainest;
        if (string.IsNullOrEmpty(path))
        {
            yield break;
        }

        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string start = path[0] == '/' ? "/" : "";
        string joined = start + string.Join('/', parts);
        if (joined.Length < path.Length)
        {
            yield return joined;
        }

        if (parts.Length < 2)
        {
            yield break;
        }

        for (int i = 0; i < parts.Length; i++)
        {
            yield return start + string.Join('/', parts.Where((_, index) => index != i));
        }
    }
}
