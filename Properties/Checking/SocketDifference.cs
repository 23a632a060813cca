using Verify.Abi;

namespace Verify.Properties.Checking;

/// <summary>Says in one line where two lists of open sockets differ first.</summary>
internal static class SocketDifference
{
    public static string Describe(ReadOnlySpan<SocketEntry> seen, ReadOnlySpan<SocketEntry> meant)
    {
        int same = seen.CommonPrefixLength(meant);
        return $"seen {At(seen, same)}, where the specification has {At(meant, same)}";
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
