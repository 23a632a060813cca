namespace Verify.Model;

/// <summary>The rules of the specification. Each names its requirement and says itself in one sentence.</summary>
#pragma warning disable CS1591 // Each member's RuleInfo is its documentation.
public enum Rule
{
    // Processes and descriptors
    [RuleInfo("G7", "no-process", "A call by a process that does not exist is ESRCH and does nothing.")]
    NoSuchProcess,
    [RuleInfo("G7", "fork-full", "fork is EAGAIN where kern.maxproc processes exist; the last is the superuser's.")]
    ForkFull,
    [RuleInfo("J1", "fork-inherits", "A child has its parent's credentials, prison and descriptors, and a new pid.")]
    ForkInherits,
    [RuleInfo("J4", "setuid-negative", "setuid to a negative id is EINVAL.")]
    SetUidNegative,
    [RuleInfo("J4", "setuid-denied", "setuid to another id is EPERM for all but the superuser.")]
    SetUidDenied,
    [RuleInfo("J4", "setuid-allowed", "The superuser, in a prison too, takes any id; everyone may take the own.")]
    SetUidAllowed,
    [RuleInfo("G7", "exit-closes", "exit closes every descriptor and removes the process.")]
    ExitCloses,
    [RuleInfo("G7", "bad-descriptor", "A descriptor that is not open is EBADF.")]
    DescriptorNotOpen,
    [RuleInfo("G7", "no-socket", "A descriptor that is not a socket is ENOTSOCK.")]
    DescriptorNoSocket,
    [RuleInfo("G7", "close-descriptor", "close frees a descriptor; what is open elsewhere stays.")]
    CloseDescriptor,
    [RuleInfo("G7", "close-socket", "The last close frees the socket, its port and what waits at it.")]
    CloseSocket,

    // Jail
    [RuleInfo("J1", "superuser", "jail is the superuser's: EPERM.")]
    JailSuperuser,
    [RuleInfo("J1", "once", "A jailed process cannot jail again: EPERM.")]
    JailOnce,
    [RuleInfo("J1", "version", "A version other than 0 is EINVAL.")]
    JailVersion,
    [RuleInfo("J1", "hostname", "A hostname of more than 255 characters is ENAMETOOLONG.")]
    JailHostname,
    [RuleInfo("J1", "path-empty", "An empty path is ENOENT.")]
    JailPathEmpty,
    [RuleInfo("J1", "path-long", "A path over 1023 characters, or a part over 255, is ENAMETOOLONG.")]
    JailPathLong,
    [RuleInfo("G1", "jail-holds-socket", "jail is EBUSY while the process has an IPv4 socket open.")]
    JailHoldsSocket,
    [RuleInfo("J1", "enters", "The process is in a prison of its own.")]
    JailEnters,
    [RuleInfo("J2", "loopback", "A remote 127.0.0.1 means the prison's own address.")]
    PrisonLoopback,
    [RuleInfo("J2", "not-prisons", "A local address that is not the prison's is EINVAL.")]
    BindNotPrisons,
    [RuleInfo("J3", "absent", "A prison's address that no interface has is EADDRNOTAVAIL.")]
    PrisonAddressAbsent,
    [RuleInfo("J2", "implied-address", "An implied bind in a prison takes the prison's address.")]
    ImpliedPrisonAddress,

    // sysctl
    [RuleInfo("P2", "unknown", "A variable that does not exist is ENOENT.")]
    SysctlUnknown,
    [RuleInfo("P2", "denied", "Writing is for the superuser outside every prison: EPERM.")]
    SysctlDenied,
    [RuleInfo("P2", "reads", "Everyone reads a variable.")]
    SysctlReads,
    [RuleInfo("P2", "writes", "A write sets one variable and clamps all six.")]
    SysctlWrites,

    // Sockets, options, names
    [RuleInfo("S1", "socket-descriptor", "socket is EMFILE where no descriptor is free.")]
    SocketNoDescriptor,
    [RuleInfo("S1", "socket-protocol", "A domain, type and protocol that do not fit are EPROTONOSUPPORT.")]
    SocketNoProtocol,
    [RuleInfo("S1", "socket-full", "socket is ENOBUFS where kern.ipc.maxsockets are in use.")]
    SocketZoneFull,
    [RuleInfo("S1", "socket-made", "A new socket gets the lowest free descriptor.")]
    SocketMade,
    [RuleInfo("P5", "reuse-option", "SO_REUSEADDR and SO_REUSEPORT are on for any value but 0.")]
    OptionReuse,
    [RuleInfo("P5", "reuse-read", "A reuse option reads as its own bit, or 0.")]
    OptionRead,
    [RuleInfo("S7", "option-unknown", "An option that does not exist is ENOPROTOOPT.")]
    OptionUnknown,
    [RuleInfo("P1", "option-gone", "IP_PORTRANGE of a socket without PCB is ECONNRESET.")]
    OptionGone,
    [RuleInfo("P1", "option-bad", "IP_PORTRANGE takes 0, 1 and 2; others are EINVAL.")]
    PortRangeBad,
    [RuleInfo("P1", "option-set", "IP_PORTRANGE sets the range for the next implied port.")]
    PortRangeSet,
    [RuleInfo("P1", "option-read", "IP_PORTRANGE reads as it was set.")]
    PortRangeRead,
    [RuleInfo("S8", "name-gone", "getsockname of a socket without PCB is EINVAL.")]
    NameGone,
    [RuleInfo("S8", "name-local", "getsockname gives the local end.")]
    NameLocal,
    [RuleInfo("S8", "name-peer", "getpeername gives the foreign end.")]
    NamePeer,
    [RuleInfo("S8", "name-unconnected", "getpeername is ENOTCONN without a foreign end.")]
    NameNotConnected,

    // bind
    [RuleInfo("P5", "address-long", "An address of more than 255 octets is ENAMETOOLONG.")]
    AddressTooLong,
    [RuleInfo("P5", "address-short", "An address of less than 2 octets is EINVAL.")]
    AddressTooShort,
    [RuleInfo("P5", "gone", "bind of a socket without PCB is EINVAL.")]
    BindGone,
    [RuleInfo("P5", "tcp-multicast", "TCP with a multicast address is EAFNOSUPPORT.")]
    TcpNoMulticast,
    [RuleInfo("P5", "no-addresses", "Without any interface address it is EADDRNOTAVAIL.")]
    NoAddresses,
    [RuleInfo("P5", "twice", "bind of a bound socket is EINVAL.")]
    BindTwice,
    [RuleInfo("P5", "length", "An address that is not 16 octets long is EINVAL.")]
    BindLength,
    [RuleInfo("P5", "foreign", "An address of no interface is EADDRNOTAVAIL.")]
    BindForeign,
    [RuleInfo("P5", "reserved", "A port under 1024 is the superuser's: EACCES.")]
    BindReserved,
    [RuleInfo("G3", "reserved-allowed", "The superuser, in a prison too, binds a port under 1024.")]
    BindReservedAllowed,
    [RuleInfo("P5", "other-user", "Another user's address and port are EADDRINUSE, but both wildcards and SO_REUSEPORT.")]
    BindOtherUser,
    [RuleInfo("P5", "in-use", "A used address and port are EADDRINUSE where not both sockets share them.")]
    BindInUse,
    [RuleInfo("P5", "shared", "Sockets that ask for it share an address and port.")]
    BindShared,
    [RuleInfo("P5", "free", "An address and port that nobody uses can be bound.")]
    BindFree,
    [RuleInfo("H2", "prison-exact", "In a prison wildcards do not count as use.")]
    BindPrisonExact,
    [RuleInfo("P5", "explicit", "bind to a port of 1024 or more succeeds.")]
    BindExplicit,
    [RuleInfo("P1", "bind-implied", "bind to port 0 chooses a port.")]
    BindImplied,

    // Implied ports
    [RuleInfo("P1", "low-denied", "The low range is the superuser's: EPERM.")]
    LowRangeDenied,
    [RuleInfo("P4", "exhausted", "With every port of the range taken it is EAGAIN, and the socket as before.")]
    PortsExhausted,
    [RuleInfo("H3", "no-memory", "Without memory for a port head it is EAGAIN, and the socket as before.")]
    PortMemoryShort,
    [RuleInfo("P3", "default-up", "The default range, counting up, goes on after the port given last.")]
    PortDefaultUp,
    [RuleInfo("P3", "default-down", "The default range, counting down, goes on after the port given last.")]
    PortDefaultDown,
    [RuleInfo("P3", "high-up", "The high range, counting up, goes on after the port given last.")]
    PortHighUp,
    [RuleInfo("P3", "high-down", "The high range, counting down, goes on after the port given last.")]
    PortHighDown,
    [RuleInfo("P3", "low-up", "The low range, counting up, goes on after the port given last.")]
    PortLowUp,
    [RuleInfo("P3", "low-down", "The low range, counting down, goes on after the port given last.")]
    PortLowDown,

    // connect
    [RuleInfo("S7", "connect-listening", "connect of a listening socket is EOPNOTSUPP.")]
    ConnectListening,
    [RuleInfo("S7", "remote-length", "A remote address that is not 16 octets long is EINVAL.")]
    RemoteLength,
    [RuleInfo("S7", "remote-family", "A remote address of another family is EAFNOSUPPORT.")]
    RemoteFamily,
    [RuleInfo("S7", "remote-port", "Remote port 0 is EADDRNOTAVAIL.")]
    RemotePortZero,
    [RuleInfo("H1", "connection-taken", "Ends that another socket is connected between are EADDRINUSE.")]
    ConnectionTaken,
    [RuleInfo("S11", "broadcast", "Sending to a broadcast address is EACCES.")]
    BroadcastDenied,
    [RuleInfo("S11", "no-route", "An outside address is EHOSTUNREACH where no interface leads outside.")]
    NoRoute,
    [RuleInfo("S11", "connects", "connect associates a datagram socket with a remote end.")]
    UdpConnects,
    [RuleInfo("S11", "disconnects", "connect again dissolves the association; the port stays, the address does not.")]
    UdpDisconnects,
    [RuleInfo("G1", "disconnects-in-prison", "Dissolving an association in a prison leaves the prison's address.")]
    UdpDisconnectsInPrison,
    [RuleInfo("S11", "error-connect", "connect reports the error of an earlier datagram.")]
    PendingErrorOnConnect,

    // TCP
    [RuleInfo("S10", "once", "A connected stream socket cannot connect again: EISCONN.")]
    TcpConnectsOnce,
    [RuleInfo("S10", "gone", "A stream socket without PCB can only be closed: EINVAL.")]
    TcpGone,
    [RuleInfo("S10", "outside", "An outside host answers every connection.")]
    TcpConnectsOutside,
    [RuleInfo("S10", "itself", "A socket that connects to its own end is connected to itself.")]
    TcpConnectsToItself,
    [RuleInfo("S10", "refused", "Where nobody listens a connection is ECONNREFUSED.")]
    TcpRefused,
    [RuleInfo("S10", "queued", "A connection waits in the queue of the socket that listens there.")]
    TcpQueued,
    [RuleInfo("S10", "no-room", "A full queue, or no memory, does not answer: ETIMEDOUT.")]
    TcpNoRoom,
    [RuleInfo("S10", "listen-datagram", "listen of a datagram socket is EOPNOTSUPP.")]
    ListenDatagram,
    [RuleInfo("S10", "listen-connected", "listen of a connected socket is EINVAL.")]
    ListenConnected,
    [RuleInfo("S10", "listen", "listen sets the length of the queue.")]
    ListenStarts,
    [RuleInfo("S10", "listen-capped", "A negative or too long queue is as long as the longest.")]
    ListenCapped,
    [RuleInfo("S10", "accept-not-listening", "accept of a socket that does not listen is EINVAL.")]
    AcceptNotListening,
    [RuleInfo("S10", "accept-nothing", "accept with an empty queue is EAGAIN.")]
    AcceptNothing,
    [RuleInfo("S10", "accept-descriptor", "accept is EMFILE where no descriptor is free; the connection waits on.")]
    AcceptNoDescriptor,
    [RuleInfo("S10", "accept", "accept takes the connection that waited longest.")]
    AcceptOldest,

    // Datagrams
    [RuleInfo("S10", "stream-data", "Stream sockets carry no data yet: EOPNOTSUPP.")]
    StreamData,
    [RuleInfo("S11", "send-nowhere", "Sending without destination and association is EDESTADDRREQ.")]
    SendNoDestination,
    [RuleInfo("S11", "send-connected-to", "Sending to an address from an associated socket is EISCONN.")]
    SendConnectedTo,
    [RuleInfo("S11", "send-connected", "An associated socket sends to its foreign end.")]
    SendConnected,
    [RuleInfo("S11", "send-unconnected", "sendto associates for one datagram; the port stays, the address goes back.")]
    SendUnconnected,
    [RuleInfo("G1", "send-in-prison", "After sendto in a prison the address stays the prison's.")]
    SendUnconnectedInPrison,
    [RuleInfo("S11", "send-wire", "A datagram for another host leaves by the wire.")]
    SendToWire,
    [RuleInfo("S11", "send-unreachable", "Sockets associated with an end where nobody is learn ECONNREFUSED.")]
    SendUnreachable,
    [RuleInfo("S11", "error-send", "Sending reports the error of an earlier datagram.")]
    PendingErrorOnSend,
    [RuleInfo("S11", "error-receive", "Receiving reports the error of an earlier datagram.")]
    PendingErrorOnReceive,
    [RuleInfo("S11", "receive-nothing", "recvfrom with nothing waiting is EAGAIN.")]
    ReceiveNothing,
    [RuleInfo("S11", "receive", "recvfrom takes the datagram that waited longest, with its sender.")]
    ReceiveOldest,

    // Delivery
    [RuleInfo("H1", "exact", "A socket connected between exactly the packet's ends comes first.")]
    DeliverExact,
    [RuleInfo("H1", "specific", "Next comes one bound to exactly the destination.")]
    DeliverSpecific,
    [RuleInfo("H1", "wildcard", "Last comes one bound to the port on every address.")]
    DeliverWildcard,
    [RuleInfo("H1", "nobody", "A packet that no socket fits reaches nobody.")]
    DeliverNobody,
    [RuleInfo("S11", "queued", "A datagram waits at the socket that it fits.")]
    DeliverQueued,
    [RuleInfo("S11", "dropped", "A datagram that a receive buffer has no room for is dropped.")]
    DeliverNoRoom,
    [RuleInfo("S11", "wire-source", "A packet from outside with an impossible source is dropped.")]
    WireSource,
    [RuleInfo("S11", "wire-to-many", "A packet from outside to a group or broadcast address is dropped.")]
    WireToMany,
    [RuleInfo("S11", "wire-elsewhere", "A packet to an address of another host is EHOSTUNREACH.")]
    WireElsewhere,
    [RuleInfo("S11", "wire-unreachable", "A datagram to a port that nobody has is ECONNREFUSED.")]
    WireUnreachable,
    [RuleInfo("S10", "wire-duplicate", "A connection that exists already does not answer: ETIMEDOUT.")]
    WireDuplicate,
}
