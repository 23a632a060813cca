using Xunit;

namespace Verify.Model.Tests.Files;

/// <summary>chmod and chown.</summary>
[Trait("Requirement", "J4")]
public sealed class ModeTests
{
    [Fact]
    public void A_users_files_are_the_users_to_chmod() =>
        new Scene(Scene.Files).Allows("""
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
        new Scene(Scene.Files).Allows("""
            [1] chown("/jail/tmp", 5, 7) = 0
            [1] setuid(5) = 0
            [1] chmod("/jail/tmp", 02777) = -1 EPERM
            """).By("J4.chmod-set-group");

    [Fact]
    public void A_prisons_superuser_sets_what_bits_it_likes() =>
        new Scene(Scene.Files).Allows("""
            [1] chown("/jail/null", 5, 7) = 0
            [1] jail("/jail", "a", 10.0.0.2) = 0
            [1] chmod("/null", 07777) = 0
            [1] stat("/null") = "5 27777 1 5 7 2"
            [1] chown("/null", 6, 8) = 0
            [1] stat("/null") = "5 27777 1 6 8 2"
            """).By("J8.stat");

    [Fact]
    public void Every_id_but_minus_1_is_one() =>
        new Scene(Scene.Files).Allows("""
            [1] chown("/secret", -2, 0) = 0
            [1] stat("/secret") = "4 100600 1 -2 0 0"
            [1] chown("/secret", 0, -2147483648) = 0
            """).By("J4.chown");

    [Fact]
    public void Two_ids_of_minus_1_ask_for_nothing() =>
        new Scene(Scene.Files).Allows("""
            [1] chown(NULL, -1, -1) = -1 EFAULT
            [1] setuid(5) = 0
            [1] chown("/secret", -1, -1) = 0
            """).By("J4.chown-nothing");

    [Fact]
    public void What_a_procfs_shows_keeps_its_mode_and_owner() =>
        new Scene(Scene.Files).Allows("""
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
    public void An_owner_may_take_a_file_into_the_own_group(int uid, int gid, bool allowed) =>
        new Scene(Scene.Files).Allows($"""
            [1] chown("/secret", 5, 7) = 0
            [1] setgid(8) = 0
            [1] setuid(5) = 0
            [1] chown("/secret", {uid}, {gid}) = {(allowed ? "0" : "-1 EPERM")}
            """).By(allowed ? "J4.chown" : "J4.chown-denied");

    [Fact]
    public void Another_users_file_is_not_the_users_to_chown() =>
        new Scene(Scene.Files).Allows("""
            [1] setuid(5) = 0
            [1] chown("/secret", -1, 5) = -1 EPERM
            """).By("J4.chown-denied");

    [Fact]
    public void Special_bits_do_not_outlive_a_users_change_of_group() =>
        new Scene(Scene.Files).Allows("""
            [1] chown("/secret", 5, 7) = 0
            [1] chmod("/secret", 06755) = 0
            [1] setgid(8) = 0
            [1] setuid(5) = 0
            [1] chown("/secret", 5, 7) = 0
            [1] stat("/secret") = "4 106755 1 5 7 0"
            [1] chown("/secret", -1, 8) = 0
            """).By("J4.chown-clears").Allows("""[1] stat("/secret") = "4 100755 1 5 8 0" """);
}
