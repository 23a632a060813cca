using Shouldly;
using Verify.Abi;
using Verify.Implementation;
using Verify.Properties.Checking;
using Verify.Properties.Reference;
using Xunit;

namespace Verify.Properties.Tests.Reference;

/// <summary>
/// Model and implementation allow each privileged call to a superuser outside prisons, to a superuser in a prison if
/// the privilege is one of prisons, and to no other user (J4, G4). Every privilege and every administrative call is
/// covered.
/// </summary>
[Trait("Requirement", "J4")]
[Trait("Requirement", "G4")]
public sealed class PrivilegedCallTests
{
    public static TheoryData<string> All => [.. PrivilegedCall.All.Select(call => call.Call)];

    [Theory]
    [MemberData(nameof(All))]
    public void Outside_the_superuser_may(string call) => Check(Of(call), isAllowed: true, inPrison: false, uid: 0);

    [Theory]
    [MemberData(nameof(All))]
    public void Outside_a_user_may_not(string call) => Check(Of(call), isAllowed: false, inPrison: false, uid: 1001);

    [Theory]
    [MemberData(nameof(All))]
    public void Inside_the_superuser_may_if_prisons_have_the_privilege(string call) =>
        Check(Of(call), Of(call).IsInPrison, inPrison: true, uid: 0);

    [Theory]
    [MemberData(nameof(All))]
    public void Inside_a_user_may_not(string call) => Check(Of(call), isAllowed: false, inPrison: true, uid: 1001);

    [Fact]
    public void Every_privilege_has_a_call() =>
        Enum.GetValues<Privilege>().Except(PrivilegedCall.All.Select(call => call.Privilege)).ShouldBeEmpty();

    [Fact]
    public void Every_administrative_call_is_covered() =>
        Enum.GetValues<Administration>().Select(word => new Call.Administer(2, word).ToString())
            .Except(PrivilegedCall.All.Select(call => $"[2] {call.Call}")).ShouldBeEmpty();

    private static PrivilegedCall Of(string call) => PrivilegedCall.All.Single(row => row.Call == call);

    private static void Check(PrivilegedCall call, bool isAllowed, bool inPrison, int uid)
    {
        string[] lines =
        [
            "[1] fork() = 2",
            inPrison ? "[2] jail(\"/\", \"a.example\", 10.0.0.2) = 0" : "",
            "[2] fork() = 3",
            "[3] setuid(1002) = 0",
            $"[2] setuid({uid}) = 0",
            .. call.Before,
            $"[2] {call.Call} = {(isAllowed ? call.Done : call.Refused)}",
        ];
        Trace trace = TraceReader.Read($"{PrivilegedCall.Machine}{string.Join('\n', lines)}\n", "privilege");

        Replay replay = Replay.Of(
            trace.World, [.. trace.Steps.Select(step => step.Call)], world => new Machine(world), new RuleCounts());

        replay.Fault?.Message.ShouldBeNull();
        Trace.Of(trace.World, replay.Steps).ToString().ShouldBe(trace.ToString());
    }
}
