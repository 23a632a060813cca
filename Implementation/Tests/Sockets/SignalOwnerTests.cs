using Shouldly;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>The sockets that name a process or group as the receiver of SIGIO: kern_descrip.c.</summary>
public sealed class SignalOwnerTests
{
    private readonly Process _process = new() { Pid = 5 };
    private readonly ProcessGroup _group = new() { Id = 5 };
    private readonly Socket _first = new();
    private readonly Socket _second = new();

    public SignalOwnerTests()
    {
        SignalOwner.Set(_first, _process);
        SignalOwner.Set(_second, _process);
    }

    [Fact]
    public void A_socket_that_gets_another_owner_leaves_the_list_of_the_first()
    {
        SignalOwner.Set(_second, _group);

        _process.FirstOwned.ShouldBe(_first);
        _first.NextOwned.ShouldBeNull();
        _group.FirstOwned.ShouldBe(_second);
    }

    [Fact]
    public void An_owner_that_ends_leaves_all_its_sockets_without_one()
    {
        SignalOwner.Set(new Socket(), _group);
        _process.DisownAll();

        (_first.SignalOwner, _second.SignalOwner, _process.FirstOwned).ShouldBe((null, null, null));
        _group.FirstOwned.ShouldNotBeNull();
    }
}
