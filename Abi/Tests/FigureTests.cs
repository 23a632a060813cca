using Shouldly;
using Xunit;

namespace Verify.Abi.Tests;

/// <summary>
/// Abi's numbers against FreeBSD's headers: model and implementation share them, so no other test finds a wrong one.
/// </summary>
public sealed class FigureTests
{
    [Fact]
    public void Error_numbers_are_the_headers() =>
        CHeaders.Errno.Differences<Errno>().ShouldBe([$"{Errno.None} = 0"]);

    [Fact]
    public void Families_are_the_headers() => CHeaders.Socket.Differences<AddressFamily>().ShouldBeEmpty();

    [Fact]
    public void Socket_types_are_the_headers() => CHeaders.Socket.Differences<SocketType>().ShouldBeEmpty();

    [Fact]
    public void Protocols_are_the_headers() => CHeaders.Inet.Differences<Protocol>().ShouldBeEmpty();

    [Fact]
    public void Socket_options_are_the_headers()
    {
        const int ipLevel = 0x10000;
        foreach (SocketOption option in Enum.GetValues<SocketOption>())
        {
            bool isOfIp = (int)option >= ipLevel;
            long figure = (isOfIp ? CHeaders.Inet : CHeaders.Socket)[option.ToString()];
            ((long)option - (isOfIp ? ipLevel : 0)).ShouldBe(figure, option.ToString());
        }
    }

    [Fact]
    public void Message_flags_are_the_headers() =>
        CHeaders.Socket.Differences<MessageOptions>().ShouldBe([$"{MessageOptions.None} = 0"]);

    [Fact]
    public void Directions_of_shutdown_are_the_headers() => CHeaders.Socket.Differences<ShutdownHow>().ShouldBeEmpty();

    [Fact]
    public void Port_ranges_are_the_headers() => CHeaders.Inet.Differences<PortRangeOption>().ShouldBeEmpty();

    [Fact]
    public void Open_flags_are_the_headers() => CHeaders.Fcntl.Differences<OpenOptions>().ShouldBeEmpty();

    [Fact]
    public void Quota_commands_are_the_headers() => CHeaders.Quota.Differences<QuotaCommand>().ShouldBeEmpty();

    [Fact]
    public void A_wrong_or_unknown_number_is_reported() =>
        CHeaders.Errno.Differences<Wrong>().ShouldBe(["EPERM = 3", "ENOSUCH = 4"], ignoreOrder: true);

    [Theory]
    [InlineData(FileModes.TypeMask, "S_IFMT")]
    [InlineData(FileModes.Fifo, "S_IFIFO")]
    [InlineData(FileModes.CharacterDevice, "S_IFCHR")]
    [InlineData(FileModes.Directory, "S_IFDIR")]
    [InlineData(FileModes.BlockDevice, "S_IFBLK")]
    [InlineData(FileModes.Regular, "S_IFREG")]
    [InlineData(FileModes.SymbolicLink, "S_IFLNK")]
    [InlineData(FileModes.Socket, "S_IFSOCK")]
    [InlineData(FileModes.SetUserId, "S_ISUID")]
    [InlineData(FileModes.SetGroupId, "S_ISGID")]
    [InlineData(FileModes.Sticky, "S_ISVTX")]
    [InlineData(FileModes.All, "ALLPERMS")]
    [InlineData(FileModes.Access, "ACCESSPERMS")]
    public void Modes_are_the_headers(int mode, string name) => ((long)mode).ShouldBe(CHeaders.Stat[name]);

    [Fact]
    public void Addresses_are_the_headers()
    {
        ((long)Ipv4.Any.Value).ShouldBe(CHeaders.Inet["INADDR_ANY"]);
        ((long)Ipv4.Loopback.Value).ShouldBe(CHeaders.Inet["INADDR_LOOPBACK"]);
        ((long)Ipv4.Broadcast.Value).ShouldBe(CHeaders.Inet["INADDR_BROADCAST"]);
        ((long)SocketAddress.MaxLength).ShouldBe(CHeaders.Socket["SOCK_MAXADDRLEN"]);
    }

    // IN_CLASSD: the top four bits are 1110.
    [Theory]
    [InlineData("IN_CLASSD_FIRST", 0, true)]
    [InlineData("IN_CLASSD_FIRST", -1, false)]
    [InlineData("IN_CLASSD_LAST", 0, true)]
    [InlineData("IN_CLASSD_LAST", 1, false)]
    public void Multicast_is_class_d(string bound, int offset, bool isMulticast)
    {
        var address = new Ipv4((uint)(CHeaders.Inet[bound] + offset));

        address.IsMulticast.ShouldBe(isMulticast);
        address.IsUnicast.ShouldBe(!isMulticast);
    }

    [Theory]
    [InlineData("0.0.0.0", false)]
    [InlineData("0.0.0.1", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("223.255.255.255", true)]
    [InlineData("240.0.0.0", true)]
    [InlineData("255.255.255.254", true)]
    [InlineData("255.255.255.255", false)]
    public void Unicast_addresses_are_those_of_single_hosts(string text, bool isUnicast)
    {
        Ipv4.TryParse(text, out Ipv4 address).ShouldBeTrue();

        address.IsUnicast.ShouldBe(isUnicast);
        address.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.04")]
    [InlineData("1.2.3.-4")]
    [InlineData("1.2.3.")]
    [InlineData("")]
    public void An_invalid_address_is_refused(string text) => Ipv4.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void An_address_is_in_host_byte_order()
    {
        Ipv4.Of(1, 2, 3, 4).Value.ShouldBe(0x01020304u);
        Ipv4.TryParse("1.2.3.4", out Ipv4 parsed).ShouldBeTrue();
        parsed.ShouldBe(Ipv4.Of(1, 2, 3, 4));
    }

    public static TheoryData<Errno> Errors => [.. Enum.GetValues<Errno>().Where(error => error != Errno.None)];

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_is_written_as_its_name(Errno error)
    {
        var text = $"[1] fork() = -1 {error}\n";

        Trace trace = TraceReader.Read(text, "error.trace");

        trace.Steps.Single().Stated!.Error.ShouldBe(error);
        TraceWriter.Write(trace).ShouldBe(text);
    }

    [Theory]
    [InlineData("[1] socket(AF_LOCAL, SOCK_STREAM, 0)\n")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP)\n")]
    [InlineData("[1] socket(AF_ROUTE, SOCK_RAW, 0)\n")]
    [InlineData("[1] socket(AF_IPX, SOCK_DGRAM, 0)\n")]
    [InlineData("[1] socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP)\n")]
    [InlineData("[1] connect(3, AF_UNSPEC)\n")]
    [InlineData("[1] setsockopt(3, SO_REUSEADDR, -1)\n")]
    [InlineData("[1] setsockopt(3, SO_REUSEPORT, 256)\n")]
    [InlineData("[1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_LOW)\n")]
    [InlineData("[1] open(\"/f\", O_RDWR|O_CREAT|O_EXCL, 0644)\n")]
    [InlineData("[1] quotactl(\"/\", Q_SETQUOTA, 1001, 5)\n")]
    public void Words_are_written_as_they_are_read(string text) =>
        TraceWriter.Write(TraceReader.Read(text, "words.trace")).ShouldBe(text);

    private enum Wrong
    {
        EPERM = 3,
        ENOENT = 2,
        ENOSUCH = 4,
    }
}
