using Verify.Abi;

namespace Verify.Properties.Checking;

/// <summary>Describes in one line the first difference between two lists of open sockets.</summary>
internal static class SocketDifference
{
    public static string Describe(ReadOnlySpan<SocketEntry> observed, ReadOnlySpan<SocketEntry> expected)
    {
        int same = observed.CommonPrefixLength(expected);
        return $"seen {At(observed, same)}, expected {At(expected, same)}";
    }

    private static string At(ReadOnlySpan<SocketEntry> entries, int index)
    {
        if (index == entries.Length)
        {
            return "no further socket";
        }

        SocketEntry entry = entries[index];
        string protocol = entry.Protocol == Protocol.Udp ? "udp" : "tcp";
        string foreign = entry.Foreign.IsNone ? "" : $" to {entry.Foreign}";
        string prison = entry.Prison is { } address ? $" in prison {address}" : "";
        return $"[{entry.Pid}]{entry.Fd} {protocol} {entry.Local}{foreign}{prison}";
    }
}
