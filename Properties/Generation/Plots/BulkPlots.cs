using Verify.Abi;
using Verify.Model.States;
using static Verify.Properties.Generation.Plots.Descriptors;

namespace Verify.Properties.Generation.Plots;

/// <summary>
/// Makes a machine large in one direction, as a plot at a run's start. The process with the lowest id makes the calls
/// where nothing else is said: almost always the host's superuser.
/// </summary>
internal static class BulkPlots
{
    private const int Open = 0x1ed;

    /// <summary>The steps of what a run has much of; none where that is nothing.</summary>
    public static IEnumerable<Func<Scene, Call?>> Of(Scene scene)
    {
        int size = Bulks.Size(ref scene.Random);
        return scene.Bulk switch
        {
            Bulk.Descriptors => Descriptors(size, scene.Theme != Theme.Network),
            Bulk.Processes => Processes(size),
            Bulk.References => References(scene.Theme != Theme.Network),
            Bulk.Sharers => Sharers(3 + size / 6, ref scene.Random),
            Bulk.Waiting => Waiting(size / 2, ref scene.Random),
            Bulk.Depth => FileBulkPlots.Depth(4 + scene.Random.Below(8)),
            Bulk.Names => FileBulkPlots.Names(size),
            Bulk.Links => FileBulkPlots.Links(30 + scene.Random.Below(6)),
            Bulk.Mounts => FileBulkPlots.Mounts(4 + size / 8),
            _ => [],
        };
    }

    /// <summary>Nodes or sockets, and some of them passed to the process itself.</summary>
    private static IEnumerable<Func<Scene, Call?>> Descriptors(int count, bool withFiles)
    {
        for (int i = 0; i < count; i++)
        {
            yield return (i % 4) switch
            {
                0 when withFiles => scene => new Call.Open(First(scene), "/", OpenOptions.O_RDONLY, 0),
                3 => scene => OnSocket(scene, First(scene), fd => new Call.PassFd(First(scene), fd, First(scene))),
                2 => Socket(SocketType.SOCK_STREAM),
                _ => Socket(SocketType.SOCK_DGRAM),
            };
        }

        yield return scene => new Call.Fork(First(scene));
        for (int i = 0; i < 6; i++)
        {
            yield return scene => new Call.Close(First(scene), scene.Random.Below(count + 3));
        }

        yield return Socket(SocketType.SOCK_DGRAM);
    }

    private static IEnumerable<Func<Scene, Call?>> Processes(int count)
    {
        yield return scene => new Call.MkDir(First(scene), "/proc", Open);
        yield return scene => new Call.Mount(First(scene), "procfs", "/proc");
        for (int i = 0; i < count; i++)
        {
            yield return scene => new Call.Fork(scene.Random.Chance(80) ? First(scene) : scene.AnyProcess().Pid);
        }

        for (int i = 0; i < 4; i++)
        {
            yield return scene => new Call.Stat(First(scene), $"/proc/{scene.AnyProcess().Pid}/status");
        }

        yield return scene => new Call.SysctlRead(First(scene), "kern.proc.all");
        yield return scene => new Call.Open(First(scene), "/proc", OpenOptions.O_RDONLY, 0);
        yield return scene => OnNode(scene, First(scene), fd => new Call.ReadDir(First(scene), fd));
        yield return scene => new Call.SetUid(scene.State.Processes[^1].Pid, 1001);
        yield return scene => new Call.Kill(First(scene), scene.State.Processes[^1].Pid & 15, 9);
        yield return scene => new Call.Kill(First(scene), scene.AnyProcess().Pid, 0);
        yield return scene => new Call.Kill(First(scene), -1, scene.Random.Chance(40) ? 9 : 0);
    }

    /// <summary>Many descriptors of one file in each of several processes.</summary>
    private static IEnumerable<Func<Scene, Call?>> References(bool isNode)
    {
        const int copies = 24;
        const int children = 11;
        yield return isNode
            ? scene => new Call.Open(First(scene), "/", OpenOptions.O_RDONLY, 0)
            : Socket(SocketType.SOCK_DGRAM);
        for (int i = 0; i < copies; i++)
        {
            yield return scene => (isNode ? (Func<Scene, int, Func<int, Call>, Call?>)OnNode : OnSocket)(
                scene, First(scene), fd => new Call.PassFd(First(scene), fd, First(scene)));
        }

        for (int i = 0; i < children; i++)
        {
            yield return scene => new Call.Fork(First(scene));
        }

        for (int i = 0; i < children / 2; i++)
        {
            yield return scene => new Call.Exit(scene.State.Processes[^1].Pid, 0);
        }
    }

    /// <summary>On one port, or on ports that fall into one chain of any table; something for each of them.</summary>
    private static IEnumerable<Func<Scene, Call?>> Sharers(int count, ref Prng random)
    {
        const int commonMultiple = 256;
        bool samePort = random.Chance(70);
        SocketType type = random.Chance(60) ? SocketType.SOCK_DGRAM : SocketType.SOCK_STREAM;
        Ipv4? group = type == SocketType.SOCK_DGRAM && random.Chance(30) ? Addresses.Group(ref random) : null;
        SocketOption option = random.Chance(group is null ? 80 : 20)
            ? SocketOption.SO_REUSEPORT
            : SocketOption.SO_REUSEADDR;
        return Steps();

        IEnumerable<Func<Scene, Call?>> Steps()
        {
            for (int i = 0; i < count; i++)
            {
                ushort port = (ushort)(2000 + (samePort ? 0 : commonMultiple * i));
                int pid = 0;
                yield return scene => new Call.Socket(pid = scene.AnyProcess().Pid, AddressFamily.AF_INET, type, 0);
                yield return scene => scene.Random.Chance(10)
                    ? null
                    : OnSocket(scene, pid, fd => new Call.SetSockOpt(pid, fd, option, 1));
                yield return scene => OnSocket(
                    scene, pid, fd => new Call.Bind(pid, fd, SocketAddress.Inet(new(ToBind(scene, group), port))));
                yield return scene => scene.Random.Chance(70) ? null : OnSocket(
                    scene, pid, fd => new Call.Connect(pid, fd, SocketAddress.Inet(new(scene.ForeignAddress(), 9))));
                yield return type == SocketType.SOCK_STREAM ? WireCalls.Tcp : WireCalls.Udp;
            }
        }
    }

    private static Ipv4 ToBind(Scene scene, Ipv4? group) =>
        group is { } multicast && scene.Random.Chance(70) ? multicast
        : scene.Random.Chance(50) ? Ipv4.Any
        : scene.OwnAddress();

    /// <summary>Connections at a listening socket, or datagrams at one that does not read them.</summary>
    private static IEnumerable<Func<Scene, Call?>> Waiting(int count, ref Prng random)
    {
        bool isStream = random.Chance(60);
        int backlog = 4 + random.Below(count);
        return Steps();

        IEnumerable<Func<Scene, Call?>> Steps()
        {
            yield return Socket(isStream ? SocketType.SOCK_STREAM : SocketType.SOCK_DGRAM);
            yield return scene => OnSocket(scene, First(scene), fd => new Call.Bind(
                First(scene), fd, SocketAddress.Inet(new Endpoint(Ipv4.Any, 80))));
            yield return scene => isStream
                ? OnSocket(scene, First(scene), fd => new Call.Listen(First(scene), fd, backlog))
                : null;
            for (int i = 0; i < backlog + backlog / 2 + 2; i++)
            {
                var source = new Endpoint(Ipv4.Of(192, 0, 2, 7), (ushort)(9000 + i));
                yield return scene => isStream
                    ? new Call.WireTcp(source, new Endpoint(scene.OwnAddress(), 80))
                    : new Call.WireUdp(source, new Endpoint(scene.OwnAddress(), 80), scene.Datagram());
            }

            for (int i = 0; i < backlog; i++)
            {
                yield return isStream ? ConnectionCalls.Accept : DatagramCalls.RecvFrom;
            }
        }
    }

    private static Func<Scene, Call?> Socket(SocketType type) =>
        scene => new Call.Socket(First(scene), AddressFamily.AF_INET, type, Protocol.Default);

    /// <summary>Who makes the calls where nothing else is said.</summary>
    public static int First(Scene scene) => scene.State.Processes[0].Pid;
}
