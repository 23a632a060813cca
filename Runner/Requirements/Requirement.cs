namespace Verify.Runner.Requirements;

/// <summary>A requirement of the jail, or a safety goal that it serves.</summary>
/// <param name="Id">The id that rules, tests, proofs, mutants and traces quote.</param>
/// <param name="Text">The subject, in a few words.</param>
internal sealed record Requirement(string Id, string Text)
{
    /// <summary>The requirements of the jail.</summary>
    public static IReadOnlyList<Requirement> OfJail { get; } =
    [
        new("J1", "jail(2): permission, effects, and failures without effect"),
        new("J2", "the prison's address in place of INADDR_ANY and loopback"),
        new("J3", "a prison's address belongs to an interface"),
        new("J4", "the privileges of a superuser in a prison"),
        new("J5", "the prison's own hostname"),
        new("J6", "the processes that a process sees"),
        new("J7", "/proc in a prison"),
        new("J8", "the root directory"),
        new("J9", "families of sockets, and listings of interfaces and PCBs"),
        new("J10", "quotas, and what they do not limit"),
        new("G1", "no escape from the prison's address"),
        new("G4", "no privilege outside the prison, and no escape"),
    ];
}
