using Shouldly;
using Verify.Abi;
using Verify.Implementation;
using Verify.Model.Verdicts;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Xunit;

namespace Verify.Properties.Tests.Generation;

/// <summary>The coverage of generated runs.</summary>
public sealed class GeneratorTests
{
    private static readonly Lazy<RuleCounts> Counts = new(() => Campaign.Run(
        new CampaignOptions { Calls = 700_000, Seed = 3 }, world => new Machine(world)).Counts);

    public static TheoryData<string> Kinds => [.. CallKinds.All];

    /// <summary>Each kind of call succeeds often enough for later calls to depend on it.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Calls_of_a_kind_succeed(string kind) => CountOf(kind, Errno.None).ShouldBeGreaterThan(100);

    /// <summary>Each error of the calls on files, processes and the machine is reached.</summary>
    [Theory]
    [InlineData("open", "EMFILE EINVAL ENOENT ENOTDIR EACCES EEXIST EISDIR EROFS ENXIO EAGAIN ENOSPC ELOOP")]
    [InlineData("open", "ENAMETOOLONG EFAULT")]
    [InlineData("rename", "EINVAL ENOENT ENOTDIR EISDIR EXDEV EACCES EPERM ENOTEMPTY EROFS")]
    [InlineData("rmdir", "ENOTDIR EBUSY ENOTEMPTY EINVAL EACCES EROFS")]
    [InlineData("mount", "EPERM ENOTDIR EBUSY ENODEV ENOSPC")]
    [InlineData("unmount", "EPERM EINVAL EBUSY")]
    [InlineData("mkdir", "EDQUOT EEXIST EACCES ENOSPC")]
    [InlineData("fchdir", "EBADF EINVAL ENOTDIR EPERM EACCES")]
    [InlineData("jail", "EPERM EINVAL ENOMEM EFAULT ENAMETOOLONG ENOENT ENOTDIR EBUSY")]
    [InlineData("kill", "EINVAL ESRCH EPERM")]
    [InlineData("sendmsg", "EBADF EINVAL EPIPE ENOBUFS")]
    [InlineData("recvmsg", "EBADF EPERM EMSGSIZE")]
    [InlineData("quotactl", "EPERM EINVAL EOPNOTSUPP")]
    public void Errors_of_a_call_are_reached(string kind, string errors) =>
        errors.Split(' ').Where(error => CountOf(kind, Enum.Parse<Errno>(error)) == 0).ShouldBeEmpty();

    /// <summary>
    /// Descriptors arrive, and sockets are turned back at the border of a prison: what finds escapes.
    /// </summary>
    [Theory]
    [InlineData("S9.rights-arrive", 2_000)]
    [InlineData("G1.pass-prison", 200)]
    [InlineData("S9.rights-room", 100)]
    public void Descriptors_are_passed(string rule, int least) =>
        Counts.Value.Of(RuleCatalogue.Of(rule)).ShouldBeGreaterThan(least);

    private static long CountOf(string kind, Errno error) =>
        Counts.Value.Of(CallKinds.All.ToList().IndexOf(kind), error);
}
