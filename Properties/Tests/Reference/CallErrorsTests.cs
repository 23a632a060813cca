using Shouldly;
using Verify.Abi;
using Verify.Properties.Checking;
using Verify.Properties.Reference;
using Verify.Properties.Tests.Campaigns;
using Verify.Properties.Tests.Worlds;
using Xunit;

namespace Verify.Properties.Tests.Reference;

/// <summary>Every error of every kind of call is reached, or there is a reason why it cannot be.</summary>
public sealed class CallErrorsTests
{
    private static readonly IReadOnlyList<CallErrors> Listed =
        CallErrors.Load(Repository.Around(AppContext.BaseDirectory).Corpus);

    private static readonly Lazy<RuleCounts> Counts = new(() =>
    {
        var counts = new RuleCounts();
        counts.Add(WholeCampaign.Report.Counts);
        counts.Add(ExploredWorlds.Counts);
        return counts;
    });

    public static TheoryData<string> Kinds => [.. CallKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_campaign_and_the_worlds_reach_the_listed_errors_and_no_other(string kind) =>
        CallErrors.Write(kind, Reached(kind)).ShouldBe(CallErrors.Write(kind, Of(kind).Errors));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_a_call_can_never_have_it_does_not_have(string kind) =>
        Of(kind).Never.Select(never => never.Error).Intersect(Of(kind).Errors.Select(error => $"{error}"))
            .ShouldBeEmpty();

    [Fact]
    public void A_list_has_errors_and_reasons()
    {
        CallErrors bind = CallErrors.Read("# why\nbind: EBADF EINVAL\nbind never EFAULT ENOMEM: no memory\n", "list")
            .Single(call => call.Kind == "bind");

        bind.Errors.ShouldBe([Errno.EBADF, Errno.EINVAL]);
        bind.Never.ShouldBe([("EFAULT", "no memory"), ("ENOMEM", "no memory")]);
    }

    [Theory]
    [InlineData("bind", "list:1:1: expected a kind of call and a colon, found bind")]
    [InlineData("bimd: EBADF", "list:1:1: expected a kind of call: bind, found bimd")]
    [InlineData("bind: EBADF ESUCH", "list:1:13: expected an error such as EBADF, found ESUCH")]
    [InlineData("bind never Efault: why", "list:1:12: expected an error such as EBADF, found Efault")]
    [InlineData("bind: 5", "list:1:7: expected an error such as EBADF, found 5")]
    public void A_malformed_line_is_told(string text, string message) =>
        Should.Throw<TraceFormatException>(() => CallErrors.Read(text, "list")).Message.ShouldBe(message);

    private static CallErrors Of(string kind) => Listed.Single(call => call.Kind == kind);

    private static IEnumerable<Errno> Reached(string kind)
    {
        int number = CallKinds.All.ToList().IndexOf(kind);
        return Enum.GetValues<Errno>()
            .Where(error => error != Errno.None && Counts.Value.Of(number, error) > 0);
    }
}
