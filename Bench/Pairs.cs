using Verify.Abi;
using Verify.Implementation;
using Verify.Model;

namespace Verify.Bench;

/// <summary>The implementation with the outcomes it gave, as the libraries compared against drive it.</summary>
public sealed class Subject(World world, Queue<Outcome> outcomes)
{
    private readonly Machine _machine = new(world);

    /// <summary>Carries out one call.</summary>
    public void Execute(Call call) => outcomes.Enqueue(_machine.Execute(call));
}

/// <summary>The specification's state, which judges the outcomes in order.</summary>
public sealed class Specification(World world, Queue<Outcome> outcomes)
{
    private State _state = Spec.Boot(world);

    /// <summary>Calls judged by all, on one thread.</summary>
    public static long Judged { get; private set; }

    /// <summary>True while every outcome was allowed and every goal held.</summary>
    public bool Agrees { get; private set; } = true;

    /// <summary>Judges the outcome of a call.</summary>
    public void Judge(Call call)
    {
        Outcome outcome = outcomes.Dequeue();
        Verdict verdict = Spec.Step(_state, call, in outcome);
        Agrees &= verdict.Accepted && Goals.Check(_state, call, in outcome) is null;
        _state = verdict.Next;
        Judged++;
    }
}

/// <summary>Both sides of one world.</summary>
public static class Pairs
{
    /// <summary>Boots both.</summary>
    public static (Subject Actual, Specification Model) Boot(World world)
    {
        var outcomes = new Queue<Outcome>();
        return (new Subject(world, outcomes), new Specification(world, outcomes));
    }

    /// <summary>True where both agree on all calls.</summary>
    public static bool Agree(World world, IEnumerable<Call> calls)
    {
        (Subject subject, Specification specification) = Boot(world);
        foreach (Call call in calls)
        {
            subject.Execute(call);
            specification.Judge(call);
        }

        return specification.Agrees;
    }
}
