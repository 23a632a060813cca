using Xunit;

namespace Verify.Model.Tests.Rules.Files;

public sealed class AccessRulesTests
{
    /// <summary>A file of user 5 and group 7, opened by various users.</summary>
    [Theory]
    [InlineData(5, 7, "0400", "O_RDONLY", true)]
    [InlineData(5, 7, "0077", "O_RDONLY", false)]
    [InlineData(6, 7, "0040", "O_RDONLY", true)]
    [InlineData(6, 7, "0707", "O_RDONLY", false)]
    [InlineData(6, 8, "0004", "O_RDONLY", true)]
    [InlineData(6, 8, "0770", "O_RDONLY", false)]
    [InlineData(5, 8, "0600", "O_RDWR", true)]
    [InlineData(5, 8, "0400", "O_RDWR", false)]
    [InlineData(5, 8, "0200", "O_RDWR", false)]
    [InlineData(5, 8, "0200", "O_WRONLY", true)]
    [InlineData(5, 8, "0500", "O_WRONLY", false)]
    public void The_first_matching_class_decides(int uid, int gid, string mode, string access, bool allowed) =>
        new SpecDriver(SpecDriver.Files).Allows($"""
            [1] chown("/secret", 5, 7) = 0
            [1] chmod("/secret", {mode}) = 0
            [1] setgid({gid}) = 0
            [1] setuid({uid}) = 0
            [1] open("/secret", {access}, 0) = {(allowed ? "3" : "-1 EACCES")}
            """).By(uid == 5 ? "J4.access-owner" : gid == 7 ? "J4.access-group" : "J4.access-other");

    [Fact]
    public void The_superuser_overrides_modes_also_in_a_prison() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] chmod("/jail", 0) = 0
            [1] chmod("/jail/null", 0) = 0
            [1] jail("/jail", "a", 10.0.0.2) = 0
            [1] open("/null", O_RDWR, 0) = 3
            """).By("J4.privilege-in-prison");
}
