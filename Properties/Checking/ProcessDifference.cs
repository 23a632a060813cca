namespace Verify.Properties.Checking;

/// <summary>Describes in one line the first difference between two lists of processes.</summary>
internal static class ProcessDifference
{
    public static string Describe(ReadOnlySpan<ProcessEntry> observed, ReadOnlySpan<ProcessEntry> expected)
    {
        int same = observed.CommonPrefixLength(expected);
        return $"seen {At(observed, same)}, expected {At(expected, same)}";
    }

    private static string At(ReadOnlySpan<ProcessEntry> entries, int index)
    {
        if (index == entries.Length)
        {
            return "no further process";
        }

        ProcessEntry entry = entries[index];
        string prison = entry.Prison is { } address ? $" in prison {address}" : "";
        return $"[{entry.Pid}] of {entry.Parent}, uid {entry.Uid}, gid {entry.Gid}, nice {entry.Nice}"
            + $", root {entry.Root}, directory {entry.Directory}{prison}";
    }
}
