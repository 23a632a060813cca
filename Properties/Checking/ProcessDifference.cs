using Verify.Abi;

namespace Verify.Properties.Checking;

/// <summary>Says in one line where two lists of processes differ first.</summary>
internal static class ProcessDifference
{
    public static string Describe(ReadOnlySpan<ProcessEntry> seen, ReadOnlySpan<ProcessEntry> meant)
    {
        int same = seen.CommonPrefixLength(meant);
        return $"seen {At(seen, same)}, where the specification has {At(meant, same)}";
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
