using Verify.Abi;
using Verify.Model;

namespace Verify.Properties.Generation;

/// <summary>
/// What a generator of calls sees: the state, and choices from what is in it that lead to the edges. The random numbers
/// are its own, so that a scene is one run.
/// </summary>
internal sealed class Scene(Prng random)
{
    private static readonly int[] Uids = [0, 1001, 1002];
    private static readonly ushort[] KnownPorts = [53, 80, 1023, 1024];
    private static readonly Data[] Datagrams = [Data.Of(""), Data.Of("q"), Data.Of("answer")];

    private Prng _random = random;

    /// <summary>The specification's state before the call to be made.</summary>
    public State State { get; set; } = null!;

    /// <summary>The process that makes the call.</summary>
    public Process Caller { get; private set; } = null!;

    public ref Prng Random => ref _random;

    /// <summary>Chooses who makes the next call; false where nobody is left.</summary>
    public bool ChooseCaller()
    {
        if (State.Processes.IsEmpty)
        {
            return false;
        }

        Caller = State.Processes[_random.Below(State.Processes.Length)];
        return true;
    }

    /// <summary>A descriptor of the caller: mostly a socket, now and then the console or one that is not open.</summary>
    public int Descriptor(Protocol? protocol = null)
    {
        if (_random.Chance(97))
        {
            int start = _random.Below(Caller.Files.Length + 1);
            for (int i = 0; i < Caller.Files.Length; i++)
            {
                int fd = (start + i) % Caller.Files.Length;
                if (State.SocketAt(Caller, fd) is { } socket && (protocol ?? socket.Protocol) == socket.Protocol)
                {
                    return fd;
                }
            }
        }

        return _random.Below(8) - 1;
    }

    /// <summary>A user id; mostly one of three.</summary>
    public int Uid() => _random.Chance(3) ? -1 : _random.Pick<int>(Uids);

    /// <summary>What a datagram carries.</summary>
    public Data Datagram() => _random.Pick<Data>(Datagrams);

    /// <summary>A port that something may happen at: one in use, an end of a range or beside it, a well-known one.</summary>
    public ushort Port()
    {
        switch (_random.Below(4))
        {
            case 0 when !State.Sockets.IsEmpty:
                Socket socket = State.Sockets[_random.Below(State.Sockets.Length)];
                return socket.IsConnected && _random.Chance(30) ? socket.Foreign.Port : socket.Local.Port;
            case 1:
                return (ushort)(State.PortVariables[_random.Below(6)] + _random.Below(3) - 1);
            default:
                return _random.Pick<ushort>(KnownPorts);
        }
    }

    /// <summary>One of the host's own addresses, if it has any.</summary>
    public Ipv4 OwnAddress() =>
        State.Network.Own.IsEmpty ? Ipv4.Loopback : State.Network.Own[_random.Below(State.Network.Own.Length)];

    /// <summary>An address to bind to.</summary>
    public Ipv4 LocalAddress() => _random.Below(20) switch
    {
        < 9 => Ipv4.Any,
        < 12 when Caller.Prison is { } prison => prison.Address,
        < 17 => OwnAddress(),
        17 => Ipv4.Of(224, 1, 2, 3),
        _ => ForeignAddress(),
    };

    /// <summary>An address to send to.</summary>
    public Ipv4 RemoteAddress() => _random.Below(20) switch
    {
        < 5 => Ipv4.Loopback,
        < 12 => OwnAddress(),
        < 14 => Ipv4.Any,
        14 => _random.Chance(50) ? Ipv4.Broadcast : Ipv4.Of(10, 0, 0, 255),
        15 => Ipv4.Of(224, 1, 2, 3),
        _ => ForeignAddress(),
    };

    /// <summary>An address that is not the host's.</summary>
    public Ipv4 ForeignAddress() => _random.Below(3) switch
    {
        0 => Ipv4.Of(10, 0, 0, 77),
        1 => Ipv4.Of(192, 0, 2, 7),
        _ => Ipv4.Of(127, 0, 0, 9),
    };

    /// <summary>A remote end: mostly one where a socket is.</summary>
    public Endpoint Remote()
    {
        if (_random.Chance(50) && !State.Sockets.IsEmpty)
        {
            Socket socket = State.Sockets[_random.Below(State.Sockets.Length)];
            Ipv4 address = socket.Local.Address.IsAny ? RemoteAddress() : socket.Local.Address;
            return new Endpoint(address, socket.Local.Port);
        }

        return new Endpoint(RemoteAddress(), _random.Chance(5) ? (ushort)0 : Port());
    }

    /// <summary>An outside host's end: mostly one that a socket is connected to.</summary>
    public Endpoint Outside()
    {
        if (_random.Chance(40) && !State.Sockets.IsEmpty)
        {
            Socket socket = State.Sockets[_random.Below(State.Sockets.Length)];
            if (socket.IsConnected)
            {
                return socket.Foreign;
            }
        }

        Ipv4 address = _random.Chance(90) ? Ipv4.Of(192, 0, 2, 7) : RemoteAddress();
        return new Endpoint(address, (ushort)(9000 + _random.Below(2)));
    }

    /// <summary>A sockaddr for an end: mostly a proper one.</summary>
    public SocketAddress Argument(Endpoint end) => _random.Below(60) switch
    {
        0 => SocketAddress.Unspecified,
        1 => new SocketAddress(AddressFamily.AF_INET, end, 8),
        2 => new SocketAddress(AddressFamily.AF_INET, end, _random.Chance(50) ? 256 : 1),
        _ => SocketAddress.Inet(end),
    };
}
