using Shouldly;
using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;
using Xunit;

namespace Verify.Implementation.Tests.Inet;

/// <summary>Local, source and broadcast addresses.</summary>
public sealed class InterfacesTests
{
    private const string Host = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2/32
        if fxp1 10.0.0.129/25 192.168.0.1/30 172.16.0.1/31
        """;

    private const string Loopback = "if lo0 127.0.0.1/8";

    [Theory]
    [InlineData(Host, "10.0.0.7", "10.0.0.1")]
    [InlineData(Host, "10.0.0.200", "10.0.0.129")]
    [InlineData(Host, "10.0.0.2", "10.0.0.2")]
    [InlineData(Host, "127.0.0.1", "127.0.0.1")]
    [InlineData(Host, "127.0.0.2", "10.0.0.1")]
    [InlineData(Host, "8.8.8.8", "10.0.0.1")]
    [InlineData(Loopback, "8.8.8.8", "127.0.0.1")]
    [InlineData("if fxp0 10.0.0.1/0\nif fxp1 10.0.1.1/0", "8.8.8.8", "10.0.0.1")]
    public void The_longest_matching_prefix_determines_the_source(string host, string destination, string source) =>
        Of(host).SourceFor(Address(destination)).ShouldBe(Address(source));

    [Theory]
    [InlineData(Host, "255.255.255.255", true)]
    [InlineData(Host, "10.0.0.255", true)]
    [InlineData(Host, "192.168.0.3", true)]
    [InlineData(Host, "172.16.0.1", false)]
    [InlineData(Host, "10.0.0.2", false)]
    [InlineData(Host, "127.255.255.255", false)]
    [InlineData("if fxp0 10.0.0.1/24\nif fxp1 10.0.0.255/32", "10.0.0.255", false)]
    public void A_local_address_is_never_a_broadcast_address(string host, string address, bool isBroadcast) =>
        Of(host).IsBroadcast(Address(address)).ShouldBe(isBroadcast);

    [Theory]
    [InlineData(Host, "0.0.0.0", "127.0.0.1")]
    [InlineData(Host, "255.255.255.255", "255.255.255.255")]
    [InlineData("if fxp0 10.0.0.1/24", "255.255.255.255", "10.0.0.255")]
    [InlineData("if fxp0 10.0.0.1/31", "255.255.255.255", "10.0.0.1")]
    [InlineData("if fxp0 10.0.0.2/31", "255.255.255.255", "10.0.0.3")]
    [InlineData("if fxp0 10.0.0.2/32", "255.255.255.255", "10.0.0.2")]
    [InlineData("", "0.0.0.0", "0.0.0.0")]
    public void Any_and_broadcast_destinations_map_to_the_primary_address(string host, string from, string to) =>
        Of(host).Destination(Address(from)).ShouldBe(Address(to));

    [Theory]
    [InlineData(Host, "10.0.0.255", Errno.EACCES)]
    [InlineData(Host, "8.8.8.8", Errno.None)]
    [InlineData(Loopback, "127.0.0.1", Errno.None)]
    [InlineData(Loopback, "127.0.0.2", Errno.EHOSTUNREACH)]
    public void Output_needs_a_route_and_no_broadcast_address(string host, string destination, Errno error) =>
        Of(host).CheckOutput(Address(destination), mayBroadcast: false).ShouldBe(error);

    [Theory]
    [InlineData("10.0.0.1/24", "10.0.0.0")]
    [InlineData("10.0.0.1/24", "10.0.0.255")]
    [InlineData("10.0.0.1/24", "10.255.255.255")]
    [InlineData("172.16.3.1/24", "172.16.255.255")]
    [InlineData("172.16.3.1/24", "172.16.0.0")]
    [InlineData("192.168.3.1/16", "192.168.255.255")]
    [InlineData("10.0.0.2/31", "10.0.0.3")]
    [InlineData("10.0.0.3/31", "10.0.0.2")]
    [InlineData("10.0.0.2/31", "10.255.255.255")]
    [InlineData("10.0.0.1/24", "255.255.255.255")]
    public void All_forms_of_broadcast_addresses_need_permission(string own, string address)
    {
        Interfaces host = Of($"if lo0 127.0.0.1/8\nif fxp0 {own}");
        host.CheckOutput(Address(address), mayBroadcast: false).ShouldBe(Errno.EACCES);
        host.CheckOutput(Address(address), mayBroadcast: true).ShouldBe(Errno.None);
    }

    [Theory]
    [InlineData("10.0.0.1/24", "10.0.0.128")]
    [InlineData("10.0.0.1/24", "172.16.255.255")]
    [InlineData("10.0.0.1/24", "127.255.255.255")]
    [InlineData("192.168.3.1/16", "192.168.3.255")]
    [InlineData("10.0.0.1/32", "10.0.0.0")]
    [InlineData("10.0.0.1/32", "10.255.255.255")]
    [InlineData("10.0.0.3/31", "10.0.0.3")]
    public void Other_addresses_need_no_permission(string own, string address) =>
        Of($"if lo0 127.0.0.1/8\nif fxp0 {own}").CheckOutput(Address(address), mayBroadcast: false)
            .ShouldBe(Errno.None);

    [Fact]
    public void The_outgoing_interface_decides_what_is_a_broadcast() =>
        Of("if fxp0 172.16.0.1/24\nif fxp1 10.0.0.1/8\nif fxp2 10.1.0.1/24")
            .CheckOutput(Address("10.1.255.255"), mayBroadcast: false).ShouldBe(Errno.None);

    private static Interfaces Of(string host)
    {
        var interfaces = new Interfaces(TraceReader.Read(host, "host").World, new Clock());
        interfaces.Changes.AddRoutesOfAddresses();
        return interfaces;
    }

    private static Ipv4 Address(string text) =>
        Ipv4.TryParse(text, out Ipv4 address) ? address : throw new ArgumentException(text, nameof(text));
}
