using Verify.Abi;
using Verify.Properties.Values;

namespace Verify.Properties.Noninterference;

/// <summary>Calls on sockets.</summary>
internal sealed partial class DomainCallGenerator
{
    private Call SocketCall(int pid, SecurityDomain domain) => _random.Below(20) switch
    {
        0 => new Call.Socket(
            pid,
            _random.Chance(80) ? AddressFamily.AF_INET : AddressFamily.AF_LOCAL,
            SocketType.SOCK_DGRAM,
            default),
        1 => new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_STREAM, default),
        2 or 3 => new Call.Bind(pid, Fd(), Address(domain)),
        4 => new Call.Connect(pid, Fd(), Address(domain)),
        5 => new Call.Listen(pid, Fd(), 2),
        6 => new Call.Accept(pid, Fd()),
        7 => new Call.SendTo(pid, Fd(), Data.Of("q"), _random.Chance(80) ? Address(domain) : null),
        8 => new Call.RecvFrom(pid, Fd()),
        9 => new Call.RecvFrom(pid, Fd(), _random.Below(3)),
        10 => new Call.SocketPair(
            pid,
            AddressFamily.AF_LOCAL,
            _random.Chance(70) ? SocketType.SOCK_STREAM : SocketType.SOCK_DGRAM,
            default),
        11 => new Call.FcntlSetFlags(pid, Fd(), _random.Chance(50) ? OpenOptions.O_NONBLOCK : 0),
        12 => new Call.FcntlGetFlags(pid, Fd()),
        13 => new Call.IoctlNonBlocking(pid, Fd(), _random.Below(2)),
        14 => new Call.RecvFrom(pid, Fd(), 2, _random.Pick<MessageOptions>(Options)),
        15 => new Call.Shutdown(pid, Fd(), (ShutdownHow)_random.Below(3)),
        16 => new Call.SetSockOptGroup(
            pid, Fd(), SocketOption.IP_ADD_MEMBERSHIP + _random.Below(2), Ipv4.Of(224, 0, 0, 9),
            _random.Chance(50) ? Ipv4.Any : domain.Address),
        17 => new Call.ReadV(pid, Fd(), new Few<int>(1).With(1)),
        18 => _random.Chance(50)
            ? new Call.Write(pid, Fd(), Data.Of("w"))
            : new Call.WriteV(pid, Fd(), new Few<Data>(Data.Of("v"))),
        _ => new Call.GetSockName(pid, Fd()),
    };

    /// <summary>Over the pair that the processes of a domain share; see <see cref="InitialSystem"/>.</summary>
    private Call PassingCall(int pid) => _random.Chance(50)
        ? new Call.SendMsg(pid, 6, new Few<Data>(Data.Of("p")), Rights.Of(Fd()))
        : new Call.RecvMsg(pid, 7, new Few<int>(1), 64);

    private Call MessageCall(int pid, SecurityDomain domain) => _random.Below(12) switch
    {
        0 or 1 => new Call.SendMsg(pid, Fd(), new Few<Data>(Data.Of("m")), Rights.Of(Fd())),
        2 => new Call.SendMsg(pid, Fd(), new Few<Data>(Data.Of("m")), default, Address(domain)),
        3 or 4 => new Call.RecvMsg(pid, Fd(), new Few<int>(2), 64),
        5 => new Call.SetSockOptPair(pid, Fd(), SocketOption.SO_LINGER, _random.Below(2), 5),
        6 => new Call.IoctlAsync(pid, Fd(), _random.Below(2)),
        7 => new Call.IoctlSetOwn(pid, Fd(), _random.Below(2 * LastPid) - LastPid),
        8 => new Call.IoctlGetOwn(pid, Fd()),
        10 => _random.Below(3) switch
        {
            0 => new Call.IoctlGetInterfaceFlags(pid, Fd(), "fxp0"),
            1 => new Call.IoctlInterfaces(pid, Fd(), 1024),
            _ => new Call.IoctlGetAddress(pid, Fd(), "fxp0"),
        },
        9 => _random.Chance(50)
            ? new Call.Poll(pid, Fd(), PollEvents.POLLIN | PollEvents.POLLOUT)
            : Select(pid),
        _ => new Call.IoctlAtMark(pid, Fd()),
    };

    private Call.Select Select(int pid)
    {
        DescriptorSet set = default(DescriptorSet).With(Fd());
        return new Call.Select(pid, LastPid, new DescriptorSets(set, set, null), new TimeValue(0, 0));
    }
}
