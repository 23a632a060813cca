using Shouldly;
using Verify.Abi;
using Verify.Implementation.Domains;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;
using Xunit;

namespace Verify.Implementation.Tests.Domains;

/// <summary>Domains and their protocols, as they are registered at boot and found again (S7).</summary>
[Trait("Requirement", "S7")]
public sealed class DomainTests
{
    private readonly DomainList _domains = new();
    private readonly Network _network = new(new World(), new Prisons(null!, maxPrisons: 1), new Scheduler());

    [Theory]
    [InlineData(0, "domaininit: internetsw[0] has no usrreqs!")]
    [InlineData(2, "domaininit: internetsw[2] has no usrreqs!")]
    public void A_protocol_of_the_old_style_is_a_panic(int place, string text)
    {
        SocketProtocol?[] protocols = [_network.Udp, _network.Tcp, _network.Raw];
        protocols[place] = null;

        Should.Throw<KernelPanicException>(() => _domains.Add(new Domain(AddressFamily.AF_INET, "internet", protocols)))
            .Message.ShouldBe(text);
    }

    [Fact]
    public void Number_0_is_the_first_protocol_of_a_type_and_only_raw_ones_take_every_number()
    {
        _domains.Add(new Domain(AddressFamily.AF_INET, "internet", _network.Raw, _network.Udp, _network.Tcp));
        _domains.Add(new Domain(AddressFamily.AF_ROUTE, "route", _network.Route));

        Find(SocketType.SOCK_DGRAM, Protocol.Default).ShouldBe(_network.Udp);
        Find(SocketType.SOCK_STREAM, Protocol.Tcp).ShouldBe(_network.Tcp);
        Find(SocketType.SOCK_STREAM, Protocol.Udp).ShouldBeNull();
        Find(SocketType.SOCK_RAW, Protocol.Udp).ShouldBe(_network.Raw);
        Find(SocketType.SOCK_RAW, Protocol.Default).ShouldBe(_network.Raw);
        _domains.Find(AddressFamily.AF_ROUTE, SocketType.SOCK_RAW, (Protocol)2).ShouldBe(_network.Route);
        _domains.Find(AddressFamily.AF_ROUTE, SocketType.SOCK_DGRAM, Protocol.Default).ShouldBeNull();
        _domains.Find(AddressFamily.AF_LOCAL, SocketType.SOCK_DGRAM, Protocol.Default).ShouldBeNull();
    }

    private SocketProtocol? Find(SocketType type, Protocol number) =>
        _domains.Find(AddressFamily.AF_INET, type, number);
}
