using System.Collections.Immutable;
using Verify.Properties.Checking;
using Verify.Properties.Values;

namespace Verify.Properties.Noninterference;

/// <summary>
/// Two runs that differ in the private calls of another prison and the host: each of those calls is in one run or in
/// both. The prisoner must not observe the difference (G4): its own calls have the same outcomes in both runs, and its
/// sleeping calls are resumed at the same points.
/// </summary>
/// <param name="Calls">The calls of both runs, in order.</param>
public sealed record RunPair(ImmutableArray<PairedCall> Calls)
{
    private const int Length = 60;

    /// <summary>The percentage of calls that the prisoner makes.</summary>
    private const int PrisonersShare = 50;

    /// <summary>The percentage of calls that are packets from another host to the prisoner, in both runs.</summary>
    private const int PacketsShare = 4;

    /// <summary>Why no pair can be compared on a system, in a phrase; null if pairs can.</summary>
    public static string? LeftOut(BootedSystem system) =>
        !system.Description.IsDeterministic ? "pairs of runs, the system is not deterministic"
        : !system.Calls.HasAll(InitialSystem.Calls) ? "pairs of runs, the system does not have the calls before them"
        : null;

    /// <summary>The pair with a number, of the pairs of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="number">The number.</param>
    /// <param name="available">The calls to choose from, at least those before each run; null for all.</param>
    public static RunPair Next(ulong seed, ulong number, AvailableCalls? available = null)
    {
        var generator = new DomainCallGenerator(Prng.For(seed, number));
        var calls = ImmutableArray.CreateBuilder<PairedCall>(Length);
        while (calls.Count < Length)
        {
            if (generator.Random.Chance(PacketsShare))
            {
                Call packet = generator.FromOutside(SecurityDomain.Prisoner);
                calls.Add(new PairedCall(packet, IsPrisoners: false, First: true, Second: true));
                continue;
            }

            bool isPrisoners = generator.Random.Chance(PrisonersShare);
            SecurityDomain domain = isPrisoners
                ? SecurityDomain.Prisoner
                : generator.Random.Pick<SecurityDomain>(SecurityDomain.Others);
            Call call = generator.Next(domain);
            if (SharedResources.Reason(domain, call) is null && available?.Has(call) != false)
            {
                int runs = isPrisoners ? 3 : 1 + generator.Random.Below(3);
                calls.Add(new PairedCall(call, isPrisoners, First: (runs & 1) != 0, Second: (runs & 2) != 0));
            }
        }

        return new RunPair(calls.MoveToImmutable());
    }

    /// <summary>The finding if the prisoner observes a difference; null if it does not.</summary>
    public Finding? Check(SystemFactory boot)
    {
        ImmutableArray<ObservedCall> first = Run(boot, paired => paired.First);
        ImmutableArray<ObservedCall> second = Run(boot, paired => paired.Second);
        int at = InitialSystem.Calls.Length - 1;
        int other = at;
        foreach (PairedCall paired in Calls)
        {
            at += paired.First ? 1 : 0;
            other += paired.Second ? 1 : 0;
            string one = paired.First ? Observed(paired, first[at]) : "";
            string two = paired.Second ? Observed(paired, second[other]) : "";
            if (one != two)
            {
                return new Finding(
                    FindingKind.Interference,
                    paired.IsPrisoners ? CallKinds.NameOf(paired.Call) : "resumption",
                    $"{paired.Call} is {Shown(one)} or {Shown(two)}, depending on the calls of others",
                    Trace.Of(InitialSystem.World, paired.Second ? second[..(other + 1)] : first[..(at + 1)]));
            }
        }

        return null;
    }

    /// <summary>The pairs without some consecutive calls, the shortest first.</summary>
    public IEnumerable<RunPair> Shorter()
    {
        for (int length = Calls.Length; length > 0; length /= 2)
        {
            for (int at = Calls.Length - length; at >= 0; at -= length)
            {
                yield return new RunPair(Calls.RemoveRange(at, length));
            }
        }
    }

    /// <summary>A pair with the same finding, from which no single call can be removed.</summary>
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

    /// <summary>The calls, each after the numbers of the runs that make it.</summary>
    public override string ToString() => string.Join('\n', Calls.Select(paired =>
        $"{(paired.First ? '1' : ' ')}{(paired.Second ? '2' : ' ')} {paired.Call}"));

    private static string Observed(in PairedCall paired, in ObservedCall seen) => paired.IsPrisoners
        ? Observation.Of(paired.Call, seen.Outcome!.Value)
        : Observation.OfSleepers(seen.Outcome!.Value);

    private static string Shown(string observed) => observed.Length > 0 ? observed : "not observed";

    private ImmutableArray<ObservedCall> Run(SystemFactory boot, Func<PairedCall, bool> isIn)
    {
        using ISystem system = boot(InitialSystem.World);
        IEnumerable<Call> calls = InitialSystem.Calls.Concat(Calls.Where(isIn).Select(paired => paired.Call));
        return [.. calls.Select(call => new ObservedCall(call, system.Execute(call)))];
    }
}
