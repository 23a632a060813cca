using Verify.Abi.Calls;
using static Verify.Abi.Text.CallRow;

namespace Verify.Abi.Text;

/// <summary>The syntax of calls on sockets and of events from outside hosts.</summary>
internal static class SocketRows
{
    private static readonly OutcomeSyntax Names = new(ResultForm.Name);
    private static readonly OutcomeSyntax Sends = new(ResultForm.Number, Protocol.Udp, Delivers: true);
    private static readonly OutcomeSyntax Receives = new(ResultForm.DataFrom);
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
        Row("sendto", Sends, (Terms.Fd, Terms.Data, new SendingArguments()),
            (Call.SendTo c) => (c.Fd, c.Data, (c.Options, c.Address)),
            (pid, fd, data, more) => new(pid, fd, data, more.Address, more.Options)),
        Row("write", Sends, (Terms.Fd, Terms.Data),
            (Call.Write c) => (c.Fd, c.Data), (pid, fd, data) => new(pid, fd, data)),
        Row("writev", Sends, (Terms.Fd, new PartsArgument<Data>(Terms.Data)),
            (Call.WriteV c) => (c.Fd, c.Parts), (pid, fd, parts) => new(pid, fd, parts)),
        Row("sendmsg", Sends, (Terms.Fd, new PartsArgument<Data>(Terms.Data), new MessageArguments()),
            (Call.SendMsg c) => (c.Fd, c.Parts, (c.Control, c.Options, c.Address)),
            (pid, fd, parts, more) => new(pid, fd, parts, more.Control, more.Address, more.Options)),
        Row("recvfrom", Receives, (Terms.Fd, new ReceivingArguments(hasOptions: true)),
            (Call.RecvFrom c) => (c.Fd, (c.Length, c.Options)),
            (pid, fd, more) => new(pid, fd, more.Length, more.Options)),
        Row("read", Receives, (Terms.Fd, new ReceivingArguments(hasOptions: false)),
            (Call.Read c) => (c.Fd, (c.Length, MessageOptions.None)), (pid, fd, more) => new(pid, fd, more.Length)),
        Row("readv", Receives, (Terms.Fd, new PartsArgument<int>(new Number("a length", least: 0))),
            (Call.ReadV c) => (c.Fd, c.Lengths), (pid, fd, lengths) => new(pid, fd, lengths)),
        Row("recvmsg", Receives,
            (Terms.Fd, new PartsArgument<int>(new Number("a length", least: 0)), new ReceivingArguments(
                hasOptions: true, usual: 0, most: Call.RecvMsg.MostControl)),
            (Call.RecvMsg c) => (c.Fd, c.Lengths, (c.ControlLength, c.Options)),
            (pid, fd, lengths, more) => new(pid, fd, lengths, more.Length, more.Options)),
        Row("shutdown", Returns, (Terms.Fd, Terms.How),
            (Call.Shutdown c) => (c.Fd, c.How), (pid, fd, how) => new(pid, fd, how)),
        Row("getsockname", Names, Terms.Fd, (Call.GetSockName c) => c.Fd, (pid, fd) => new(pid, fd)),
        Row("getpeername", Names, Terms.Fd, (Call.GetPeerName c) => c.Fd, (pid, fd) => new(pid, fd)),
        new CallSyntax<Call.OnDescriptor, Call.OnDescriptor>("setsockopt", Returns, new OptionArguments(),
            call => call, (pid, call) => call with { Pid = pid },
            typeof(Call.SetSockOpt), typeof(Call.SetSockOptGroup), typeof(Call.SetSockOptPair)),
        Row("getsockopt", Names, (Terms.Fd, Terms.Option),
            (Call.GetSockOpt c) => (c.Fd, c.Option), (pid, fd, option) => new(pid, fd, option)),
        new CallSyntax<Call.OnDescriptor, (int Fd, string Command, int Value)>("fcntl",
            new OutcomeSyntax(ResultForm.Control), new FcntlArguments(), FcntlArguments.Take, FcntlArguments.Make,
            typeof(Call.FcntlGetOwn), typeof(Call.FcntlSetOwn),
            typeof(Call.FcntlGetFlags), typeof(Call.FcntlSetFlags), typeof(Call.FcntlDup)),
        new CallSyntax<Call.OnDescriptor, Call.OnDescriptor>("ioctl",
            new OutcomeSyntax(ResultForm.Control, Delivers: true), new IoctlArguments(),
            call => call, (pid, call) => call with { Pid = pid }, IoctlArguments.Cases),
        Row("poll", new OutcomeSyntax(ResultForm.Entries),
            (new PartsArgument<PollEntry>(new PollEntryArgument()), new Number("milliseconds, or -1")),
            (Call.Poll c) => (c.Entries, c.Milliseconds), (pid, entries, time) => new(pid, entries, time)),
        Row("select", new OutcomeSyntax(ResultForm.Sets),
            (new Number("how many descriptors"), new DescriptorSetsArgument(), new TimeValueArgument()),
            (Call.Select c) => (c.Count, c.Sets, c.Time), (pid, count, sets, time) => new(pid, count, sets, time)),
        Row("idle", Returns, new Number("milliseconds", least: 0),
            (Call.WireIdle c) => c.Milliseconds, (_, milliseconds) => new(milliseconds)),
        Row("udp", Arrives, (Terms.Endpoint, Terms.Endpoint, Terms.Data, new Optional<ushort>(new ChecksumArgument())),
            (Call.WireUdp c) => (c.Source, c.Destination, c.Data, c.Checksum),
            (_, source, destination, data, checksum) => new(source, destination, data, checksum)),
        Row("ip", Arrives, (Terms.Address, Terms.Address, new ForeignProtocol(), Terms.Data),
            (Call.WireIp c) => (c.Source, c.Destination, c.Protocol, c.Data),
            (_, source, destination, protocol, data) => new(source, destination, protocol, data)),
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
