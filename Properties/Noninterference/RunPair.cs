using System.Collections.Immutable;
using Verify.Abi;
using Verify.Properties.Checking;
using Verify.Properties.Values;

namespace Verify.Properties.Noninterference;

/// <summary>
/// Two runs that differ in what another prison and the host do privately: some of it is left out, put in, or done
/// another way. The prisoner must not notice (G4): its own calls have the same outcomes in both.
/// </summary>
/// <param name="Turns">The calls of both runs in order.</param>
public sealed record RunPair(ImmutableArray<PairedCall> Turns)
{
    private const int Length = 60;

    /// <summary>How many of a hundred calls are the prisoner's.</summary>
    private const int PrisonersShare = 50;

    /// <summary>How many are packets from outside to the prisoner, which both runs have.</summary>
    private const int PacketsShare = 4;

    /// <summary>The pair with a number, of those with a seed.</summary>
    public static RunPair Next(ulong seed, ulong number)
    {
        var generator = new DomainCallGenerator(Prng.For(seed, number));
        var turns = ImmutableArray.CreateBuilder<PairedCall>(Length);
        while (turns.Count < Length)
        {
            if (generator.Random.Chance(PacketsShare))
            {
                Call packet = generator.FromOutside(SecurityDomain.Prisoner);
                turns.Add(new PairedCall(packet, IsPrisoners: false, First: true, Second: true));
                continue;
            }

            bool isPrisoners = generator.Random.Chance(PrisonersShare);
            SecurityDomain domain = isPrisoners ? SecurityDomain.Prisoner : generator.Random.Pick<SecurityDomain>(SecurityDomain.Others);
            Call call = generator.Next(domain);
            if (SharedResources.Reason(domain, call) is null)
            {
                int runs = isPrisoners ? 3 : 1 + generator.Random.Below(3);
                turns.Add(new PairedCall(call, isPrisoners, First: (runs & 1) != 0, Second: (runs & 2) != 0));
            }
        }

        return new RunPair(turns.MoveToImmutable());
    }

    /// <summary>What the prisoner notices; null where it notices nothing.</summary>
    public Finding? Check(SystemFactory boot)
    {
        Trace first = Run(boot, turn => turn.First);
        Trace second = Run(boot, turn => turn.Second);
        int at = InitialSystem.Calls.Length - 1;
        int other = at;
        foreach (PairedCall turn in Turns)
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
    public IEnumerable<RunPair> Shorter()
    {
        for (int length = Turns.Length; length > 0; length /= 2)
        {
            for (int at = Turns.Length - length; at >= 0; at -= length)
            {
                yield return new RunPair(Turns.RemoveRange(at, length));
            }
        }
    }

    /// <summary>The shortest pair of which the prisoner notices the same, as far as leaving out finds it.</summary>
    public RunPair Minimise(SystemFactory boot)
    {
        Finding noticed = Check(boot)!;
        RunPair smallest = this;
        while (smallest.Shorter().FirstOrDefault(IsLike) is { } smaller)
        {
            smallest = smaller;
        }

        return smallest;

        bool IsLike(RunPair runs) => runs.Check(boot)?.IsLike(noticed) ?? false;
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

    private Trace Run(SystemFactory boot, Func<PairedCall, bool> isIn)
    {
        ISystem system = boot(InitialSystem.World);
        IEnumerable<Call> calls = InitialSystem.Calls.Concat(Turns.Where(isIn).Select(turn => turn.Call));
        return new Trace(InitialSystem.World, [.. calls.Select(call => new Step(call, system.Execute(call)))]);
    }
}
