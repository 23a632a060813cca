namespace Verify.Runner.Requirements;

/// <summary>A requirement of the jail, or a safety goal that it serves.</summary>
/// <param name="Id">The id that rules, tests, proofs, mutants and traces quote.</param>
/// <param name="Text">What it is about, in a few words.</param>
internal sealed record Requirement(string Id, string Text)
{
    /// <summary>Those of the jail.</summary>
    public static IReadOnlyList<Requirement> OfJail { get; } =
    [
        new("J1", "jail(2): who may, what it does, what it leaves alone where it fails"),
        new("J2", "the prison's address instead of any and of loopback"),
        new("J3", "a prison's address is one of an interface"),
        new("J4", "what a superuser inside may, and what not"),
        new("J5", "a hostname of its own"),
        new("J6", "which processes are visible"),
        new("J7", "/proc inside"),
        new("J8", "the root directory"),
        new("J9", "families of sockets, and listings of interfaces and PCBs"),
        new("J10", "quotas, and what is not prevented"),
        new("G1", "no escape from the prison's address"),
        new("G4", "no privilege and no way out"),
    ];
}
