using Shouldly;
using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Inspection;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Xunit;

namespace Verify.Implementation.Tests.Inspection;

/// <summary>
/// Every field of a freed item is checked, including those of base classes, structs and nested objects.
/// </summary>
[Trait("Requirement", "S2")]
public sealed class FreedAuditTests
{
    [Fact]
    public void A_blank_item_passes()
    {
        Freed<Socket>(_ => { }).ShouldBeNull();
        Freed<Process>(process => process.TraversalNote = 7).ShouldBeNull();
    }

    [Fact]
    public void A_field_left_set_is_named()
    {
        Freed<Quota>(quota => quota.Limit = 3).ShouldBe("freed x is not blank: Limit");
        Freed<OpenFile>(file => file.Access = AccessModes.Read).ShouldBe("freed x is not blank: Access");
        Freed<Socket>(socket => socket.Options = SocketOptions.ReusePort).ShouldBe("freed x is not blank: Options");
        Freed<Socket>(socket => socket.Waiting.Backlog = 1).ShouldBe("freed x is not blank: Waiting.Backlog");
        Freed<Socket>(socket => socket.Owner = new Credentials(1, 0, null))
            .ShouldBe("freed x is not blank: Owner.Uid");
        Freed<Process>(process => process.Login = "root").ShouldBe("freed x is not blank: Login");
        Freed<Process>(process => process.Descriptors.Open(20, new OpenFile()))
            .ShouldBe("freed x is not blank: Descriptors._files");
        Freed<Verify.Implementation.Sockets.Pcb>(pcb => pcb.Local = new Endpoint(Ipv4.Loopback, 0))
            .ShouldStartWith("freed x is not blank: Local.");
        Freed<Node>(node => node.IsAllocated = true).ShouldBe("freed x is not blank: IsAllocated");
    }

    [Fact]
    public void Every_freed_item_is_checked()
    {
        var zone = new Zone<Quota>("x");
        (Quota first, Quota second) = (zone.Allocate()!, zone.Allocate()!);
        zone.Free(first);
        zone.Free(second);
        first.Uid = 1;

        FreedAudit.Check(zone).ShouldBe("freed x is not blank: Uid");
    }

    private static string? Freed<T>(Action<T> leave)
        where T : ZoneItem, new()
    {
        var zone = new Zone<T>("x");
        T item = zone.Allocate()!;
        zone.Free(item);
        leave(item);
        return FreedAudit.Check(zone);
    }
}
