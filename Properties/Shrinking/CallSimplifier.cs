using Verify.Abi;

namespace Verify.Properties.Shrinking;

/// <summary>
/// Simpler forms of a call. Each form precedes the original in one fixed order of values, so that simplification
/// terminates.
/// </summary>
internal static class CallSimplifier
{
    private static readonly ushort[] Ports = [0, 53, 1024];
    private static readonly Ipv4[] Addresses =
        [Ipv4.Any, Ipv4.Loopback, Ipv4.Of(10, 0, 0, 1), Ipv4.Of(10, 0, 0, 2), Ipv4.Of(192, 0, 2, 7)];

    public static IEnumerable<Call> Simpler(Call call) => call switch
    {
        Call.OnPath c => FileCallSimplifier.Simpler(c),
        Call.OnProcess c => ProcessCallSimplifier.Simpler(c),
        Call.Jail c => Simpler(c),
        Call.Socket { Type: SocketType.SOCK_STREAM } c => [c with { Type = SocketType.SOCK_DGRAM }],
        Call.Bind c => Simpler(c.Address).Select(address => c with { Address = address }),
        Call.Connect c => Simpler(c.Address).Select(address => c with { Address = address }),
        Call.Listen c => ValueOrder.Below(c.Backlog).Select(backlog => c with { Backlog = backlog }),
        Call.SendTo c => Simpler(c),
        Call.SetSockOpt c => ValueOrder.Below(c.Value).Select(value => c with { Value = value }),
        Call.WireUdp c =>
        [
            .. Simpler(c.Source).Select(source => c with { Source = source }),
            .. Simpler(c.Destination).Select(destination => c with { Destination = destination }),
            .. Simpler(c.Data).Select(data => c with { Data = data }),
        ],
        Call.WireTcp c =>
        [
            .. Simpler(c.Source).Select(source => c with { Source = source }),
            .. Simpler(c.Destination).Select(destination => c with { Destination = destination }),
        ],
        _ => ProcessCallSimplifier.Simpler(call),
    };

    private static IEnumerable<Call> Simpler(Call.Jail call) =>
    [
        .. PathSimplifier.Simpler(call.Path).Select(path => call with { Path = path }),
        .. ValueOrder.SimplerText(call.Hostname, "a.example").Select(hostname => call with { Hostname = hostname }),
        .. Addresses.Before(call.Address).Select(address => call with { Address = address }),
    ];

    private static IEnumerable<Call> Simpler(Call.SendTo call)
    {
        foreach (Data data in Simpler(call.Data))
        {
            yield return call with { Data = data };
        }

        if (call.Address is { } address)
        {
            foreach (SocketAddress simpler in Simpler(address))
            {
                yield return call with { Address = simpler };
            }
        }
    }

    private static IEnumerable<Data> Simpler(Data data)
    {
        if (data.Length > 0)
        {
            yield return default;
        }
    }

    private static IEnumerable<SocketAddress> Simpler(SocketAddress address)
    {
        if (address.Family == AddressFamily.AF_INET && address.Length != SocketAddress.InetLength)
        {
            yield return SocketAddress.Inet(address.Endpoint);
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
