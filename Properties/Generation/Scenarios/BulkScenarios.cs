using Verify.Abi;
using Verify.Properties.Generation.Calls;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;
using static Verify.Properties.Generation.Scenarios.LastDescriptor;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>
/// Makes a machine large in one respect, as the first calls of a run. Most are calls of the process with the lowest
/// pid, almost always a superuser outside prisons.
/// </summary>
internal static class BulkScenarios
{
    /// <summary>The steps for what a run has many of; none for <see cref="Bulk.Nothing"/>.</summary>
    public static IEnumerable<CallGenerator> Of(RunContext run)
    {
        int size = Bulks.Size(ref run.Random);
        return run.Bulk switch
        {
            Bulk.Descriptors => Descriptors(size, run.Theme != Theme.Network),
            Bulk.Processes => Processes(size),
            Bulk.References => References(run.Theme != Theme.Network),
            Bulk.Sharers => Sharers(3 + size / 6, ref run.Random),
            Bulk.Waiting => Waiting(size / 2, ref run.Random),
            Bulk.Depth => FileBulkScenarios.Depth(4 + run.Random.Below(8)),
            Bulk.Names => FileBulkScenarios.Names(size),
            Bulk.Links => FileBulkScenarios.Links(30 + run.Random.Below(6)),
            Bulk.Mounts => FileBulkScenarios.Mounts(4 + size / 8),
            Bulk.Memberships => MembershipScenarios.Many(),
            Bulk.RawPackets => RawScenarios.Packets(),
            _ => [],
        };
    }

    /// <summary>Opens files or sockets, and duplicates some of their descriptors.</summary>
    private static IEnumerable<CallGenerator> Descriptors(int count, bool withFiles)
    {
        for (int i = 0; i < count; i++)
        {
            yield return (i % 4) switch
            {
                0 when withFiles => run => new Call.Open(First(run), "/", OpenOptions.O_RDONLY, 0),
                3 => run => OnSocket(run, First(run), fd => new Call.Dup(First(run), fd)),
                2 => Socket(SocketType.SOCK_STREAM),
                _ => Socket(SocketType.SOCK_DGRAM),
            };
        }

        yield return run => new Call.Fork(First(run));
        for (int i = 0; i < 6; i++)
        {
            yield return run => new Call.Close(First(run), run.Random.Below(count + 3));
        }

        yield return Socket(SocketType.SOCK_DGRAM);
    }

    private static IEnumerable<CallGenerator> Processes(int count)
    {
        yield return run => new Call.MkDir(First(run), "/proc", Modes.Open);
        yield return run => new Call.Mount(First(run), "procfs", "/proc");
        for (int i = 0; i < count; i++)
        {
            yield return run => new Call.Fork(run.Random.Chance(80) ? First(run) : run.AnyProcess().Pid);
        }

        for (int i = 0; i < 4; i++)
        {
            yield return run => new Call.Stat(First(run), $"/proc/{run.AnyProcess().Pid}/status");
        }

        yield return run => new Call.SysctlRead(First(run), "kern.proc.all");
        yield return run => new Call.Open(First(run), "/proc", OpenOptions.O_RDONLY, 0);
        yield return run => OnNode(run, First(run), fd => new Call.ReadDir(First(run), fd));
        yield return run => new Call.SetUid(run.State.Processes[^1].Pid, 1001);
        yield return run => new Call.Kill(First(run), run.State.Processes[^1].Pid & 15, 9);
        yield return run => new Call.Kill(First(run), run.AnyProcess().Pid, 0);
        yield return run => new Call.Kill(First(run), -1, run.Random.Chance(40) ? 9 : 0);
    }

    /// <summary>Makes many descriptors of one open file in each of several processes.</summary>
    private static IEnumerable<CallGenerator> References(bool isNode)
    {
        const int copies = 24;
        const int children = 11;
        yield return isNode
            ? run => new Call.Open(First(run), "/", OpenOptions.O_RDONLY, 0)
            : Socket(SocketType.SOCK_DGRAM);
        for (int i = 0; i < copies; i++)
        {
            yield return run => (isNode ? (Func<RunContext, int, Func<int, Call?>, Call?>)OnNode : OnSocket)(
                run, First(run), fd => new Call.Dup(First(run), fd));
        }

        for (int i = 0; i < children; i++)
        {
            yield return run => new Call.Fork(First(run));
        }

        for (int i = 0; i < children / 2; i++)
        {
            yield return run => new Call.Exit(run.State.Processes[^1].Pid, 0);
        }
    }

    /// <summary>
    /// Binds sockets to one port, or to ports in one chain of any hash table, and sends each a packet.
    /// </summary>
    private static IEnumerable<CallGenerator> Sharers(int count, ref Prng random)
    {
        const int commonMultiple = 256;
        bool samePort = random.Chance(70);
        SocketType type = random.Chance(60) ? SocketType.SOCK_DGRAM : SocketType.SOCK_STREAM;
        Ipv4? group = type == SocketType.SOCK_DGRAM && random.Chance(30) ? Addresses.Group(ref random) : null;
        SocketOption option = random.Chance(group is null ? 80 : 20)
            ? SocketOption.SO_REUSEPORT
            : SocketOption.SO_REUSEADDR;
        return Steps();

        IEnumerable<CallGenerator> Steps()
        {
            for (int i = 0; i < count; i++)
            {
                ushort port = (ushort)(2000 + (samePort ? 0 : commonMultiple * i));
                int pid = 0;
                yield return run => new Call.Socket(pid = run.AnyProcess().Pid, AddressFamily.AF_INET, type, 0);
                yield return run => run.Random.Chance(10)
                    ? null
                    : OnSocket(run, pid, fd => new Call.SetSockOpt(pid, fd, option, 1));
                yield return run => OnSocket(
                    run, pid, fd => new Call.Bind(pid, fd, SocketAddress.Inet(new(AddressToBind(run, group), port))));
                yield return run => run.Random.Chance(70) ? null : OnSocket(
                    run, pid, fd => new Call.Connect(pid, fd, SocketAddress.Inet(new(run.ForeignAddress(), 9))));
                yield return type == SocketType.SOCK_STREAM ? WireGenerator.Tcp : WireGenerator.Udp;
            }
        }
    }

    private static Ipv4 AddressToBind(RunContext run, Ipv4? group) =>
        group is { } multicast && run.Random.Chance(70) ? multicast
        : run.Random.Chance(50) ? Ipv4.Any
        : run.OwnAddress();

    /// <summary>Queues connections at a listening socket, or datagrams at a socket that does not read them.</summary>
    private static IEnumerable<CallGenerator> Waiting(int count, ref Prng random)
    {
        bool isStream = random.Chance(60);
        int backlog = 4 + random.Below(count);
        return Steps();

        IEnumerable<CallGenerator> Steps()
        {
            yield return Socket(isStream ? SocketType.SOCK_STREAM : SocketType.SOCK_DGRAM);
            yield return run => OnSocket(run, First(run), fd => new Call.Bind(
                First(run), fd, SocketAddress.Inet(new Endpoint(Ipv4.Any, 80))));
            yield return run => isStream
                ? OnSocket(run, First(run), fd => new Call.Listen(First(run), fd, backlog))
                : null;
            for (int i = 0; i < backlog + backlog / 2 + 2; i++)
            {
                var source = new Endpoint(Endpoints.Stranger, (ushort)(9000 + i));
                yield return run => isStream
                    ? new Call.WireTcp(source, new Endpoint(run.OwnAddress(), 80))
                    : new Call.WireUdp(source, new Endpoint(run.OwnAddress(), 80), run.Datagram());
            }

            for (int i = 0; i < backlog; i++)
            {
                yield return isStream ? ConnectionGenerator.Accept : DatagramGenerator.RecvFrom;
            }
        }
    }

    private static CallGenerator Socket(SocketType type) =>
        run => new Call.Socket(First(run), AddressFamily.AF_INET, type, Protocol.Default);

    /// <summary>The process that makes most of the calls.</summary>
    public static int First(RunContext run) => run.State.Processes[0].Pid;
}
