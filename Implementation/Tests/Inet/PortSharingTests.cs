using Xunit;

namespace Verify.Implementation.Tests.Inet;

/// <summary>P5: which second bind to a port is allowed.</summary>
public sealed class PortSharingTests
{
    [Theory]
    [InlineData("0.0.0.0", "", "0.0.0.0", "", "-1 EADDRINUSE")]
    [InlineData("0.0.0.0", "", "10.0.0.1", "", "-1 EADDRINUSE")]
    [InlineData("10.0.0.2", "", "10.0.0.1", "", "0")]
    [InlineData("0.0.0.0", "", "10.0.0.1", "SO_REUSEADDR", "0")]
    [InlineData("10.0.0.1", "SO_REUSEADDR", "10.0.0.1", "SO_REUSEADDR", "-1 EADDRINUSE")]
    [InlineData("10.0.0.1", "SO_REUSEPORT", "10.0.0.1", "SO_REUSEPORT", "0")]
    [InlineData("10.0.0.1", "", "10.0.0.1", "SO_REUSEPORT", "-1 EADDRINUSE")]
    [InlineData("224.0.0.1", "SO_REUSEADDR", "224.0.0.1", "SO_REUSEADDR", "0")]
    [InlineData("224.0.0.1", "SO_REUSEPORT", "224.0.0.1", "SO_REUSEADDR", "0")]
    [InlineData("224.0.0.1", "", "224.0.0.1", "SO_REUSEADDR", "-1 EADDRINUSE")]
    public void Of_one_user(string first, string firstOption, string second, string secondOption, string result) =>
        KernelReplay.Run($"""
            if fxp0 10.0.0.1/24 10.0.0.2/32
            [1] setuid(5) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            {Option(1, 3, firstOption)}
            {Option(1, 4, secondOption)}
            [1] bind(3, {first}:2000) = 0
            [1] bind(4, {second}:2000) = {result}
            """);

    [Theory]
    [InlineData("0.0.0.0", "0.0.0.0", "SO_REUSEPORT", "0")]
    [InlineData("0.0.0.0", "10.0.0.1", "SO_REUSEPORT", "-1 EADDRINUSE")]
    [InlineData("10.0.0.1", "10.0.0.1", "SO_REUSEPORT", "-1 EADDRINUSE")]
    [InlineData("0.0.0.0", "10.0.0.1", "SO_REUSEADDR", "-1 EADDRINUSE")]
    [InlineData("10.0.0.2", "10.0.0.1", "SO_REUSEADDR", "0")]
    [InlineData("224.0.0.1", "224.0.0.1", "SO_REUSEADDR", "0")]
    public void Of_two_users(string first, string second, string option, string result) => KernelReplay.Run($"""
        if fxp0 10.0.0.1/24 10.0.0.2/32
        [1] fork() = 2
        [1] setuid(5) = 0
        [2] setuid(6) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 3
        {Option(1, 3, option)}
        {Option(2, 3, option)}
        [1] bind(3, {first}:2000) = 0
        [2] bind(3, {second}:2000) = {result}
        """);

    [Theory]
    [InlineData("10.0.0.1:1023", "-1 EACCES")]
    [InlineData("10.0.0.1:1024", "0")]
    [InlineData("10.0.0.9:1024", "-1 EADDRNOTAVAIL")]
    public void Of_a_user_alone(string name, string result) => KernelReplay.Run($"""
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] setuid(5) = 0
        [1] bind(3, {name}) = {result}
        """);

    private static string Option(int pid, int fd, string option) =>
        option.Length == 0 ? "" : $"[{pid}] setsockopt({fd}, {option}, 1) = 0";
}
