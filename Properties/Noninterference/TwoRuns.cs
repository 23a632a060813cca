using System.Collections.Immutable;
using Verify.Abi;
using Verify.Properties.Generation;

namespace Verify.Properties.Noninterference;

/// <summary>
/// Two runs that differ in what another prison and the host do privately: some of it is left out, put in, or done
/// another way. The prisoner must not notice (G4): its own calls have the same outcomes in both.
/// </summary>
/// <param name="Turns">The calls of both runs in order.</param>
public sealed record TwoRuns(ImmutableArray<Turn> Turns)
{
    private const int Length = 60;

    /// <summary>How many of a hundred calls are the prisoner's.</summary>
    private const int PrisonersShare = 50;

    /// <summary>How many are packets from outside to the prisoner, which both runs have.</summary>
    private const int PacketsShare = 4;

    /// <summary>The pair with a number, of those with a seed.</summary>
    public static TwoRuns Next(ulong seed, ulong number)
    {
        var repertoire = new Repertoire(Prng.For(seed, number));
        var turns = ImmutableArray.CreateBuilder<Turn>(Length);
        while (turns.Count < Length)
        {
            if (repertoire.Random.Chance(PacketsShare))
            {
                Call packet = repertoire.FromOutside(Party.Prisoner);
                turns.Add(new Turn(packet, IsPrisoners: false, First: true, Second: true));
                continue;
            }

            bool isPrisoners = repertoire.Random.Chance(PrisonersShare);
            Party party = isPrisoners ? Party.Prisoner : repertoire.Random.Pick<Party>(Party.Others);
            Call call = repertoire.Next(party);
            if (Shared.Reason(party, call) is null)
            {
                int runs = isPrisoners ? 3 : 1 + repertoire.Random.Below(3);
                turns.Add(new Turn(call, isPrisoners, First: (runs & 1) != 0, Second: (runs & 2) != 0));
            }
        }

        return new TwoRuns(turns.MoveToImmutable());
    }

    /// <summary>What the prisoner notices; null where it notices nothing.</summary>
    public Finding? Check(SystemFactory boot)
    {
        Trace first = Run(boot, turn => turn.First);
        Trace second = Run(boot, turn => turn.Second);
        int at = Scenario.Setup.Length - 1;
        int other = at;
        foreach (Turn turn in Turns)
        {
            at += turn.First ? 1 : 0;
            other += turn.Second ? 1 : 0;
            if (turn.IsPrisoners && Difference(turn.Call, first.Steps[at], second.Steps[other]) is { } difference)
            {
                return new Finding(
                    FindingKind.Interference,
                    CallKinds.NameOf(turn.Call),
                    difference,
                    second with { Steps = second.Steps[..(other + 1)] });
            }
        }

        return null;
    }

    /// <summary>Without some turns in a row, many first.</summary>
    public IEnumerable<TwoRuns> Shorter()
    {
        for (int length = Turns.Length; length > 0; length /= 2)
        {
            for (int at = Turns.Length - length; at >= 0; at -= length)
            {
                yield return new TwoRuns(Turns.RemoveRange(at, length));
            }
        }
    }

    /// <summary>The shortest pair of which the prisoner notices the same, as far as leaving out finds it.</summary>
    public TwoRuns Minimise(SystemFactory boot)
    {
        Finding noticed = Check(boot)!;
        TwoRuns smallest = this;
        while (smallest.Shorter().FirstOrDefault(IsLike) is { } smaller)
        {
            smallest = smaller;
        }

        return smallest;

        bool IsLike(TwoRuns runs) => runs.Check(boot)?.IsLike(noticed) ?? false;
    }

    /// <summary>Both runs as one text: before each call the runs that have it.</summary>
    public override string ToString() => string.Join('\n', Turns.Select(turn =>
        $"{(turn.First ? '1' : ' ')}{(turn.Second ? '2' : ' ')} {turn.Call}"));

    private static string? Difference(Call call, in Step first, in Step second)
    {
        string one = Observation.Of(call, first.Expected!.Value);
        string two = Observation.Of(call, second.Expected!.Value);
        return one == two ? null : $"{call} is {one} or {two}, as others act";
    }

    private Trace Run(SystemFactory boot, Func<Turn, bool> isIn)
    {
        ISystem system = boot(Scenario.World);
        IEnumerable<Call> calls = Scenario.Setup.Concat(Turns.Where(isIn).Select(turn => turn.Call));
        return new Trace(Scenario.World, [.. calls.Select(call => new Step(call, system.Execute(call)))]);
    }
}
