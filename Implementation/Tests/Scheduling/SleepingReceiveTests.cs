using Xunit;

namespace Verify.Implementation.Tests.Scheduling;

/// <summary>recvfrom(2) sleeps until a datagram or an error comes: soreceive of uipc_socket.c.</summary>
public sealed class SleepingReceiveTests
{
    /// <summary>Processes 1 to 3 share a UDP socket; process 1 has another one.</summary>
    private const string Server = """
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 10.0.0.1:53) = 0
        [1] fork() = 2
        [1] fork() = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4

        """;

    [Fact]
    public void A_datagram_wakes_all_and_the_first_one_gets_it() => KernelReplay.Run(Server + """
        [3] recvfrom(3 <unfinished ...>
        [2] recvfrom(3 <unfinished ...>
        [1] sendto(4, "a", 10.0.0.1:53) = 1 sent 10.0.0.1:1024 > 10.0.0.1:53 received by [1]3
        [3] <... recvfrom resumed>) = "a" from 10.0.0.1:1024
        [3] recvfrom(3 <unfinished ...>
        [wire] udp(10.0.0.9:7, 10.0.0.1:53, "b") = 0 received by [1]3
        [2] <... recvfrom resumed>) = "b" from 10.0.0.9:7
        [wire] udp(10.0.0.9:7, 10.0.0.1:53, "c") = 0 received by [1]3
        [3] <... recvfrom resumed>) = "c" from 10.0.0.9:7
        """);

    [Fact]
    public void An_unbound_socket_sleeps_too() => KernelReplay.Run("""
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] recvfrom(3 <unfinished ...>
        """);

    [Fact]
    public void The_buffer_cuts_a_datagram() => KernelReplay.Run(Server + """
        [wire] udp(10.0.0.9:7, 10.0.0.1:53, "abcdefghijkl") = 0 received by [1]3
        [wire] udp(10.0.0.9:7, 10.0.0.1:53, "second") = 0 received by [1]3
        [wire] udp(10.0.0.9:7, 10.0.0.1:53, "") = 0 received by [1]3
        [wire] udp(10.0.0.9:7, 10.0.0.1:53, "last") = 0 received by [1]3
        [1] recvfrom(3, 10) = "abcdefghij" from 10.0.0.9:7
        [1] recvfrom(3, 0) = "" from 10.0.0.9:7
        [1] recvfrom(3) = "" from 10.0.0.9:7
        [1] recvfrom(3) = "last" from 10.0.0.9:7
        [1] recvfrom(3, 0) = ""
        [2] recvfrom(3, 2 <unfinished ...>
        [wire] udp(10.0.0.9:7, 10.0.0.1:53, "abc") = 0 received by [1]3
        [2] <... recvfrom resumed>) = "ab" from 10.0.0.9:7
        """);

    [Fact]
    public void The_first_sleeper_gets_an_error() => KernelReplay.Run(Server + """
        [1] connect(3, 10.0.0.1:9) = 0
        [3] recvfrom(3 <unfinished ...>
        [2] recvfrom(3 <unfinished ...>
        [1] sendto(3, "a") = 1 sent 10.0.0.1:53 > 10.0.0.1:9
        [3] <... recvfrom resumed>) = -1 ECONNREFUSED
        [1] getsockopt(3, SO_ERROR) = 0
        [1] sendto(3, "a") = 1 sent 10.0.0.1:53 > 10.0.0.1:9
        [2] <... recvfrom resumed>) = -1 ECONNREFUSED
        """);

    [Fact]
    public void A_full_buffer_wakes_nobody_and_connect_wakes_for_nothing() => KernelReplay.Run(Server + """
        [1] setsockopt(3, SO_RCVBUF, 5) = 0
        [2] recvfrom(3 <unfinished ...>
        [3] recvfrom(3 <unfinished ...>
        [wire] udp(10.0.0.9:7, 10.0.0.1:53, "a") = 0
        [1] connect(3, 10.0.0.9:7) = 0
        [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [1] connect(3, 10.0.0.9:0) = -1 EADDRNOTAVAIL
        [1] connect(3, 10.0.0.9:8) = 0
        [2] <... recvfrom resumed>) = -1 EAGAIN
        [3] <... recvfrom resumed>) = -1 EAGAIN
        """);

    [Fact]
    public void Setting_O_NONBLOCK_leaves_a_sleeper_asleep_until_something_comes() => KernelReplay.Run(Server + """
        [2] recvfrom(3 <unfinished ...>
        [3] recvfrom(3 <unfinished ...>
        [1] ioctl(3, FIONBIO, 7) = 0
        [1] recvfrom(3) = -1 EAGAIN
        [wire] udp(10.0.0.9:7, 10.0.0.1:53, "a") = 0 received by [1]3
        [2] <... recvfrom resumed>) = "a" from 10.0.0.9:7
        [3] <... recvfrom resumed>) = -1 EAGAIN
        """);

    [Fact]
    public void Procfs_shows_why_a_process_sleeps() => KernelReplay.Run("dir \"/proc\" 0755 0 0\n" + Server + """
        [1] mount("procfs", "/proc") = 0
        [1] open("/proc/2/status", O_RDONLY, 00) = 5
        [1] read(5) = "init 2 1 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 0 0 0,0 -\x0a"
        [2] recvfrom(3 <unfinished ...>
        [1] read(5) = "init 2 1 1 1 -1,-1 noflags 0,0 0,0 0,0 sbwait 0 0 0,0 -\x0a"
        [3] socket(AF_INET, SOCK_STREAM, 0) = 4
        [3] listen(4, 1) = 0
        [3] accept(4 <unfinished ...>
        [1] open("/proc/3/status", O_RDONLY, 00) = 6
        [1] read(6) = "init 3 1 1 1 -1,-1 noflags 0,0 0,0 0,0 accept 0 0 0,0 -\x0a"
        """);
}
