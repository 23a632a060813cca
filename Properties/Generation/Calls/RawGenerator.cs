using System.Buffers.Binary;
using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates calls on raw sockets, and packets for them from the network (S11).</summary>
internal static class RawGenerator
{
    private const int Enough = 3;

    /// <summary>A few, so that sockets and packets meet; 0 is every one, 46 and 17 are for nobody.</summary>
    private static readonly int[] Numbers = [253, 253, 253, 89, 89, 0, 255, 46, 17, 256 + 89];

    /// <summary>A header of 20 bytes as a process on i386 makes it, and four bytes of options or data.</summary>
    private static readonly byte[] Header =
    [
        0x45, 0, 24, 0, 0, 0, 0, 0, 64, 253, 0, 0, 0, 0, 0, 0, 10, 0, 0, 1, 1, 0x99, 2, 0,
    ];

    public static Call? Any(RunContext run)
    {
        ref Prng random = ref run.Random;
        if (!run.TryPickSocket(socket => socket.Raw is not null, out SocketTarget target))
        {
            return Socket(run);
        }

        return random.Below(20) switch
        {
            0 => run.State.Sockets.Count(socket => socket.Raw is not null) < Enough ? Socket(run) : null,
            < 4 => new Call.Bind(target.Pid, target.Fd, Address(run)),
            < 6 => new Call.Connect(target.Pid, target.Fd, Address(run)),
            < 12 => Send(run, target),
            12 => new Call.SetSockOpt(target.Pid, target.Fd, SocketOption.IP_HDRINCL, random.Below(2)),
            < 17 => Packet(run),
            17 => new Call.SysctlWrite(
                target.Pid,
                random.Chance(50) ? "net.inet.raw.maxdgram" : "net.inet.raw.recvspace",
                random.Chance(20) ? -1 : random.Below(100)),
            _ => new Call.RecvFrom(target.Pid, target.Fd, random.Chance(50) ? 65536 : random.Below(30)),
        };
    }

    /// <summary>By anybody; mostly by who may.</summary>
    private static Call.Socket Socket(RunContext run)
    {
        Process maker = run.Random.Chance(80)
            ? run.FindProcess(process => process is { Prison: null, Uid: 0 }) ?? run.AnyProcess()
            : run.AnyProcess();
        return Socket(maker.Pid, run.Random.Pick<int>(Numbers));
    }

    public static Call.Socket Socket(int pid, int protocol) =>
        new(pid, AddressFamily.AF_INET, SocketType.SOCK_RAW, (Protocol)protocol);

    private static Call.WireIp Packet(RunContext run)
    {
        int number = run.Random.Pick<int>(Numbers) & byte.MaxValue;
        return new Call.WireIp(
            run.Random.Chance(80) ? Endpoints.Stranger : run.ForeignAddress(),
            Destination(run),
            number == (int)Protocol.Udp ? Protocol.Default : (Protocol)number,
            run.Datagram());
    }

    private static Call.Sending Send(RunContext run, SocketTarget target)
    {
        Socket? socket = run.State.FindProcess(target.Pid) is { } holder
            ? run.State.SocketAt(holder, target.Fd)
            : null;
        Data data = socket?.Raw is { IncludesHeader: true } && run.Random.Chance(90)
            ? OddPacket(run)
            : run.Datagram();
        SocketAddress? destination =
            run.Random.Chance(socket is { IsConnected: true } ? 10 : 95) ? Address(run) : null;
        return TransferForms.Sending(run, target.Pid, target.Fd, data, destination);
    }

    /// <summary>A packet with its header, in which a byte may be wrong, or the end missing.</summary>
    private static Data OddPacket(RunContext run)
    {
        ref Prng random = ref run.Random;
        byte[] packet = WholePacket(run).ToArray();
        if (random.Chance(40))
        {
            packet[random.Below(packet.Length)] = (byte)random.Next();
        }

        return Data.Of(random.Chance(10) ? packet.AsSpan(0, random.Below(packet.Length)) : packet);
    }

    /// <summary>A packet with its header, four bytes long, that nothing is wrong with.</summary>
    public static Data WholePacket(RunContext run)
    {
        byte[] packet = [.. Header];
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(16), Destination(run).Value);
        return Data.Of(packet);
    }

    private static Ipv4 Destination(RunContext run) => run.Random.Below(10) switch
    {
        0 => run.ManyAddress(),
        1 => run.ForeignAddress(),
        2 => Ipv4.Any,
        _ => run.OwnAddress(),
    };

    /// <summary>Mostly without a port.</summary>
    private static SocketAddress Address(RunContext run) =>
        run.Sockaddr(new Endpoint(Destination(run), run.Random.Chance(95) ? (ushort)0 : (ushort)53));
}
