using System.Collections.Immutable;
using Shouldly;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Tests;

/// <summary>
/// Runs the specification on trace text. The lines of <see cref="Allows"/> and <see cref="Forbids"/> have the observed
/// outcomes, so that a test reads as a trace in corpus/ does.
/// </summary>
internal sealed class SpecDriver
{
    /// <summary>A host with a loopback interface and one network; the default port range is 2000 to 2002.</summary>
    public const string Host = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
        sysctl net.inet.ip.portrange.first=2000
        sysctl net.inet.ip.portrange.last=2002

        """;

    /// <summary>
    /// The same with files: 2 is a directory for prisons, 3 is sticky, 4 belongs to the superuser, 7 links to the
    /// outside.
    /// </summary>
    public const string Files = Host + """
        dir "/jail" 0755 0 0
        dir "/jail/tmp" 01777 0 0
        file "/secret" 0600 0 0
        device "/jail/null" 0666 0 0 2
        device "/disk" 0666 0 0 9
        symlink "/jail/out" 0755 0 0 "/secret"
        fifo "/jail/fifo" 0666 0 0

        """;

    /// <summary>
    /// Calls after which 1 and 2 are on the host, 3 and 4 in one prison, 5 in another with the same address; 2 and 4
    /// belong to user 5.
    /// </summary>
    public const string FiveProcesses = """
        [1] fork() = 2
        [2] setuid(5) = 0
        [1] fork() = 3
        [3] jail("/", "a", 10.0.0.2) = 0
        [3] fork() = 4
        [4] setuid(5) = 0
        [1] fork() = 5
        [5] jail("/", "a", 10.0.0.2) = 0
        """;

    public SpecDriver(string header = Host) => State = Spec.Boot(TraceReader.Read(header, "header").World);

    public State State { get; private set; }

    /// <summary>The rules of the last call.</summary>
    public RuleSet Rules { get; private set; }

    /// <summary>Checks that every call is allowed with its outcome; each advances the state.</summary>
    public SpecDriver Allows(string lines)
    {
        foreach (Step step in Read(lines))
        {
            Verdict verdict = Judge(step);
            verdict.Accepted.ShouldBeTrue(
                verdict.Accepted
                    ? null
                    : $"{TraceWriter.Line(step.Call, step.Stated)} but {verdict.Expected.Describe(step.Call)}");
            State = verdict.Next;
            Rules = verdict.Rules;
        }

        return this;
    }

    /// <summary>Checks that no call is allowed with its outcome; the state stays.</summary>
    public SpecDriver Forbids(string lines)
    {
        foreach (Step step in Read(lines))
        {
            Verdict verdict = Judge(step);
            verdict.Accepted.ShouldBeFalse(TraceWriter.Line(step.Call, step.Stated));
            verdict.Next.ShouldBeSameAs(State);
        }

        return this;
    }

    /// <summary>Goes on in another state.</summary>
    public SpecDriver Continue(State state)
    {
        State = state;
        return this;
    }

    /// <summary>The last call used the rule with this id.</summary>
    public SpecDriver By(string rule)
    {
        Rules.Contains(RuleCatalogue.Of(rule)).ShouldBeTrue($"{rule} was not among the rules used");
        return this;
    }

    /// <summary>The last call did not use the rule with this id.</summary>
    public SpecDriver NotBy(string rule)
    {
        Rules.Contains(RuleCatalogue.Of(rule)).ShouldBeFalse($"{rule} was among the rules used");
        return this;
    }

    /// <summary>The verdict on a line in the current state, which stays.</summary>
    public Verdict Judge(string line) => Judge(Read(line).ShouldHaveSingleItem());

    /// <summary>
    /// If wake-ups happen later, the resumption of a call is a step of its own, and else a line of a step.
    /// </summary>
    private ImmutableArray<Step> Read(string lines) =>
        TraceReader.Read($"{(State.World.WakesLater ? "wakeups later" : "")}\n{lines}\n", "lines").Steps;

    private Verdict Judge(Step step)
    {
        Outcome observed = step.Stated.ShouldNotBeNull().Least;
        return Spec.Step(State, step.Call, in observed);
    }
}
