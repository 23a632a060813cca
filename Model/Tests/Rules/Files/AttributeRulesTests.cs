using Xunit;

namespace Verify.Model.Tests.Rules.Files;

/// <summary>chmod and chown.</summary>
[Trait("Requirement", "J4")]
public sealed class AttributeRulesTests
{
    [Fact]
    public void A_user_may_chmod_its_own_files() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] setuid(5) = 0
            [1] chmod("/nothing", 0644) = -1 ENOENT
            [1] chmod("/secret", 0644) = -1 EPERM
            """).By("J4.chmod-denied").Allows("""
            [1] mkdir("/jail/tmp/d", 0700) = 0
            [1] open("/jail/tmp/f", O_RDONLY|O_CREAT, 0600) = 3
            [1] chmod("/jail/tmp/d", 01777) = 0
            [1] chmod("/jail/tmp/f", 01777) = -1 EFTYPE
            """).By("J4.chmod-sticky").Allows("""
            [1] chmod("/jail/tmp/f", 0107777) = -1 EFTYPE
            [1] chmod("/jail/tmp/f", 04755) = 0
            [1] stat("/jail/tmp/f") = "10 104755 1 5 0 0"
            [1] chmod("/jail/tmp/f", 02755) = 0
            """).By("J4.chmod");

    [Fact]
    public void Set_group_id_is_for_members() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] chown("/jail/tmp", 5, 7) = 0
            [1] setuid(5) = 0
            [1] chmod("/jail/tmp", 02777) = -1 EPERM
            """).By("J4.chmod-set-group");

    [Fact]
    public void A_prisons_superuser_may_set_any_mode() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] chown("/jail/null", 5, 7) = 0
            [1] jail("/jail", "a", 10.0.0.2) = 0
            [1] chmod("/null", 07777) = 0
            [1] stat("/null") = "5 27777 1 5 7 2"
            [1] chown("/null", 6, 8) = 0
            [1] stat("/null") = "5 27777 1 6 8 2"
            """).By("J8.stat");

    [Fact]
    public void Every_id_but_minus_1_is_one() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] chown("/secret", -2, 0) = 0
            [1] stat("/secret") = "4 100600 1 -2 0 0"
            [1] chown("/secret", 0, -2147483648) = 0
            """).By("J4.chown");

    [Fact]
    public void Two_ids_of_minus_1_ask_for_nothing() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] chown(NULL, -1, -1) = -1 EFAULT
            [1] setuid(5) = 0
            [1] chown("/secret", -1, -1) = 0
            """).By("J4.chown-nothing");

    [Fact]
    public void Procfs_nodes_keep_their_mode_and_owner() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mount("procfs", "/jail/tmp") = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] chmod("/jail/tmp/1", 0) = 0
            [2] chown("/jail/tmp", 5, 5) = 0
            """).By("J7.procfs-attributes");

    [Theory]
    [InlineData(5, 7, true)]
    [InlineData(-1, 8, true)]
    [InlineData(-1, 9, false)]
    [InlineData(6, -1, false)]
    [InlineData(0, 8, false)]
    public void An_owner_may_give_a_file_one_of_its_own_groups(int uid, int gid, bool allowed) =>
        new SpecDriver(SpecDriver.Files).Allows($"""
            [1] chown("/secret", 5, 7) = 0
            [1] setgid(8) = 0
            [1] setuid(5) = 0
            [1] chown("/secret", {uid}, {gid}) = {(allowed ? "0" : "-1 EPERM")}
            """).By(allowed ? "J4.chown" : "J4.chown-denied");

    [Fact]
    public void A_user_may_not_chown_another_users_file() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] setuid(5) = 0
            [1] chown("/secret", -1, 5) = -1 EPERM
            """).By("J4.chown-denied");

    [Fact]
    public void Special_bits_are_cleared_by_a_users_chown() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] chown("/secret", 5, 7) = 0
            [1] chmod("/secret", 06755) = 0
            [1] setgid(8) = 0
            [1] setuid(5) = 0
            [1] chown("/secret", 5, 7) = 0
            [1] stat("/secret") = "4 106755 1 5 7 0"
            [1] chown("/secret", -1, 8) = 0
            """).By("J4.chown-clears").Allows("""[1] stat("/secret") = "4 100755 1 5 8 0" """);
}
