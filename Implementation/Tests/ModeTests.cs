using Shouldly;
using Verify.Abi;
using Verify.Implementation.Files;
using Xunit;

namespace Verify.Implementation.Tests;

/// <summary>chmod and chown, and the rules about modes.</summary>
[Trait("Requirement", "J4")]
public sealed class ModeTests
{
    private const string Tree = """
        dir "/d" 0755 5 5
        file "/f" 06755 5 5
        file "/g" 06755 5 9
        [1] fork() = 2
        [2] setgid(5) = 0
        [2] setuid(5) = 0

        """;

    [Fact]
    public void Changing_modes() => KernelReplay.Run(Tree + """
        [2] chmod("/f", 01644) = -1 EFTYPE
        [2] chmod("/d", 01777) = 0
        [2] stat("/d") = "2 41777 2 5 5 0"
        [2] chmod("/g", 02755) = -1 EPERM
        [2] chmod("/g", 03755) = -1 EFTYPE
        [2] chmod("/f", 06711) = 0
        [2] stat("/f") = "3 106711 1 5 5 0"
        [2] chmod("/", 0700) = -1 EPERM
        [2] chmod("/nothing", 0700) = -1 ENOENT
        [1] chmod("/f", 0177777) = 0
        [1] stat("/f") = "3 107777 1 5 5 0"
        [1] jail("/", "a", 10.0.0.1) = 0
        [1] chmod("/g", 07000) = 0
        """);

    [Fact]
    public void Changing_owners() => KernelReplay.Run(Tree + """
        [2] chown(NULL, -1, -1) = -1 EFAULT
        [2] chown("/f", -2, -1) = -1 EPERM
        [2] chown("/f", -1, -1) = 0
        [2] chown("/f", 5, 5) = 0
        [2] stat("/f") = "3 106755 1 5 5 0"
        [2] chown("/f", 6, -1) = -1 EPERM
        [2] chown("/f", -1, 6) = -1 EPERM
        [2] chown("/g", -1, 9) = 0
        [2] chown("/g", -1, 5) = 0
        [2] stat("/g") = "4 100755 1 5 5 0"
        [2] chown("/", -1, -1) = 0
        [2] chown("/", -1, 5) = -1 EPERM
        [1] chown("/f", 6, 7) = 0
        [1] stat("/f") = "3 106755 1 6 7 0"
        [2] chown("/f", -1, -1) = 0
        [1] chown("/f", -2, -3) = 0
        [1] stat("/f") = "3 106755 1 -2 -3 0"
        """);

    [Theory]
    [InlineData(0, true, true, "07777")]
    [InlineData(5, true, true, "01777")]
    [InlineData(5, true, false, "01777")]
    [InlineData(5, false, true, "01777")]
    [InlineData(5, false, false, "07777")]
    public void Only_uid_0_keeps_special_bits_for_a_new_owner(int uid, bool owner, bool group, string left) =>
        ModeRules.AfterNewOwner(FileModes.All, uid, owner, group).ShouldBe(Octal.Mode(left));

    [Theory]
    [InlineData(5, 9, 6, true)]
    [InlineData(6, 9, 6, false)]
    [InlineData(5, 6, 6, false)]
    public void The_sticky_bit_considers_both_owners(int nodeOwner, int directoryOwner, int uid, bool keeps)
    {
        ModeRules.StickyProtects(FileModes.Sticky, directoryOwner, nodeOwner, uid).ShouldBe(keeps);
        ModeRules.StickyProtects(FileModes.Access, directoryOwner, nodeOwner, uid).ShouldBeFalse();
    }
}
