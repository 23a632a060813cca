using Shouldly;
using Verify.Abi;
using Verify.Implementation;
using Xunit;

namespace Verify.Properties.Tests.Checking;

/// <summary>
/// Each row of the table of privileges by a call that needs it: model and implementation let the host's superuser, and
/// inside a prison the superuser where the row says so, and no user (J4, G4). A row without a call fails.
/// </summary>
[Trait("Requirement", "J4")]
[Trait("Requirement", "G4")]
public sealed class PrivilegeCallTests
{
    public static TheoryData<Privilege> All => [.. Enum.GetValues<Privilege>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Outside_the_superuser_may(Privilege privilege) =>
        Check(PrivilegeCall.All[privilege], isAllowed: true, inPrison: false, uid: 0);

    [Theory]
    [MemberData(nameof(All))]
    public void Outside_a_user_may_not(Privilege privilege) =>
        Check(PrivilegeCall.All[privilege], isAllowed: false, inPrison: false, uid: 1001);

    [Theory]
    [MemberData(nameof(All))]
    public void Inside_the_superuser_may_what_the_table_says(Privilege privilege) =>
        Check(PrivilegeCall.All[privilege], PrivilegeCall.All[privilege].IsInPrison, inPrison: true, uid: 0);

    [Theory]
    [MemberData(nameof(All))]
    public void Inside_a_user_may_not(Privilege privilege) =>
        Check(PrivilegeCall.All[privilege], isAllowed: false, inPrison: true, uid: 1001);

    private static void Check(PrivilegeCall call, bool isAllowed, bool inPrison, int uid)
    {
        string[] lines =
        [
            "[1] fork() = 2",
            inPrison ? "[2] jail(\"/\", \"a.example\", 10.0.0.2) = 0" : "",
            "[2] fork() = 3",
            "[3] setuid(1002) = 0",
            $"[2] setuid({uid}) = 0",
            .. call.Before,
            $"[2] {call.Call} = {(isAllowed ? call.Done : $"-1 {call.Denied}")}",
        ];
        Trace trace = TraceReader.Read($"{PrivilegeCall.Machine}{string.Join('\n', lines)}\n", "privilege");

        Replay replay = Replay.Of(
            trace.World, trace.Steps.Select(step => step.Call), world => new Machine(world), new RuleCounts());

        replay.Fault?.Message.ShouldBeNull();
        new Trace(trace.World, [.. replay.Steps]).ToString().ShouldBe(trace.ToString());
    }
}
