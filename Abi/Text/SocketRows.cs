using Verify.Abi.Calls;
using static Verify.Abi.Text.CallRow;

namespace Verify.Abi.Text;

/// <summary>The syntax of calls on sockets and of events from outside hosts.</summary>
internal static class SocketRows
{
    private static readonly OutcomeSyntax Names = new(ResultForm.Name);
    private static readonly OutcomeSyntax Arrives = new(ResultForm.Number, Delivers: true);

    public static IReadOnlyList<CallSyntax> All { get; } =
    [
        Row("socket", Returns, (Terms.Family, Terms.SocketType, Terms.Protocol),
            (Call.Socket c) => (c.Domain, c.Type, c.Protocol),
            (pid, domain, type, protocol) => new(pid, domain, type, protocol)),
        Row("socketpair", new OutcomeSyntax(ResultForm.Pair), (Terms.Family, Terms.SocketType, Terms.Protocol),
            (Call.SocketPair c) => (c.Domain, c.Type, c.Protocol),
            (pid, domain, type, protocol) => new(pid, domain, type, protocol)),
        Row("bind", Returns, (Terms.Fd, new SocketAddressArgument()),
            (Call.Bind c) => (c.Fd, c.Address), (pid, fd, address) => new(pid, fd, address)),
        Row("connect", new OutcomeSyntax(ResultForm.Number, Protocol.Tcp, Delivers: true),
            (Terms.Fd, new SocketAddressArgument()),
            (Call.Connect c) => (c.Fd, c.Address), (pid, fd, address) => new(pid, fd, address)),
        Row("listen", Returns, (Terms.Fd, new Number("a backlog")),
            (Call.Listen c) => (c.Fd, c.Backlog), (pid, fd, backlog) => new(pid, fd, backlog)),
        Row("accept", new OutcomeSyntax(ResultForm.NumberFrom), Terms.Fd,
            (Call.Accept c) => c.Fd, (pid, fd) => new(pid, fd)),
        Row("sendto", new OutcomeSyntax(ResultForm.Number, Protocol.Udp, Delivers: true),
            (Terms.Fd, Terms.Data, new Optional<SocketAddress>(new SocketAddressArgument())),
            (Call.SendTo c) => (c.Fd, c.Data, c.Address), (pid, fd, data, address) => new(pid, fd, data, address)),
        Row("recvfrom", new OutcomeSyntax(ResultForm.DataFrom), (Terms.Fd, new BufferLength()),
            (Call.RecvFrom c) => (c.Fd, c.Length), (pid, fd, length) => new(pid, fd, length)),
        Row("getsockname", Names, Terms.Fd, (Call.GetSockName c) => c.Fd, (pid, fd) => new(pid, fd)),
        Row("getpeername", Names, Terms.Fd, (Call.GetPeerName c) => c.Fd, (pid, fd) => new(pid, fd)),
        Row("setsockopt", Returns, (Terms.Fd, new OptionAndValue()),
            (Call.SetSockOpt c) => (c.Fd, (c.Option, c.Value)),
            (pid, fd, setting) => new(pid, fd, setting.Option, setting.Value)),
        Row("getsockopt", Returns, (Terms.Fd, Terms.Option),
            (Call.GetSockOpt c) => (c.Fd, c.Option), (pid, fd, option) => new(pid, fd, option)),
        new CallSyntax<Call.OnDescriptor, (int Fd, string Command, int Value)>("fcntl",
            new OutcomeSyntax(ResultForm.Owner), new FcntlArguments(), FcntlArguments.Take, FcntlArguments.Make,
            typeof(Call.FcntlGetOwn), typeof(Call.FcntlSetOwn),
            typeof(Call.FcntlGetFlags), typeof(Call.FcntlSetFlags)),
        Row("ioctl", Returns, (Terms.Fd, new NonBlockingRequest()),
            (Call.IoctlNonBlocking c) => (c.Fd, c.Value), (pid, fd, value) => new(pid, fd, value)),
        Row("udp", Arrives, (Terms.Endpoint, Terms.Endpoint, Terms.Data),
            (Call.WireUdp c) => (c.Source, c.Destination, c.Data),
            (_, source, destination, data) => new(source, destination, data)),
        Row("tcp", Arrives, (Terms.Endpoint, Terms.Endpoint),
            (Call.WireTcp c) => (c.Source, c.Destination), (_, source, destination) => new(source, destination)),
        Row("tcp_accept", Returns, (Terms.Endpoint, Terms.Endpoint),
            (Call.WireTcpAccept c) => (c.Source, c.Destination),
            (_, source, destination) => new(source, destination)),
        Row("tcp_reset", Returns, (Terms.Endpoint, Terms.Endpoint),
            (Call.WireTcpReset c) => (c.Source, c.Destination), (_, source, destination) => new(source, destination)),
        Row("tcp_timeout", Returns, (Terms.Endpoint, Terms.Endpoint),
            (Call.WireTcpTimeout c) => (c.Source, c.Destination),
            (_, source, destination) => new(source, destination)),
    ];
}
