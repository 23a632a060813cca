using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States;

/// <content>Raw sockets, and the age of PCBs.</content>
public static partial class StateDigest
{
    private static void AddRaw(ref StateHash hash, Host host)
    {
        hash.Add(host.RawSendSpace);
        hash.Add(host.RawReceiveSpace);
    }

    private static void AddRaw(ref StateHash hash, RawEnd? raw)
    {
        hash.Add(raw is null ? -1 : (int)raw.Protocol);
        hash.Add((raw is { IsConnected: true } ? 1 : 0) | (raw is { IncludesHeader: true } ? 2 : 0));
    }

    /// <summary>
    /// The PCBs of a protocol are listed by age (J9), and raw and routing sockets receive by age.
    /// </summary>
    private static void AddAge(ref StateHash hash, State state, ImmutableArray<int> names)
    {
        AddAge(ref hash, state, names, socket => socket.Protocol == Protocol.Udp);
        AddAge(ref hash, state, names, socket => socket.Protocol == Protocol.Tcp);
        AddAge(ref hash, state, names, socket => socket.Raw is not null);
        AddAge(ref hash, state, names, socket => socket.Routing is not null);
    }

    private static void AddAge(
        ref StateHash hash, State state, ImmutableArray<int> names, Func<Socket, bool> isMeant)
    {
        foreach (Socket socket in state.Sockets)
        {
            if (isMeant(socket) && !socket.IsGone)
            {
                hash.Add(names.IndexOf(socket.Id));
            }
        }
    }
}
