using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// The safety goals as predicates over what can be seen. They know nothing of the rules, so that a rule that breaks a
/// goal is found as well.
/// </summary>
public static class SafetyGoals
{
    /// <summary>
    /// Judges one call by what it sent and who got it (G1, S11), by the port that it names (G3, P5), and by what a
    /// prisoner may not do or learn (G4). Null where all goals hold.
    /// </summary>
    /// <param name="state">The state before the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="outcome">What was seen.</param>
    public static string? Check(State state, Call call, in Outcome outcome) =>
        AddressGoal.Check(state, call, in outcome)
        ?? PortGoal.Check(state, call, in outcome)
        ?? WireGoal.Check(state, call, in outcome)
        ?? (call is Call.Bind bind ? TakeoverGoal.Check(state, bind, in outcome) : null)
        ?? (outcome.Succeeded && call is Call.ByProcess { Pid: var pid }
            && state.FindProcess(pid) is { Prison: { } prison } caller
                ? Prisoner(state, caller, prison, call, in outcome)
                : null);

    /// <summary>
    /// Judges the port that a call gave to a socket which had none: one that the call does not name lies inside the
    /// socket's range, and only the superuser gets a reserved one (G3). Null where all goals hold.
    /// </summary>
    /// <param name="before">The state before the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="after">The open sockets after it, of either side.</param>
    public static string? Check(State before, Call call, ReadOnlySpan<SocketEntry> after) =>
        PortGoal.Check(before, call, after);

    /// <summary>
    /// Judges the open sockets: those in a prison have its address, an interface has that address, and a local end is
    /// whole (G1, J3). Null where all goals hold.
    /// </summary>
    public static string? Check(ReadOnlySpan<SocketEntry> entries, World world)
    {
        foreach (ref readonly SocketEntry entry in entries)
        {
            if (!(entry.Local.IsNone && entry.Foreign.IsNone)
                && (PortGoal.Check(in entry) ?? AddressGoal.Check(in entry, world)) is { } broken)
            {
                return broken;
            }
        }

        return null;
    }

    /// <summary>
    /// Judges what a call led to: a user's files stay as their modes say (J4), nobody leaves its root directory (J8),
    /// and a prisoner opens what lies beneath the prison's root and sets no other hostname than its own (G4).
    /// Null where all goals hold.
    /// </summary>
    /// <param name="before">The state before the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="outcome">What was seen.</param>
    /// <param name="after">The state after the call.</param>
    public static string? Check(State before, Call call, in Outcome outcome, State after) =>
        call switch
        {
            Call.Open open => ReachGoal.Check(before, open, in outcome, after),
            Call.SysctlWriteText write => HostnameGoal.Check(before, write, after),
            _ => null,
        }
        ?? (call is Call.ByProcess own
            ? RootGoal.Check(before, own, in outcome, after) ?? ModeGoal.Check(before, own, in outcome, after)
            : null)
        ?? (call is Call.OnPath path
            ? SearchGoal.Check(before, path, in outcome, after) ?? OwnershipGoal.Check(before, path, after)
            : null);

    /// <summary>
    /// Judges the processes: prisoners and their children stay in their prison, go nowhere but beneath its root, and
    /// end no others (G4); nobody becomes another user without privilege (J4) or leaves its root directory (J8). Null
    /// where all goals hold.
    /// </summary>
    /// <param name="before">The state before the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="after">The state after the call.</param>
    /// <param name="seen">The processes after it, of either side.</param>
    public static string? Check(State before, Call call, State after, ReadOnlySpan<ProcessEntry> seen) =>
        ProcessGoal.Check(before, call, seen)
        ?? PlaceGoal.Check(before, call, after, seen)
        ?? IdentityGoal.Check(before, call, seen)
        ?? RootGoal.Check(before, call, after);

    private static string? Prisoner(State state, Process caller, Prison prison, Call call, in Outcome outcome) =>
        PrivilegeGoal.Check(state, caller, call)
        ?? OthersGoal.Check(state, caller, prison, call)
        ?? ReachGoal.Check(state, caller, prison, call, in outcome)
        ?? ListingGoal.Check(state, caller, prison, call, in outcome);
}
