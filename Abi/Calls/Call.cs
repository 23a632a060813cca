namespace Verify.Abi.Calls;

/// <summary>
/// One event: a system call of a process, or a packet from the wire. The cases are nested, so that code reads
/// <c>Call.Bind</c>. A process that sleeps in a call makes no other one: in its name, every call but exit fails with
/// ESRCH.
/// </summary>
public abstract partial record Call
{
    private Call()
    {
    }

    /// <summary>As in the trace text: <c>[1] bind(3, 10.0.0.1:53)</c>.</summary>
    public sealed override string ToString() => Notation.Current.Of(this);

    /// <summary>A system call. If the process does not exist, or sleeps, it fails with ESRCH.</summary>
    /// <param name="Pid">The calling process.</param>
    public abstract record ByProcess(int Pid) : Call;

    /// <summary>
    /// A call on a descriptor: EBADF if it is not open; a socket call is ENOTSOCK if it is not a socket.
    /// </summary>
    public abstract record OnDescriptor(int Pid, int Fd) : ByProcess(Pid);

    /// <summary>
    /// fork(2): a child with the same credentials, prison and open descriptors. Value: the child's pid.
    /// </summary>
    public sealed record Fork(int Pid) : ByProcess(Pid);

    /// <summary>setuid(2): real, effective and saved user id. Ids are unsigned; -1 is a valid id.</summary>
    public sealed record SetUid(int Pid, int Uid) : ByProcess(Pid);

    /// <summary>
    /// exit(2): closes every descriptor and removes the process, as if it was waited for immediately. The exit of
    /// process 1 is a panic: <see cref="Outcome.Panic"/>. The exit of a process that sleeps means that it is killed.
    /// </summary>
    public sealed record Exit(int Pid, int Status) : ByProcess(Pid);

    /// <summary>jail(2) (J1). A null text is a null pointer: EFAULT.</summary>
    public sealed record Jail(int Pid, int Version, string? Path, string? Hostname, Ipv4 Address) : ByProcess(Pid);

    /// <summary>
    /// sysctl(3), by a name such as kern.hostname or by a number such as 1.10. Value: an integer, or a text and its
    /// length.
    /// </summary>
    public sealed record SysctlRead(int Pid, string Name) : ByProcess(Pid);

    /// <summary>sysctl(3) writing an integer.</summary>
    public sealed record SysctlWrite(int Pid, string Name, int Value) : ByProcess(Pid);

    /// <summary>sysctl(3) writing a text.</summary>
    public sealed record SysctlWriteText(int Pid, string Name, string Text) : ByProcess(Pid);

    /// <summary>socket(2). Value: the lowest free descriptor.</summary>
    public sealed record Socket(int Pid, AddressFamily Domain, SocketType Type, Protocol Protocol) : ByProcess(Pid);

    /// <summary>socketpair(2). Value and second: the two lowest free descriptors.</summary>
    public sealed record SocketPair(int Pid, AddressFamily Domain, SocketType Type, Protocol Protocol) : ByProcess(Pid);

    /// <summary>bind(2) (P5).</summary>
    public sealed record Bind(int Pid, int Fd, SocketAddress Address) : OnDescriptor(Pid, Fd);

    /// <summary>
    /// connect(2); the association of a datagram socket is dissolved first, and AF_UNSPEC does only that.
    /// </summary>
    public sealed record Connect(int Pid, int Fd, SocketAddress Address) : OnDescriptor(Pid, Fd);

    /// <summary>listen(2).</summary>
    public sealed record Listen(int Pid, int Fd, int Backlog) : OnDescriptor(Pid, Fd);

    /// <summary>accept(2). Value: the lowest free descriptor; address: the peer.</summary>
    public sealed record Accept(int Pid, int Fd) : OnDescriptor(Pid, Fd);

    /// <summary>shutdown(2).</summary>
    public sealed record Shutdown(int Pid, int Fd, ShutdownHow How) : OnDescriptor(Pid, Fd);

    /// <summary>getsockname(2). Address: the local endpoint.</summary>
    public sealed record GetSockName(int Pid, int Fd) : OnDescriptor(Pid, Fd);

    /// <summary>getpeername(2). Address: the foreign endpoint.</summary>
    public sealed record GetPeerName(int Pid, int Fd) : OnDescriptor(Pid, Fd);

    /// <summary>setsockopt(2) with an integer.</summary>
    public sealed record SetSockOpt(int Pid, int Fd, SocketOption Option, int Value) : OnDescriptor(Pid, Fd);

    /// <summary>
    /// getsockopt(2). Value: the integer; of IP_MULTICAST_IF the address, with port 0.
    /// </summary>
    public sealed record GetSockOpt(int Pid, int Fd, SocketOption Option) : OnDescriptor(Pid, Fd);

    /// <summary>
    /// setsockopt(2) with a struct ip_mreq: IP_ADD_MEMBERSHIP and IP_DROP_MEMBERSHIP (S11).
    /// </summary>
    /// <param name="Pid">The calling process.</param>
    /// <param name="Fd">The socket.</param>
    /// <param name="Option">One of the two.</param>
    /// <param name="Group">imr_multiaddr.</param>
    /// <param name="Interface">imr_interface: an address of the interface; 0.0.0.0 leaves the choice open.</param>
    public sealed record SetSockOptGroup(int Pid, int Fd, SocketOption Option, Ipv4 Group, Ipv4 Interface)
        : OnDescriptor(Pid, Fd);

    /// <summary>
    /// setsockopt(2) of an option that takes a struct of two integers: SO_LINGER (l_onoff and l_linger), SO_SNDTIMEO
    /// and SO_RCVTIMEO (seconds and microseconds).
    /// </summary>
    public sealed record SetSockOptPair(int Pid, int Fd, SocketOption Option, int First, int Second)
        : OnDescriptor(Pid, Fd);

    /// <summary>
    /// fcntl(2) with F_SETOWN: the owner that gets SIGIO and SIGURG for a socket, a pid or a negative process group id.
    /// </summary>
    public sealed record FcntlSetOwn(int Pid, int Fd, int Owner) : OnDescriptor(Pid, Fd);

    /// <summary>fcntl(2) with F_GETOWN. Value: the owner; 0 for none.</summary>
    public sealed record FcntlGetOwn(int Pid, int Fd) : OnDescriptor(Pid, Fd);

    /// <summary>fcntl(2) with F_GETFL. Value: the flags of open(2).</summary>
    public sealed record FcntlGetFlags(int Pid, int Fd) : OnDescriptor(Pid, Fd);

    /// <summary>fcntl(2) with F_SETFL: of the flags, it sets O_NONBLOCK, O_APPEND and O_ASYNC.</summary>
    public sealed record FcntlSetFlags(int Pid, int Fd, OpenOptions Flags) : OnDescriptor(Pid, Fd);

    /// <summary>ioctl(2) with FIONBIO: 0 to sleep, any other value to fail with EAGAIN instead.</summary>
    public sealed record IoctlNonBlocking(int Pid, int Fd, int Value) : OnDescriptor(Pid, Fd);

    /// <summary>
    /// ioctl(2) with FIONREAD. Value: the bytes in the receive buffer, with the addresses of senders.
    /// </summary>
    public sealed record IoctlReadable(int Pid, int Fd) : OnDescriptor(Pid, Fd);

    /// <summary>ioctl(2) with FIOASYNC: as O_ASYNC, 0 to clear it.</summary>
    public sealed record IoctlAsync(int Pid, int Fd, int Value) : OnDescriptor(Pid, Fd);

    /// <summary>
    /// ioctl(2) with SIOCSPGRP: as F_SETOWN, but a process id is negative, and that of a group is not.
    /// </summary>
    public sealed record IoctlSetOwn(int Pid, int Fd, int Owner) : OnDescriptor(Pid, Fd);

    /// <summary>ioctl(2) with SIOCGPGRP. Value: the owner, a process as a negative id; 0 for none.</summary>
    public sealed record IoctlGetOwn(int Pid, int Fd) : OnDescriptor(Pid, Fd);

    /// <summary>ioctl(2) with SIOCATMARK. Value: 1 if the next byte follows urgent data, else 0.</summary>
    public sealed record IoctlAtMark(int Pid, int Fd) : OnDescriptor(Pid, Fd);

    /// <summary>Nothing arrives, and the machine's clock goes on: sleeping calls whose time is over end.</summary>
    /// <param name="Milliseconds">For how long.</param>
    public sealed record WireIdle(int Milliseconds) : Call;

    /// <summary>
    /// A datagram from an outside host. The outcome is what that host sees: 0, or the error that ICMP reports.
    /// </summary>
    /// <param name="Source">Its source.</param>
    /// <param name="Destination">Its destination.</param>
    /// <param name="Data">What follows its header.</param>
    /// <param name="Checksum">
    /// The checksum in its header, as a number whose upper byte comes first; 0 means none, and null the right one.
    /// </param>
    public sealed record WireUdp(Endpoint Source, Endpoint Destination, Data Data, ushort? Checksum = null) : Call;

    /// <summary>A packet from an outside host for raw sockets (S11). The outcome is what that host sees: 0.</summary>
    /// <param name="Source">Its source address.</param>
    /// <param name="Destination">Its destination address.</param>
    /// <param name="Protocol">Its IP protocol, none of those that the kernel speaks itself.</param>
    /// <param name="Data">What follows the header, which has no options, TOS 0, TTL 64 and identification 0.</param>
    public sealed record WireIp(Ipv4 Source, Ipv4 Destination, Protocol Protocol, Data Data) : Call;

    /// <summary>
    /// An outside host connects. The outcome is what that host sees: 0, ECONNREFUSED (reset), EHOSTUNREACH, or
    /// ETIMEDOUT if it gets no answer.
    /// </summary>
    public sealed record WireTcp(Endpoint Source, Endpoint Destination) : Call;

    /// <summary>
    /// What becomes of a connection request of this host, or of an established connection. The outcome is what the
    /// other end sees: 0, or ECONNREFUSED if this host answers with a reset.
    /// </summary>
    /// <param name="Source">The other end.</param>
    /// <param name="Destination">The end on this host.</param>
    public abstract record WireTcpAnswer(Endpoint Source, Endpoint Destination) : Call;

    /// <summary>SYN,ACK: the other end accepts.</summary>
    public sealed record WireTcpAccept(Endpoint Source, Endpoint Destination) : WireTcpAnswer(Source, Destination);

    /// <summary>RST: the other end refuses, or resets the connection.</summary>
    public sealed record WireTcpReset(Endpoint Source, Endpoint Destination) : WireTcpAnswer(Source, Destination);

    /// <summary>The other end has not answered, and the timer of the connection request expires.</summary>
    public sealed record WireTcpTimeout(Endpoint Source, Endpoint Destination) : WireTcpAnswer(Source, Destination);
}
