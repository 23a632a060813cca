namespace Verify.Abi.Systems;

/// <summary>The capability to list open sockets, as sockstat(1) does.</summary>
public interface IListsSockets
{
    /// <summary>
    /// Lists the open IPv4 sockets of all processes, by pid and then by descriptor. Fills <paramref name="entries"/> as
    /// far as it goes and returns the total number.
    /// </summary>
    int Sockstat(Span<SocketEntry> entries);
}
