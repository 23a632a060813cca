using Xunit;

namespace Verify.Implementation.Tests.Processes;

/// <summary>fcntl(2) with F_GETFL and F_SETFL, and ioctl(2) with FIONBIO.</summary>
public sealed class FlagTests
{
    [Fact]
    public void Flags_of_sockets_and_of_the_console() => KernelReplay.Run("""
        [1] fcntl(0, F_GETFL) = 2
        [1] fcntl(9, F_GETFL) = -1 EBADF
        [1] fcntl(9, F_SETFL, O_NONBLOCK) = -1 EBADF
        [1] ioctl(9, FIONBIO, 1) = -1 EBADF
        [1] fcntl(0, F_SETFL, O_APPEND) = 0
        [1] fcntl(1, F_GETFL) = 10
        [1] ioctl(0, FIONBIO, 1) = 0
        [1] fcntl(2, F_GETFL) = 14
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] fcntl(3, F_GETFL) = 2
        [1] fcntl(3, F_SETFL, O_NONBLOCK|O_ASYNC) = 0
        [1] fcntl(3, F_GETFL) = 70
        [1] fcntl(3, F_SETFL, O_WRONLY|O_APPEND) = 0
        [1] fcntl(3, F_GETFL) = 10
        [1] ioctl(3, FIONBIO, -5) = 0
        [1] fcntl(3, F_GETFL) = 14
        [1] ioctl(3, FIONBIO, 0) = 0
        [1] fcntl(3, F_GETFL) = 10
        [1] socket(AF_ROUTE, SOCK_RAW, 0) = 4
        [1] ioctl(4, FIONBIO, 1) = 0
        [1] fcntl(4, F_GETFL) = 6
        """);

    [Fact]
    public void Flags_of_files_are_those_of_open() => KernelReplay.Run("""
        file "/f" 0666 0 0
        device "/null" 0666 0 0 2
        dir "/proc" 0755 0 0
        [1] open("/f", O_WRONLY|O_NONBLOCK|O_APPEND, 00) = 3
        [1] fcntl(3, F_GETFL) = 13
        [1] open("/f", O_RDWR|O_CREAT, 00) = 4
        [1] fcntl(4, F_GETFL) = 2
        [1] open("/", O_RDONLY, 00) = 5
        [1] fcntl(5, F_GETFL) = 0
        [1] fcntl(5, F_SETFL, O_NONBLOCK) = 0
        [1] fcntl(5, F_GETFL) = 4
        [1] open("/null", O_RDONLY, 00) = 6
        [1] fcntl(6, F_SETFL, O_NONBLOCK|O_APPEND) = -1 ENODEV
        [1] fcntl(6, F_GETFL) = 12
        [1] ioctl(6, FIONBIO, 0) = -1 ENODEV
        [1] fcntl(6, F_GETFL) = 8
        [1] mount("procfs", "/proc") = 0
        [1] fork() = 2
        [1] open("/proc/2/status", O_RDONLY, 00) = 7
        [1] ioctl(7, FIONBIO, 1) = 0
        [2] exit(0) = 0
        [1] ioctl(7, FIONBIO, 0) = -1 ENOTTY
        [1] fcntl(7, F_GETFL) = 0
        """);

    [Fact]
    public void Descriptors_of_one_file_share_its_flags() => KernelReplay.Run("""
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] fork() = 2
        [2] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [1] dup(3) = 4
        [1] fcntl(4, F_GETFL) = 6
        [1] recvfrom(3) = -1 EAGAIN
        """);
}
