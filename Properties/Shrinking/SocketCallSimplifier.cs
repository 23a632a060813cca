using Verify.Abi;

namespace Verify.Properties.Shrinking;

/// <summary>Simpler forms of calls on sockets and of packets from the wire.</summary>
internal static class SocketCallSimplifier
{
    private static readonly ushort[] Ports = [0, 53, 1024];

    public static readonly Ipv4[] Addresses =
        [Ipv4.Any, Ipv4.Loopback, Ipv4.Of(10, 0, 0, 1), Ipv4.Of(10, 0, 0, 2), Ipv4.Of(192, 0, 2, 7)];

    public static IEnumerable<Call> Simpler(Call call) => call switch
    {
        Call.Socket c => SimplerSocket(c.Type, c.Protocol)
            .Select(simpler => c with { Type = simpler.Type, Protocol = simpler.Protocol }),
        Call.SocketPair c => SimplerSocket(c.Type, c.Protocol)
            .Select(simpler => c with { Type = simpler.Type, Protocol = simpler.Protocol }),
        Call.Bind c => Simpler(c.Address).Select(address => c with { Address = address }),
        Call.Connect c => Simpler(c.Address).Select(address => c with { Address = address }),
        Call.Listen c => ValueOrder.Below(c.Backlog).Select(backlog => c with { Backlog = backlog }),
        Call.Sending or Call.Receiving => TransferSimplifier.Simpler(call),
        Call.Shutdown c => ValueOrder.Below((int)c.How).Select(how => c with { How = (ShutdownHow)how }),
        Call.SetSockOptGroup { Interface.IsAny: false } c => [c with { Interface = Ipv4.Any }],
        Call.SetSockOptPair c =>
        [
            .. ValueOrder.Below(c.First).Select(value => c with { First = value }),
            .. ValueOrder.Below(c.Second).Select(value => c with { Second = value }),
        ],
        Call.IoctlAsync c => ValueOrder.Below(c.Value).Select(value => c with { Value = value }),
        Call.WireIdle c => ValueOrder.Below(c.Milliseconds).Select(time => c with { Milliseconds = time }),
        Call.SetSockOpt c => ValueOrder.Below(c.Value).Select(value => c with { Value = value }),
        Call.FcntlSetFlags c => Simpler(c),
        Call.IoctlNonBlocking c => ValueOrder.Below(c.Value).Select(value => c with { Value = value }),
        Call.WireUdp c =>
        [
            .. c.Checksum is null ? [] : new[] { c with { Checksum = null } },
            .. Simpler(c.Source).Select(source => c with { Source = source }),
            .. Simpler(c.Destination).Select(destination => c with { Destination = destination }),
            .. TransferSimplifier.Simpler(c.Data).Select(data => c with { Data = data }),
        ],
        Call.WireIp c =>
        [
            .. Addresses.Before(c.Source).Select(source => c with { Source = source }),
            .. Addresses.Before(c.Destination).Select(destination => c with { Destination = destination }),
            .. TransferSimplifier.Simpler(c.Data).Select(data => c with { Data = data }),
        ],
        Call.WireTcp c =>
        [
            .. Simpler(c.Source).Select(source => c with { Source = source }),
            .. Simpler(c.Destination).Select(destination => c with { Destination = destination }),
        ],
        Call.WireTcpAnswer c =>
        [
            .. Simpler(c.Source).Select(source => c with { Source = source }),
            .. Simpler(c.Destination).Select(destination => c with { Destination = destination }),
        ],
        _ => [],
    };

    /// <summary>The type's own protocol, and datagrams.</summary>
    private static IEnumerable<(SocketType Type, Protocol Protocol)> SimplerSocket(SocketType type, Protocol protocol)
    {
        if (protocol != Protocol.Default)
        {
            yield return (type, Protocol.Default);
        }

        if (type == SocketType.SOCK_STREAM)
        {
            yield return (SocketType.SOCK_DGRAM, Protocol.Default);
        }
    }

    private static IEnumerable<Call> Simpler(Call.FcntlSetFlags call)
    {
        OpenOptions[] fewer = [0, call.Flags & OpenOptions.O_NONBLOCK, call.Flags & ~OpenOptions.O_ACCMODE];
        return fewer.Where(flags => flags < call.Flags).Distinct().Select(flags => call with { Flags = flags });
    }

    public static IEnumerable<SocketAddress> Simpler(SocketAddress address)
    {
        if (address.Length != address.ProperLength && (address.Family == AddressFamily.AF_INET || address.Path != null))
        {
            yield return address with { Length = address.ProperLength };
        }

        if (address.Family == AddressFamily.AF_INET)
        {
            foreach (Endpoint end in Simpler(address.Endpoint))
            {
                yield return address with { Endpoint = end };
            }
        }
    }

    private static IEnumerable<Endpoint> Simpler(Endpoint end) =>
    [
        .. Addresses.Before(end.Address).Select(address => end with { Address = address }),
        .. Ports.Before(end.Port).Select(port => end with { Port = port }),
    ];
}
