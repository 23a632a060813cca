using CsCheck;
using FsCheck.Fluent;
using Verify.Abi;

namespace Verify.Bench;

/// <summary>
/// Calls as a user of either library would first generate them: every argument from a small alphabet, without looking
/// at the state. Both libraries choose numbers, from which one table makes the same kinds of call.
/// </summary>
public static class RandomCalls
{
    private static readonly World Host = new()
    {
        Interfaces =
        [
            new Interface("lo0", [new(Ipv4.Loopback, 8)]),
            new Interface("fxp0", [new(Ipv4.Of(10, 0, 0, 1), 24), new(Ipv4.Of(10, 0, 0, 2), 32)]),
        ],
        Settings = [new(PortVariable.First, 1024), new(PortVariable.Last, 1027)],
    };

    private static readonly Ipv4[] Addresses =
        [Ipv4.Any, Ipv4.Loopback, Ipv4.Of(10, 0, 0, 1), Ipv4.Of(10, 0, 0, 2), Ipv4.Of(192, 0, 2, 7)];

    private static readonly ushort[] Ports = [0, 53, 80, 1024, 1025];

    /// <summary>CsCheck's world.</summary>
    public static Gen<World> CsCheckWorld { get; } = CsCheck.Gen.Const(Host);

    /// <summary>CsCheck's calls.</summary>
    public static Gen<Call> CsCheckCall { get; } = CsCheck.Gen.Select(
        CsCheck.Gen.Int[0, 13], CsCheck.Gen.Int[1, 2], CsCheck.Gen.Int[3, 6], CsCheck.Gen.Int[0, 4],
        CsCheck.Gen.Int[0, 4], Make);

    /// <summary>FsCheck's worlds and calls: a hundred calls a run.</summary>
    public static FsCheck.Gen<(World World, Call[] Calls)> FsCheckRun { get; } =
        (from kind in FsCheck.Fluent.Gen.Choose(0, 13)
         from pid in FsCheck.Fluent.Gen.Choose(1, 2)
         from fd in FsCheck.Fluent.Gen.Choose(3, 6)
         from address in FsCheck.Fluent.Gen.Choose(0, 4)
         from port in FsCheck.Fluent.Gen.Choose(0, 4)
         select Make(kind, pid, fd, address, port)).ArrayOf(100).Select(calls => (Host, calls));

    private static Call Make(int kind, int pid, int fd, int address, int port)
    {
        var end = new Endpoint(Addresses[address], Ports[port]);
        SocketAddress argument = SocketAddress.Inet(end);
        return kind switch
        {
            0 => new Call.Fork(pid),
            1 => new Call.Jail(pid, 0, "/", "a.example", end.Address),
            2 or 3 => new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Default),
            4 => new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_STREAM, Protocol.Default),
            5 or 6 => new Call.Bind(pid, fd, argument),
            7 => new Call.Connect(pid, fd, argument),
            8 => new Call.Listen(pid, fd, port),
            9 => new Call.Accept(pid, fd),
            10 => new Call.SendTo(pid, fd, Data.Of("q"), argument),
            11 => new Call.RecvFrom(pid, fd),
            12 => new Call.WireUdp(new Endpoint(Addresses[4], 9000), end, Data.Of("q")),
            _ => new Call.Close(pid, fd),
        };
    }
}
